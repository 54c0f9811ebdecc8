public import ArgumentParser
public import DecisionBoundary

/// The training of networks.
struct TrainingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The optimiser: cg, the conjugate gradient of SciPy (fmin_cg); or lbfgs, limited-memory BFGS, which is "
                + "faster, gets past the kinks of relu networks and may find another minimum. (default: lbfgs with "
                + "--activation relu, else cg)", valueName: "name"))
    var optimizer: TrainingRequest.Optimizer?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Stop training when no component of the gradient is greater than this. (default: 1e-5)", valueName: "number"
        ),
        transform: { try OptionValue.number($0, accepted: "a number of 0 or greater") { $0 >= 0 } })
    var tolerance: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Maximum number of iterations; 0 draws the untrained network. (default: 200 per weight)", valueName: "count"
        ),
        transform: OptionValue.wholeNumber(in: 0...Int.max))
    var maxIterations: Int?

    @Flag(
        help:
            "Exit with status 1, after all results are written, if a network, for tune the chosen one, did not converge."
    )
    var strict = false

    /// Names of the given options.
    var given: [String] {
        [
            ("--optimizer", optimizer != nil), ("--tolerance", tolerance != nil),
            ("--max-iterations", maxIterations != nil), ("--strict", strict),
        ].filter(\.1).map(\.0)
    }

    func apply(to request: inout Request) {
        request.training.optimizer = optimizer
        if let tolerance { request.training.tolerance = tolerance }
        request.training.maxIterations = maxIterations
    }
}

/// The number of trainings of each network.
struct RestartOptions<Defaults: ProductDefaults>: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Train every network this many times, with initial seeds from --init-seed upwards, and draw the one with "
                + "the lowest cost. (default: \(Defaults.product.defaultRestarts))", valueName: "count"),
        transform: OptionValue.wholeNumber(in: TrainingRequest.restartCounts))
    var restarts: Int?

    func apply(to request: inout Request) {
        if let restarts { request.training.restarts = restarts }
    }
}

/// The boundaries of the other restarts.
struct ShowRestartsOptions: ParsableArguments {
    @Flag(help: "Draw the boundaries of the other restarts faintly.")
    var showRestarts = false

    func apply(to request: inout Request) {
        request.regions.showsRestarts = showRestarts
    }
}

/// The quantities of a curve.
struct CurveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The quantity along the axis: hidden, the sizes; lambda; samples, the number of training points from a "
                + "tenth to all of them; or iterations, those of one network's training. Along lambda or samples, each size "
                + "has a line. (default: hidden)",
            valueName: "name"))
    var over: CurveSettings.Axis?

    @Option(help: ArgumentHelp("The quantity that a curve shows: error or cost. (default: error)", valueName: "name"))
    var curveOf: CurveSettings.Measure?

    var settings: CurveSettings {
        CurveSettings(over == .iterations ? CurveSettings().measure : curveOf ?? .error, over: over ?? .hidden)
    }

    /// - Throws: `Failure` of status 64 if the quantities contradict each other.
    func check() throws(Failure) {
        guard over == .iterations, curveOf == .error else { return }
        throw Failure(.badRequest, "--curve-of error does not apply to --over iterations, which shows the cost")
    }
}

extension TrainingRequest.Optimizer: ExpressibleByArgument {}
extension CurveSettings.Measure: ExpressibleByArgument {}
extension CurveSettings.Axis: ExpressibleByArgument {}
