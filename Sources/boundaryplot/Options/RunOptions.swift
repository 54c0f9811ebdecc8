import ArgumentParser

/// What is reported, and what a run may use.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write a summary as JSON; - for standard output.", valueName: "file"))
    var json: String?

    @Option(
        name: [.customShort("j", allowingJoined: true), .long], parsing: .unconditional,
        help: ArgumentHelp(
            "How many threads work at once; changes no bit of the results. (default: one per core)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number from 1 to 1024", in: 1...1024) })
    var threads: Int?

    @Flag(name: .shortAndLong, help: "Print errors and warnings only.")
    var quiet = false
}
