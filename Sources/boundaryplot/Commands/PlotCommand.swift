import ArgumentParser
import DecisionBoundary

/// `boundaryplot plot`, the default command: draws a picture per network.
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
              boundaryplot flowers.csv --hidden 20 --classifier 'SVM=python3 svm.py'
              boundaryplot --request figure.json -o figure.pdf

            \(ExitStatus.help)
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Network") var network: NetworkOptions<SurfaceDefaults>
    @OptionGroup(title: "Other classifiers") var others: ClassifierOptions
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions<SurfaceDefaults>

    @Flag(help: "Also draw all networks on one page, boundary-sheet.png; with several λ, a row for each.")
    var sheet = false

    @Flag(help: "Also draw the boundaries of up to ten classifiers over one scatter, boundary-overlay.png.")
    var overlay = false

    @Flag(help: "Also draw training and test error against hidden layer size, boundary-curve.png.")
    var curve = false

    @OptionGroup(title: "Comparison") var curveOptions: CurveOptions
    @OptionGroup(title: "Comparison") var comparison: ShowRestartsOptions
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var surface: SurfaceOptions
    @OptionGroup(title: "Picture") var theme: ThemeOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var execution: RunOptions
    @OptionGroup(title: "Run") var file: RequestOptions

    func name(of key: RequestKey) -> String {
        let isOption = outputsGiven.contains(key) || [.command, .timeout].contains(key)
        return file.request == nil || isOption ? key.option : "'\(key.rawValue)'"
    }

    /// The keys of outputs that options set.
    private var outputsGiven: Set<RequestKey> {
        let given: [(RequestKey, Bool)] = [
            (.path, picture.output != nil), (.format, picture.format != nil), (.json, summary.json != nil),
            (.models, keeping.saveModel != nil),
        ]
        return Set(given.filter(\.1).map(\.0))
    }

    var inputs: [String] { execution.config.inputs + (file.request.map { [$0] } ?? []) }

    func failure(for error: RunError) -> Failure {
        let failure = Failure(error, naming: name)
        guard let path = file.request, failure.kind != .cancelled, outputsGiven.isDisjoint(with: error.message.keys)
        else { return failure }
        return failure.inFile("--request '\(path)': \(failure)")
    }

    func request() throws -> Request {
        guard var request = try file.load() else { return try requestOfOptions() }
        try others.limits.check(
            allowing: others.classifier, in: request, of: "--request '\(file.request ?? "")'")
        picture.applyOutputs(to: &request)
        keeping.apply(to: &request)
        summary.apply(to: &request)
        return request
    }

    func applyFurtherOptions(to request: inout Request) throws {
        try checkTraining()
        try curveOptions.check()
        let options = [("--curve-of", curveOptions.curveOf != nil), ("--over", curveOptions.over != nil)]
        if let option = options.first(where: \.1)?.0, !curve {
            throw Failure(.badRequest, "\(option) needs --curve, which draws the curve")
        }
        try split.apply(to: &request)
        try others.apply(to: &request, beside: network)
        restarts.apply(to: &request)
        comparison.apply(to: &request)
        grid.apply(to: &request)
        surface.apply(to: &request)
        keeping.apply(to: &request)
        summary.apply(to: &request)
        var settings = SurfaceSettings()
        settings.hasSheet = sheet
        settings.hasOverlay = overlay
        settings.curve = curve ? curveOptions.settings : nil
        request.product = .surface(settings)
    }

    var commandTimeout: Double? { others.limits.timeout }

    /// - Throws: `Failure` of status 64 if an option has no effect, since no network is trained.
    private func checkTraining() throws(Failure) {
        guard others.hasClassifier, network.hidden == nil else { return }
        let further = [
            ("--restarts", restarts.restarts != nil), ("--show-restarts", comparison.showRestarts), ("--curve", curve),
            ("--no-standardize", data.noStandardize), ("--save-model", keeping.saveModel != nil),
        ].filter(\.1).map(\.0)
        if let option = (network.given + training.given + (others.hasExternal ? [] : split.given) + further).first {
            let classifiers = others.hasExternal ? "--classifier and --predictions, which are" : "--model, which is"
            throw Failure(
                .badRequest,
                "\(option) does not apply to \(classifiers) not trained here; --hidden 3 trains a network beside")
        }
    }
}
