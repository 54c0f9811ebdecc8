import ArgumentParser

/// `boundaryplot tune`: chooses size and λ by cross-validation.
struct TuneCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "tune",
        abstract: "Choose hidden layer size and λ by cross-validation.",
        usage: "boundaryplot tune [<file>] [<options>]",
        discussion: """
            Holds out a test part, and divides the rest into folds. Every size is trained with every λ on all folds but one \
            and scored on that one, for each fold in turn. The network of the best mean validation accuracy is trained \
            again on all folds and scored, once, on the test part.

            Writes tune-heatmap.png, tune-curve.png, the picture of the winner, tune.csv and tune.json with every fold. \
            Where the run is interrupted, the same command goes on from what tune.ndjson has kept.

            EXAMPLES
              boundaryplot tune
              boundaryplot tune --hidden 1-20 --lambda 0.001,0.01,0.1 --folds 10
              boundaryplot tune --one-standard-error --split-seed 1 -o tuned

            EXIT STATUS
              0    done
              1    --strict, and a network did not converge; all is written
              64   an option that is wrong, or a journal of other settings
              65   a file whose contents are wrong
              66   a file, or the font DejaVu Sans, is missing
              69   more memory asked for than this machine has
              70   a bug in boundaryplot
              73   a file cannot be created
              74   a file cannot be written
              130  interrupted; finished fits are kept
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Networks") var network: TuneNetworkOptions
    @OptionGroup(title: "Networks") var unit: UnitOptions
    @OptionGroup(title: "Choice") var choice: ChoiceOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var appearance: AppearanceOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var snippet: EmitOptions
    @OptionGroup(title: "Run") var execution: RunOptions
    @OptionGroup(title: "Run") var config: ConfigOptions

    func run(words: [String]) throws {
        let plan = try TunePlan(self, words: words)
        plan.printNotes()
        try plan.prepareFiles()
        let result = try plan.tune()
        try plan.writeFiles(of: result)
        try plan.printSnippets(of: result)
        try plan.printTable(of: result)
        try plan.checkConvergence(of: result)
    }
}
