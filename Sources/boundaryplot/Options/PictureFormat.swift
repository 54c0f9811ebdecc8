import ArgumentParser

/// The kinds of picture that can be written.
enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
    case png
    case svg
    case pdf

    /// The kind that the ending of a file's name says; nil for any other ending.
    init?(path: String) {
        let ending = path.lowercased()
        guard let format = Self.allCases.first(where: { ending.hasSuffix("." + $0.rawValue) }) else { return nil }
        self = format
    }

    /// ".png, .svg or .pdf".
    static let endings = ".png, .svg or .pdf"
}
