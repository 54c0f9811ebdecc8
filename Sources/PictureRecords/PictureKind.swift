/// Kind of a picture file that can hold a record.
public enum PictureKind: String, Hashable, Sendable {
    case png = "PNG"
    case svg = "SVG"
    case pdf = "PDF"
    case gif = "GIF"

    /// Reads the kind from a file's content; nil if it is none of these.
    public init?(of file: [UInt8]) {
        if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if file.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if file.starts(with: "GIF87a".utf8) || file.starts(with: "GIF89a".utf8) {
            self = .gif
        } else if SVGReader.hasRoot(file) {
            self = .svg
        } else {
            return nil
        }
    }
}
