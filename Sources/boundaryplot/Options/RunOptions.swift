import ArgumentParser
import DecisionBoundary

/// Code for reports, threads, messages and settings file.
struct RunOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Print code that embeds the pictures in a report, with captions and alternative text, instead of the "
                + "table: markdown, latex or html. (default: none)", valueName: "language"))
    var emit: Snippet.Language?

    @Option(
        name: [.customShort("j", allowingJoined: true), .long], parsing: .unconditional,
        help: ArgumentHelp(
            "The number of threads; the results do not depend on it. (default: one per usable processor)",
            valueName: "count"),
        transform: OptionValue.wholeNumber(in: 1...1024))
    var threads: Int?

    @Flag(
        help: "Also print the recall of every class and the confusion matrix, of the held-out points if there are any.")
    var perClass = false

    @Flag(name: .shortAndLong, help: "Print errors and warnings only.")
    var quiet = false

    @OptionGroup var config: ConfigOptions

    /// Returns a progress line; nil if `quiet`, or if standard error is not a terminal.
    func progressLine(_ text: @escaping @Sendable () -> String) -> ProgressLine? {
        !quiet && StandardStream.error.isTerminal && !Terminal.isDumb ? ProgressLine(text) : nil
    }
}

/// The summary of the results.
struct SummaryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write a summary as JSON; - for standard output.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var json: String?

    func apply(to request: inout Request) {
        if let json { request.outputs.json = json }
    }
}

extension Snippet.Language: ExpressibleByArgument {}
