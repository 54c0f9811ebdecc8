import ArgumentParser

/// `boundaryplot plot`, the default: trains a network for every size and draws each.
struct PlotCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Train a network for every hidden layer size and draw each.",
        usage: "boundaryplot [plot] [<file>] [<options>]",
        discussion: """
            Draws one PNG per network and prints a table of scores. Training minimises the regularised cross-entropy.

            EXAMPLES
              boundaryplot --hidden 1,2,3,5,20
              boundaryplot --hidden 1,2,3,5,20 --test-fraction 0.3 --sheet
              boundaryplot --hidden 1-20 --test-fraction 0.3 --restarts 5 --curve
              boundaryplot --hidden 3,20 --lambda 0.001,0.1 --sheet
              boundaryplot --hidden 20 --lambda 0.02 -o 'figures/net-{hidden}-{lambda}.png'
              boundaryplot --hidden 3 --size 3.3x2.5 --dpi 600 -o column.png
              boundaryplot flowers.csv --x width --y height --label species

            EXIT STATUS
              0    done; a network that did not converge is a warning
              1    --strict, and a network did not converge; all is written
              64   an option that is wrong
              65   a file whose contents are wrong
              66   a file, or the font DejaVu Sans, is missing
              69   more memory asked for than this machine has
              70   a bug in boundaryplot
              73   a file cannot be created
              74   a file cannot be written
              130  interrupted; finished pictures stay
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup(title: "Network") var unit: UnitOptions
    @OptionGroup(title: "Network") var model: ModelOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Comparison") var comparison: ComparisonOptions
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var style: StyleOptions
    @OptionGroup(title: "Picture") var appearance: AppearanceOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var snippet: EmitOptions
    @OptionGroup(title: "Run") var execution: RunOptions
    @OptionGroup(title: "Run") var config: ConfigOptions

    func run(words: [String]) throws {
        let plan = try PlotPlan(self, words: words)
        plan.printNotes()
        try plan.prepareFiles()
        let result = try plan.draw()
        try plan.writeModels(of: result)
        try plan.writeSummary(of: result)
        try plan.printSnippets(of: result)
        try plan.printTable(of: result)
        try plan.checkConvergence(of: result)
    }
}

extension PlotCommand {
    /// - Throws: `Failure` of status 64 where an option has no use to a network that is not trained.
    func checkModelUse() throws(Failure) {
        guard model.model != nil else { return }
        let given = [
            ("--hidden", network.hiddenList != nil), ("--lambda", network.lambdaList != nil),
            ("--init-seed", network.initSeed != nil), ("--activation", unit.unit != nil),
            ("--optimizer", training.optimizer != nil), ("--tolerance", training.tolerance != nil),
            ("--max-iterations", training.maxIterations != nil), ("--strict", training.strict),
            ("--test-fraction", split.testFraction != nil), ("--split-seed", split.splitSeed != nil),
            ("--stratify", split.stratify), ("--restarts", comparison.restarts != nil),
            ("--show-restarts", comparison.showRestarts), ("--sheet", comparison.sheet),
            ("--curve", comparison.curve), ("--no-standardize", data.noStandardize),
            ("--save-model", keeping.saveModel != nil),
        ]
        if let option = given.first(where: \.1)?.0 {
            throw Failure(.usage, "\(option) is of no use to --model, which draws one network as it was trained")
        }
    }
}
