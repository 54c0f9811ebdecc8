import CArguments

/// The words of the command line.
enum ProgramArguments {
    /// The words after the program's name; invalid UTF-8 is repaired.
    static let words: [String] = (1..<max(1, Int(argument_count()))).compactMap { index in
        argument_words()?[index].map { String(cString: $0) }
    }
}
