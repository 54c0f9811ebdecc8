import ArgumentParser
import DecisionBoundary

/// `boundaryplot diff`: draws the area on which two classifiers differ.
struct DiffCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Draw where two classifiers disagree.",
        usage: "boundaryplot diff [<file>] [<options>]",
        discussion: """
            Trains two networks, given by two sizes or by one size and two λ; or compares any two of networks, saved networks, \
            commands and predictions. Draws both boundaries and shades the area on which the classes differ. The title gives the share of the area and of the points on which they differ.

            EXAMPLES
              boundaryplot diff --hidden 3,20
              boundaryplot diff --hidden 20 --lambda 0.001,0.1 -o lambda.png
              boundaryplot diff --hidden 20 --classifier 'SVM=python3 svm.py'
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Networks") var network: NetworkOptions<DifferenceDefaults>
    @OptionGroup(title: "Other classifiers") var others: ClassifierOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions<DifferenceDefaults>
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var titles: TitleOptions
    @OptionGroup(title: "Picture") var labels: LabelOptions
    @OptionGroup(title: "Picture") var palette: PaletteOptions
    @OptionGroup(title: "Picture") var theme: ThemeOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var execution: RunOptions

    var commandTimeout: Double? { others.limits.timeout }

    func applyFurtherOptions(to request: inout Request) throws {
        palette.apply(to: &request)
        try split.apply(to: &request)
        try others.apply(to: &request, beside: network)
        restarts.apply(to: &request)
        grid.apply(to: &request)
        titles.apply(to: &request)
        labels.apply(to: &request)
        summary.apply(to: &request)
    }
}
