import ArgumentParser
import DecisionBoundary

/// `boundaryplot curve`: draws error or cost against size, λ or the number of training points.
struct CurveCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve",
        abstract: "Draw error or cost against size, λ, points or iterations.",
        usage: "boundaryplot curve [<file>] [<options>]",
        discussion: """
            Trains a network for every size and λ, and draws training and test error against size, with a panel for each λ; \
            or against λ or the number of training points. 'boundaryplot plot --curve' draws the same page.

            --over lambda trains 20 units with λ from 0.0001 to 3 by default. --over samples trains 20 units on the first 10, \
            20, … 100 % of the training part, as learning_curve of scikit-learn does. --over iterations shows the costs of 20 units at \
            every iteration of their training, and marks the lowest test cost, at which early stopping would stop.

            EXAMPLES
              boundaryplot curve --hidden 0-20 --test-fraction 0.3 -o error.png
              boundaryplot curve --hidden 1-10 --test-fraction 0.3 --repeats 20
              boundaryplot curve --hidden 1-10,20,50 --curve-of cost --test-fraction 0.3 -o cost.pdf
              boundaryplot curve --over lambda --hidden 3,20 --test-fraction 0.3 -o lambda.png
              boundaryplot curve --over samples --test-fraction 0.3 --restarts 5 -o samples.png
              boundaryplot curve --over iterations --test-fraction 0.3 -o history.png
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Held-out points") var repetition: RepeatOptions
    @OptionGroup(title: "Networks") var network: NetworkOptions<CurveDefaults>
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions<CurveDefaults>
    @OptionGroup(title: "Curve") var options: CurveOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var titles: TitleOptions
    @OptionGroup(title: "Picture") var theme: ThemeOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var execution: RunOptions

    var product: Product { .curve(options.settings) }

    func name(of key: RequestKey) -> String { key == .curve ? "a curve" : key.option }

    func applyFurtherOptions(to request: inout Request) throws {
        try options.check()
        try split.apply(to: &request)
        try repetition.apply(to: &request)
        restarts.apply(to: &request)
        titles.apply(to: &request)
        keeping.apply(to: &request)
        summary.apply(to: &request)
    }
}
