/// The kinds of picture files that can hold a record.
public enum PictureKind: String, Hashable, Sendable {
    case png = "PNG"
    case svg = "SVG"
    case pdf = "PDF"

    static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// What a file is, as its first bytes say; nil where it is something else.
    public init?(of file: [UInt8]) {
        if file.starts(with: Self.pngSignature) {
            self = .png
        } else if file.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if SVGMetadata.hasRoot(file) {
            self = .svg
        } else if PDFDocument.header(in: file) != nil {
            self = .pdf
        } else {
            return nil
        }
    }
}
