/// Reason why the record of a picture could not be read; its description is one line, to stand after the file's name.
public enum PictureRecordError: Error, Hashable, Sendable {
    /// The file is not a PNG, SVG, PDF or GIF.
    case unknownFormat

    /// The file is a web page, such as a report.
    case page

    /// The file ends too early.
    case cutOff(PictureKind)

    /// The file breaks the rules of its kind, or has more than is read.
    case damaged(PictureKind, problem: String)
}

extension PictureRecordError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownFormat:
            "it is no PNG, SVG, PDF or GIF file; only these can hold a record"
        case .page:
            "it is a web page, which holds no record; 'Copy command' on the page of a report copies the command of a picture"
        case .cutOff(let kind):
            "the \(kind.rawValue) file is cut off, or damaged so that it seems to be; a whole copy of it is needed"
        case .damaged(let kind, let problem):
            "the \(kind.rawValue) file cannot be read: \(problem); an undamaged copy of it is needed"
        }
    }
}
