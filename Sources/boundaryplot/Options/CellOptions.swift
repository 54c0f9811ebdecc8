public import ArgumentParser
public import DecisionBoundary

/// The header and missing values of a file.
struct CellOptions: ParsableArguments {
    /// The answers to a question.
    enum Answer: String, CaseIterable, ExpressibleByArgument {
        case yes, no
    }

    @Option(help: ArgumentHelp("Whether the first row has names. (default: recognised)"))
    var header: Answer?

    @Option(
        help: ArgumentHelp(
            "What happens to rows that lack a value in a used column: omit leaves them out and counts them, error ends the "
                + "run. (default: omit)"))
    var missing: DataFile.MissingPolicy?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Further words for a missing value, separated by commas; none first takes no word, only empty cells. "
                + "(default: NA, N/A, nan, null, None, ?, . and - in the usual spellings)", valueName: "words"))
    var naValues: String?

    func apply(to file: inout DataFile) {
        file.hasHeader = header.map { $0 == .yes }
        if let missing { file.missing = missing }
        guard let naValues else { return }
        let words = naValues.split(separator: ",").map(String.init)
        file.missingWords = words.first == "none" ? Array(words.dropFirst()) : file.missingWords + words
    }
}

extension DataFile.MissingPolicy: ExpressibleByArgument {}
