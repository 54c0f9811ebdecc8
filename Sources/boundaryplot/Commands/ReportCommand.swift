import ArgumentParser
import DecisionBoundary

/// `boundaryplot report`: writes a page on which readers compare all networks.
struct ReportCommand: RunCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write one HTML page that compares networks.",
        usage: "boundaryplot report [<file>] [<options>]",
        discussion: """
            Trains a network for every size and λ, and writes one HTML file. Its sliders change size and λ, and boundary, error \
            curve and scores follow; any two networks can be compared. The page needs no network connection and no other \
            file. Printed, or without JavaScript, it has all boundaries, curves and scores.

            EXAMPLES
              boundaryplot report --test-fraction 0.3
              boundaryplot report flowers.csv --hidden 0-10,15,20 -o report.html
              boundaryplot report --hidden 1-5 --classifier 'SVM=python3 svm.py'
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Networks") var network: NetworkOptions<ReportDefaults>
    @OptionGroup(title: "Other classifiers") var others: ClassifierOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions<ReportDefaults>
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Page") var page: ReportOptions
    @OptionGroup(title: "Page") var palette: PaletteOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var execution: RunOptions

    var commandTimeout: Double? { others.limits.timeout }

    func applyPage(to request: inout Request) { page.apply(to: &request) }

    func applyFurtherOptions(to request: inout Request) throws {
        palette.apply(to: &request)
        try split.apply(to: &request)
        try others.apply(to: &request, beside: network)
        restarts.apply(to: &request)
        grid.apply(to: &request)
        keeping.apply(to: &request)
        summary.apply(to: &request)
    }
}

/// File and texts of a page.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A file ending in .html, or a folder for boundary-report.html, created if missing; or - for standard output. "
                + "(default: output)", valueName: "path"),
        completion: .file(extensions: ["html"]))
    var output: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The title of the page. (default: a description of the networks)", valueName: "text"))
    var title: String?

    @OptionGroup var titles: AxisTitleOptions

    @Flag(help: "Leave out the request of the run, which the page has as JSON.")
    var noMetadata = false

    func apply(to request: inout Request) {
        if let output { request.outputs.path = output }
        request.page.title = title
        titles.apply(to: &request)
        if noMetadata { request.outputs.hasMetadata = false }
    }
}
