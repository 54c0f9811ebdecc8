import ArgumentParser

/// Where and how finely a network is evaluated.
struct GridOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Distance between neighbouring grid points, in data units. (default: 0.01)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number greater than 0") { $0 > 0 } })
    var step = 0.01

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Room around the data on every side, in data units. (default: 0.5)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number of 0 or greater") { $0 >= 0 } })
    var margin = 0.5
}
