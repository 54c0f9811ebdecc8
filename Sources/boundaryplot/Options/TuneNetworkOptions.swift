import ArgumentParser
import DecisionBoundary
import ModelSelection
import Training

/// Which networks `tune` chooses from.
struct TuneNetworkOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Hidden layer sizes to choose from: 1,2,3, ranges such as 1-20 or 1-50:5, and several layers such as 8x4. "
                + "(default: 1,2,3,5,10,20)",
            valueName: "list"),
        transform: DistinctList.hiddenLayers)
    var hidden = DistinctList([1, 2, 3, 5, 10, 20].map { [$0] })

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Weights of the penalty on large weights to choose from. (default: 0.0001,0.001,0.01,0.1,1)",
            valueName: "list"),
        transform: DistinctList.lambdas)
    var lambda = DistinctList([0.0001, 0.001, 0.01, 0.1, 1])

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Seed of the initial weights. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var initSeed: UInt32 = 0

    /// Every size with every λ, by size, then λ.
    func candidates(_ activation: Activation) -> [Candidate] {
        hidden.values.flatMap { layers in
            lambda.values.map { Candidate(hidden: layers, activation: activation, lambda: $0) }
        }.sorted()
    }

    /// Says what is named more than once.
    func printNotes() {
        hidden.printNotes(option: "--hidden", text: \.layersText)
        lambda.printNotes(option: "--lambda", text: DecimalText.shortest)
    }
}

/// How `tune` divides the points and chooses.
struct ChoiceOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Hold out this share of the points for a last score; as scikit-learn's train_test_split. (default: 0.2)",
            valueName: "share"),
        transform: OptionValue.fraction)
    var testFraction = 0.2

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many folds the other points are divided into. (default: 5)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number of 2 or greater", in: 2...) })
    var folds = 5

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Seed of the choice of test points, and, afresh, of the folds. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var splitSeed: UInt32 = 0

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            "Give the test part and the folds the same share of every class; by default the folds alone have it, with "
                + "--no-stratify neither. (default: folds alone)"))
    var stratify: Bool?

    @Flag(
        help: ArgumentHelp(
            "Choose the smallest network whose mean validation error is within one standard error of the best. "
                + "(default: the best)"))
    var oneStandardError = false

    @Flag(help: "Start over where an interrupted run has left a journal. (default: go on from there)")
    var fresh = false

    /// How the test part is chosen.
    var split: DataParts.Settings {
        DataParts.Settings(testFraction: testFraction, seed: splitSeed, isStratified: stratify ?? false)
    }

    /// Whether each fold has its share of every class.
    var hasStratifiedFolds: Bool { stratify ?? true }

    var rule: SelectionRule { oneStandardError ? .oneStandardError : .best }
}
