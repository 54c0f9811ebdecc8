import ArgumentParser
import DecisionBoundary

/// `boundaryplot curve`: draws error or cost against network size.
struct CurveCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve",
        abstract: "Draw error or cost against hidden layer size.",
        usage: "boundaryplot curve [<file>] [<options>]",
        discussion: """
            Trains a network for every size and λ, and draws training and test error against size, with a panel for each λ. \
            'boundaryplot plot --curve' draws the same page.

            EXAMPLES
              boundaryplot curve --test-fraction 0.3 --restarts 5 -o error.png
              boundaryplot curve --hidden 1-10 --test-fraction 0.3 --repeats 20
              boundaryplot curve --hidden 1-10,20,50 --curve-of cost --test-fraction 0.3 -o cost.pdf
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Held-out points") var repetition: RepeatOptions
    @OptionGroup(title: "Networks") var network: NetworkOptions<CurveDefaults>
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions
    @OptionGroup(title: "Curve") var measure: CurveMeasureOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var titles: TitleOptions
    @OptionGroup(title: "Picture") var theme: ThemeOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var execution: RunOptions

    func name(of key: RequestKey) -> String { key == .curve ? "a curve" : key.option }

    func applyFurtherOptions(to request: inout Request) throws {
        request.product = .curve(CurveSettings(measure.curveOf ?? .error))
        try split.apply(to: &request)
        try repetition.apply(to: &request)
        restarts.apply(to: &request)
        titles.apply(to: &request)
        keeping.apply(to: &request)
        summary.apply(to: &request)
    }
}
