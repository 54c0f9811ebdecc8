import CArguments
import Files

/// The words of the command line.
enum ProgramArguments {
    /// The words after the program's name; bytes that are not UTF-8 are kept as `PathBytes` describes.
    static let words = (1..<max(1, Int(argument_count()))).compactMap { index in
        argument_words()?[index].map { PathBytes.text($0) }
    }
}
