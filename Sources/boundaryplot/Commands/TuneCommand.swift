import ArgumentParser
import DecisionBoundary

/// `boundaryplot tune`: chooses size and λ by cross-validation.
struct TuneCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "tune",
        abstract: "Choose hidden layer size and λ by cross-validation.",
        usage: "boundaryplot tune [<file>] [<options>]",
        discussion: """
            Holds out a test part and divides the other points into folds. For each fold in turn, every size is trained \
            with every λ on all other folds, from several random starts, and scored on that fold. The network with the best mean validation accuracy is \
            trained again on all folds and scored, once, on the test part.

            Writes tune-heatmap.png, tune-curve.png, the picture of the winner, tune.csv and tune.json with every fold. \
            If the run is interrupted, the same command continues from the fits in tune.ndjson.

            Several machines share a tuning: each makes a --shard of the fits, and --merge reads them all.

            EXAMPLES
              boundaryplot tune
              boundaryplot tune --hidden 1-20 --lambda 0.001,0.01,0.1 --folds 10
              boundaryplot tune --one-standard-error --split-seed 1 -o tuned
              boundaryplot tune --hidden 1-20 --shard 3/16 -o sweep
              boundaryplot tune --hidden 1-20 --merge -o sweep

            \(ExitStatus.help)
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Networks") var network: NetworkOptions<TuneDefaults>
    @OptionGroup(title: "Choice") var choice: ChoiceOptions
    @OptionGroup(title: "Choice") var repetition: RepeatOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions<TuneDefaults>
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var fill: FillOptions
    @OptionGroup(title: "Picture") var palette: PaletteOptions
    @OptionGroup(title: "Picture") var theme: ThemeOptions
    @OptionGroup(title: "Run") var sharding: ShardOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var execution: RunOptions

    func applyFurtherOptions(to request: inout Request) throws {
        palette.apply(to: &request)
        choice.apply(to: &request)
        sharding.apply(to: &request)
        restarts.apply(to: &request)
        try repetition.apply(to: &request)
        grid.apply(to: &request)
        fill.apply(to: &request)
        keeping.apply(to: &request)
    }
}
