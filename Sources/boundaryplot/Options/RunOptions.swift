import ArgumentParser
import Parallelism

/// What is reported, and what a run may use.
struct RunOptions: ParsableArguments {
    @Option(
        name: [.customShort("j", allowingJoined: true), .long], parsing: .unconditional,
        help: ArgumentHelp(
            "How many threads work at once; changes no bit of the results. (default: one per core)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number from 1 to 1024", in: 1...1024) })
    var threads: Int?

    @Flag(name: .shortAndLong, help: "Print errors and warnings only.")
    var quiet = false

    /// As many as asked for, or one for each core.
    var threadCount: Int { threads ?? usableProcessorCount }

    /// A line for a terminal that can show it; nil where nobody would see it.
    func progressLine(_ text: @escaping @Sendable () -> String) -> ProgressLine? {
        !quiet && StandardStream.error.isTerminal && !Terminal.isDumb ? ProgressLine(text) : nil
    }
}

/// Where the numbers go.
struct SummaryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write a summary as JSON; - for standard output.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var json: String?
}
