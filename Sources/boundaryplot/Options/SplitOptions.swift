import ArgumentParser
import DecisionBoundary
import ModelSelection

/// The division into training and held-out points.
struct SplitOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Hold out this share of the points to score on, like train_test_split of scikit-learn. (default: none)",
            valueName: "share"),
        transform: OptionValue.fraction)
    var testFraction: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Seed for the choice of held-out points. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var splitSeed: UInt32?

    @Flag(help: "Hold out the same share of every class. (default: a random share)")
    var stratify = false

    /// Names of the given options.
    var given: [String] {
        [
            ("--test-fraction", testFraction != nil), ("--split-seed", splitSeed != nil), ("--stratify", stratify),
        ].filter(\.1).map(\.0)
    }

    /// - Throws: `Failure` of status 64 if an option has no effect.
    func apply(to request: inout Request) throws(Failure) {
        guard let testFraction else {
            if let option = given.first {
                throw Failure(.badRequest, "\(option) needs held-out points; --test-fraction 0.3 holds some out")
            }
            return
        }
        request.split = SplitSettings(testFraction: testFraction, seed: splitSeed ?? 0, isStratified: stratify)
    }
}

/// The number of divisions of the points, for means over them.
struct RepeatOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Repeat with this many split seeds, from --split-seed upwards, and show means and standard deviations. "
                + "(default: 1)", valueName: "count"),
        transform: OptionValue.wholeNumber(in: SplitSettings.repeatCounts))
    var repeats: Int?

    /// - Throws: `Failure` of status 64 if no points are held out.
    func apply(to request: inout Request) throws(Failure) {
        guard let repeats else { return }
        guard request.split != nil else {
            throw Failure(.badRequest, "--repeats needs held-out points; --test-fraction 0.3 holds some out")
        }
        request.split?.repeats = repeats
    }
}

/// Test part, folds and selection rule of a tuning.
struct ChoiceOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Hold out this share of the points for a final score, like train_test_split of scikit-learn. (default: "
                + "0.2)",
            valueName: "share"),
        transform: OptionValue.fraction)
    var testFraction: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The number of folds of the remaining points. (default: 5)", valueName: "count"),
        transform: OptionValue.wholeNumber(in: 2...Int.max))
    var folds: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Seed for the choice of test points, and for the folds. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var splitSeed: UInt32 = 0

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            "Stratify the test part and the folds by class; --no-stratify stratifies neither. (default: folds only)"
        ))
    var stratify: Bool?

    @Flag(
        help: ArgumentHelp(
            "Choose the smallest network whose mean validation error is within one standard error of the best. "
                + "(default: the best)"))
    var oneStandardError = false

    @Flag(
        help:
            "Start over even if an interrupted run has left a journal; with --shard, that of the shard. (default: continue the interrupted run)"
    )
    var fresh = false

    func apply(to request: inout Request) {
        var settings = TuneSettings()
        if let folds { settings.folds = folds }
        settings.hasStratifiedFolds = stratify ?? true
        settings.rule = oneStandardError ? .oneStandardError : .best
        request.product = .tune(settings)
        if let testFraction { request.split?.testFraction = testFraction }
        request.split?.seed = splitSeed
        request.split?.isStratified = stratify ?? false
        request.outputs.startsOver = fresh
    }
}
