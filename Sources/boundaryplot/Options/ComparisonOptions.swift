import ArgumentParser

/// What shows several networks at once.
struct ComparisonOptions: ParsableArguments {
    @Flag(
        help:
            "Draw all networks on one page as well, boundary-sheet.png: λ down and size across where there are several λ."
    )
    var sheet = false

    @Flag(help: "Draw training and test error against hidden layer size as well, boundary-curve.png.")
    var curve = false

    /// What a curve shows.
    enum CurveMeasure: String, CaseIterable, ExpressibleByArgument {
        case error
        case cost
    }

    @Option(help: ArgumentHelp("What the curve shows. (default: error)", valueName: "name"))
    var curveOf: CurveMeasure?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Train every network from this many initial weights, of seeds init-seed and on, and draw the one of the lowest "
                + "cost. (default: 1)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number from 1 to 10000", in: 1...10_000) })
    var restarts: Int?

    var restartCount: Int { restarts ?? 1 }

    @Flag(help: "Draw the boundaries of the other restarts too, faintly.")
    var showRestarts = false

    /// The most panels that a sheet has room for.
    static let greatestPanelCount = 60

    /// - Throws: `Failure` of status 64 where an option has no use or asks for too much.
    func check(_ network: NetworkOptions) throws(Failure) {
        let count = network.hidden.values.count * network.lambda.values.count
        if sheet && count > Self.greatestPanelCount {
            throw Failure(
                .usage,
                "--sheet has room for \(Self.greatestPanelCount) networks, and these are \(count); fewer --hidden or --lambda"
            )
        }
        if curve && network.hidden.values.count < 2 {
            throw Failure(.usage, "--curve needs two sizes or more, such as --hidden 1-20")
        }
        if curve && network.lambda.values.count > Self.greatestPanelCount {
            throw Failure(
                .usage,
                "--curve has room for \(Self.greatestPanelCount) --lambda, and these are \(network.lambda.values.count)"
            )
        }
        if curveOf != nil && !curve { throw Failure(.usage, "--curve-of draws no curve; --curve does") }
        if showRestarts && restartCount == 1 {
            throw Failure(.usage, "--show-restarts has none to show; --restarts 10 makes some")
        }
        guard UInt64(network.initialSeed) + UInt64(restartCount) <= 1 << 32 else {
            throw Failure(
                .usage,
                "--restarts \(restartCount) from --init-seed \(network.initialSeed) goes beyond the greatest seed, 4294967295"
            )
        }
    }
}
