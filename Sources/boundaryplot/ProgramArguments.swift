import CArguments
import DecisionBoundary

/// The words of the command line.
enum ProgramArguments {
    /// The words after the program's name; invalid UTF-8 is repaired.
    static let words = pointers.map { String(cString: $0) }

    /// - Throws: `Failure` if a word is not UTF-8: its repaired text names another file.
    static func check() throws(Failure) {
        for pointer in pointers where String(validatingCString: pointer) == nil {
            throw Failure(
                .badRequest,
                "'\(String(cString: pointer))' is not UTF-8; use a name in UTF-8, or - and a redirection for a file")
        }
    }

    private static var pointers: [UnsafePointer<CChar>] {
        (1..<max(1, Int(argument_count()))).compactMap { argument_words()?[$0].map { UnsafePointer($0) } }
    }
}
