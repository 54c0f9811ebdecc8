import ArgumentParser
import DecisionBoundary

/// `boundaryplot sheet`: draws all networks on one page.
struct SheetCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Draw several networks on one page.",
        usage: "boundaryplot sheet [<file>] [<options>]",
        discussion: """
            Trains a network for every size and λ, and draws all of them on one page; with several λ, a row per λ and a \
            column per size. 'boundaryplot plot --sheet' draws the same page. --pairs draws one network, by default of 3 units, \
            for every pair of a file's features instead, and --overlay the boundaries of all networks and other classifiers over one scatter.

            EXAMPLES
              boundaryplot sheet --test-fraction 0.3 -o over-fitting.png
              boundaryplot sheet --hidden 3,20 --lambda 0.001,0.1 -o penalty.pdf
              boundaryplot sheet --hidden 3,20 --classifier 'SVM=python3 svm.py'
              boundaryplot sheet flowers.csv --pairs --test-fraction 0.3 -o pairs.png
              boundaryplot sheet --overlay --test-fraction 0.3 -o overlay.png
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @Flag(
        help:
            "Draw one network for every pair of the file's numeric features, up to eight, instead of several networks for one pair."
    )
    var pairs = false

    @Flag(help: "Draw the boundaries of up to ten classifiers over one scatter of the points instead of panels.")
    var overlay = false

    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Networks") var network: NetworkOptions<SheetDefaults>
    @OptionGroup(title: "Other classifiers") var others: ClassifierOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions<SheetDefaults>
    @OptionGroup(title: "Training") var comparison: ShowRestartsOptions
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var surface: SurfaceOptions
    @OptionGroup(title: "Picture") var theme: ThemeOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var execution: RunOptions

    var commandTimeout: Double? { others.limits.timeout }

    var product: Product { pairs ? .pairs : overlay ? .overlay : .sheet }

    func name(of key: RequestKey) -> String { key == .sheet ? "a sheet" : key.option }

    func applyFurtherOptions(to request: inout Request) throws {
        if pairs && overlay {
            throw Failure(.badRequest, "--overlay and --pairs draw different pages; use one of them")
        }
        try split.apply(to: &request)
        try others.apply(to: &request, beside: network)
        restarts.apply(to: &request)
        comparison.apply(to: &request)
        grid.apply(to: &request)
        surface.apply(to: &request)
        keeping.apply(to: &request)
        summary.apply(to: &request)
    }
}
