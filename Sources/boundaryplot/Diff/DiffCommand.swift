import ArgumentParser
import Training

/// `boundaryplot diff`: where two networks disagree.
struct DiffCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Draw where two networks disagree.",
        usage: "boundaryplot diff [<file>] [<options>]",
        discussion: """
            Trains two networks, given by two sizes or by one size and two λ, and shades where they give different classes, \
            with both boundaries. The title says on what share of the area and of the points they differ.

            EXAMPLES
              boundaryplot diff --hidden 3,20
              boundaryplot diff --hidden 20 --lambda 0.001,0.1 -o lambda.png
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Networks") var network: DiffNetworkOptions
    @OptionGroup(title: "Networks") var unit: UnitOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var style: StyleOptions
    @OptionGroup(title: "Picture") var colors: ColorOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var snippet: EmitOptions
    @OptionGroup(title: "Run") var execution: RunOptions
    @OptionGroup(title: "Run") var config: ConfigOptions

    func run(words: [String]) throws {
        let plan = try DiffPlan(self, words: words)
        plan.printNotes()
        try plan.prepareFiles()
        let difference = try plan.draw()
        try plan.writeSummary(of: difference)
        try snippet.print([difference.file])
        try plan.printText(of: difference)
        try plan.checkConvergence(of: difference)
    }
}

/// Which two networks.
struct DiffNetworkOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Two hidden layer sizes, or one where --lambda has two values. (default: 3,20)", valueName: "list"),
        transform: DistinctList.hiddenLayers)
    var hidden: DistinctList<[Int]>?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Regularisation: one weight of the penalty on large weights for both, or two. (default: 0.001)",
            valueName: "list"),
        transform: DistinctList.lambdas)
    var lambda = DistinctList([0.001])

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Seed of the initial weights. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var initSeed: UInt32 = 0

    /// The two networks; of one size where two λ are given without a size.
    ///
    /// - Throws: `Failure` of status 64 where they are not two.
    func pair(_ activation: Activation) throws(Failure) -> (Candidate, Candidate) {
        let sizes = hidden?.values ?? (lambda.values.count > 1 ? [[3]] : [[3], [20]])
        let candidates = sizes.flatMap { layers in
            lambda.values.map { Candidate(hidden: layers, activation: activation, lambda: $0) }
        }
        guard candidates.count == 2 else {
            throw Failure(
                .usage,
                """
                diff compares two networks, and --hidden and --lambda give \(candidates.count); two sizes, or one size and \
                two λ, are accepted
                """)
        }
        return (candidates[0], candidates[1])
    }
}
