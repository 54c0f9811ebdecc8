/// Why the record of a picture could not be read; its description is one line, to stand after the file's name.
public enum PictureMetadataError: Error, Hashable, Sendable {
    /// The file is no PNG, SVG or PDF.
    case unknownFormat

    /// The file ends too early.
    case cutOff(PictureKind)

    /// A chunk of a PNG is not as it was written; the offset is that of the chunk, in bytes from the start of the file.
    case wrongChecksum(chunk: String, offset: Int)

    /// The file breaks the rules of its kind; the offset is in bytes from the start of the file.
    case malformed(PictureKind, problem: String, offset: Int)

    /// What is compressed cannot be unpacked.
    case badCompression(PictureKind)

    /// The text is not the Unicode that it should be, such as UTF-8 with wrong bytes.
    case notUnicode(PictureKind)

    /// What is compressed would be longer than `limit`, in bytes.
    case tooLong(PictureKind, limit: Int)

    /// An SVG file in another encoding than UTF-8.
    case unsupportedEncoding(String)

    /// A PDF file that a password or a right protects.
    case encrypted

    /// A PDF file whose objects are packed in a way that is not read, such as `LZWDecode`.
    case unsupportedFilter(String)
}

extension PictureMetadataError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownFormat:
            "it is neither a PNG, an SVG nor a PDF file; only these can hold a record"
        case .cutOff(let kind):
            "the \(kind.rawValue) file is cut off, or damaged so that it seems to be; a whole copy of it is needed"
        case .wrongChecksum(let chunk, let offset):
            """
            the PNG file is damaged: the checksum of its chunk \(chunk) at byte \(offset) is wrong; an undamaged copy of \
            it is needed
            """
        case .malformed(let kind, let problem, let offset):
            "the \(kind.rawValue) file is damaged: \(problem) at byte \(offset); an undamaged copy of it is needed"
        case .badCompression(let kind):
            "the \(kind.rawValue) file is damaged: what is compressed cannot be unpacked; an undamaged copy is needed"
        case .notUnicode(let kind):
            "the \(kind.rawValue) file is damaged: its text is not valid Unicode; an undamaged copy of it is needed"
        case .tooLong(let kind, let limit):
            "the text in the \(kind.rawValue) file is longer than \(limit >> 20) MiB when unpacked; no record is that long"
        case .unsupportedEncoding(let encoding):
            "the SVG file is in the encoding \(encoding); save it in UTF-8, the one that is read"
        case .encrypted:
            "the PDF file is encrypted; save a copy of it without a password"
        case .unsupportedFilter(let filter):
            "the PDF file is packed by \(filter); save it with FlateDecode, the one that is read"
        }
    }
}

extension PictureMetadataError {
    init(_ failure: Inflater.Failure, in kind: PictureKind) {
        switch failure {
        case .badStream: self = .badCompression(kind)
        case .tooLong: self = .tooLong(kind, limit: EmbeddedRecord.greatestLength)
        }
    }
}
