import ArgumentParser
import DecisionBoundary
import Training

/// Which networks, and how they start.
struct NetworkOptions: ParsableArguments {
    @Option(
        name: .customLong("hidden"), parsing: .unconditional,
        help: ArgumentHelp(
            "Hidden layer sizes, separated by commas: 1,2,3; ranges such as 1-20 or 1-50:5 count too, and several layers "
                + "such as 8x4. (default: 3)",
            valueName: "list"),
        transform: DistinctList.hiddenLayers)
    var hiddenList: DistinctList<[Int]>?

    @Option(
        name: .customLong("lambda"), parsing: .unconditional,
        help: ArgumentHelp(
            "Regularisation: the weight of the penalty on large weights; several, separated by commas, give a network of "
                + "every size for each. (default: 0.001)", valueName: "list"),
        transform: DistinctList.lambdas)
    var lambdaList: DistinctList<Double>?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Seed of the initial weights. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var initSeed: UInt32?

    var hidden: DistinctList<[Int]> { hiddenList ?? DistinctList([[3]]) }
    var lambda: DistinctList<Double> { lambdaList ?? DistinctList([0.001]) }
    var initialSeed: UInt32 { initSeed ?? 0 }

    /// Every size with every λ: size by size, in the order asked for.
    func candidates(_ activation: Activation) -> [Candidate] {
        hidden.values.flatMap { layers in
            lambda.values.map { Candidate(hidden: layers, activation: activation, lambda: $0) }
        }
    }

    /// Whether sizes alone do not tell the networks apart.
    var namesLambda: Bool { lambda.values.count > 1 }

    /// Says what is named more than once.
    func printNotes() {
        hidden.printNotes(option: "--hidden", text: \.layersText)
        lambda.printNotes(option: "--lambda", text: DecimalText.shortest)
    }
}
