import Pictures
import Training

extension Request {
    /// Checks the parts against each other.
    func check() throws(RunError) {
        try training.check("training")
        try grid.check("grid")
        try page.check("page")
        guard !classifiers.isEmpty else {
            throw RunError(.badRequest, "\(.classifiers): a request has one classifier or more")
        }
        if page.title != nil && !page.hasTitle {
            throw RunError(.badRequest, "\(.title) and \(.hasTitle) contradict each other; use one of them")
        }
        if page.legend != .auto && !page.hasLegend {
            throw RunError(.badRequest, "\(.legend) and \(.hasLegend) contradict each other; use one of them")
        }
        if (page.pointSize != 1 || page.pointOpacity != nil) && !page.hasPoints {
            let key: RequestMessage = page.pointSize != 1 ? "\(.pointSize)" : "\(.pointOpacity)"
            throw RunError(.badRequest, "\(key) and \(.hasPoints) contradict each other; use one of them")
        }
        if let film { try checkFilm(film) } else { try refuseGIF() }
        let hasPanels =
            product == .sheet || product == .pairs || filmForm == .sheet
            || isCurve && curve?.axis != .lambda && Set(classifiers.map(\.candidate?.lambda)).count > 1
        if hasPanels && page.legend == .inside {
            throw RunError(
                .badRequest,
                "\(.legend) inside does not apply to a page of several panels, whose legend is beside them; remove it")
        }
        try split?.check("split")
        if let split, let count = split.lastCount {
            guard split == SplitSettings(lastCount: count) else {
                throw RunError(
                    .badRequest, "\(.lastCount) \(count) names the held-out points; remove the other keys of 'split'")
            }
            guard curve?.axis != .samples else {
                throw RunError(
                    .badRequest,
                    "\(.over) samples takes the training points in random order; use \(.testFraction) instead of \(.lastCount)"
                )
            }
        } else if let split, !(0 < split.testFraction && split.testFraction < 1) {
            throw RunError(
                .badRequest, "\(.testFraction) \(split.testFraction): a number between 0 and 1 is accepted")
        }
        try checkRepeats()
        if hasSheet && classifiers.count > Self.greatestPanelCount {
            throw RunError(
                .badRequest,
                """
                \(.sheet) has room for \(Self.greatestPanelCount) panels, and these are \(classifiers.count); \
                \(adviceForFewer)
                """)
        }
        if hasOverlay && classifiers.count > BoundaryLine.greatestCount {
            throw RunError(
                .badRequest,
                """
                \(.overlay) has room for \(BoundaryLine.greatestCount) boundaries, and these are \(classifiers.count); \
                \(adviceForFewer)
                """)
        }
        if let curve { try checkCurve(over: curve.axis) }
        if isCurve {
            try refuse(
                [.xLabel, .yLabel, .hasPoints, .pointSize, .pointOpacity], parts: ["grid", "regions"],
                of: "a curve, which has no regions")
        }
        if product == .pairs { try checkPairs() }
        if product == .overlay {
            try refuse(
                [.fill, .levels, .showsRestarts, .showsUnitLines],
                of: "an overlay, which draws one boundary for each classifier and no regions")
        }
        if case .difference = product {
            try refuse(
                [.fill, .levels, .showsRestarts, .showsUnitLines],
                of: "a difference, which shades only where two classifiers differ")
        }
        if regions.showsRestarts && training.restarts == 1 {
            throw RunError(.badRequest, "\(.showsRestarts) needs several restarts; \(.restarts) 10 makes some")
        }
        guard UInt64(training.initialSeed) + UInt64(training.restarts) <= 1 << 32 else {
            throw RunError(
                .badRequest,
                """
                \(.restarts) \(training.restarts) from \(.initialSeed) \(training.initialSeed) goes beyond the greatest \
                seed, 4294967295
                """)
        }
        if tuning != nil && classifiers.contains(where: { $0.candidate == nil }) {
            throw RunError(.badRequest, "a tuning trains all networks; \(.model) is not accepted")
        }
        if tuning != nil && !isMatrix {
            throw RunError(
                .badRequest,
                "a tuning trains a network of every size with each λ, all of one activation; these \(.classifiers) differ"
            )
        }
        if product == .report { try checkReport() }
        if case .difference = product, classifiers.count != 2 {
            let areNetworks = classifiers.allSatisfy { $0.candidate != nil }
            throw RunError(
                .badRequest,
                areNetworks
                    ? """
                    a difference compares two networks, and \(.hidden) and \(.lambda) give \(classifiers.count); use two \
                    sizes, or one size and two λ
                    """
                    : """
                    a difference compares two classifiers, and \(.hidden), \(.model), \(.command) and \(.predictions) give \
                    \(classifiers.count)
                    """)
        }
        try checkExternal()
        if case .difference = product, classifiers[0] == classifiers[1] {
            throw RunError(
                .badRequest,
                "a difference compares two classifiers, and both are the same; use another \(.hidden) or \(.lambda), or another file"
            )
        }
        try checkShards()
    }

    private func checkShards() throws(RunError) {
        guard outputs.shard != nil || outputs.mergesShards else { return }
        let key: RequestKey = outputs.mergesShards ? .merge : .shard
        guard tuning != nil else {
            throw RunError(
                .badRequest, "\(key) applies to a tuning alone (boundaryplot tune); remove it")
        }
        guard outputs.shard == nil || !outputs.mergesShards else {
            throw RunError(.badRequest, "\(.shard) and \(.merge) contradict each other; use one of them")
        }
        guard !outputs.mergesShards || !outputs.startsOver else {
            throw RunError(
                .badRequest, "\(.startsOver) and \(.merge) contradict each other; \(.startsOver) belongs to \(.shard)")
        }
        guard outputs.shard != nil else { return }
        try refuse([.json, .models], of: "a shard, which only makes fits for \(.merge)")
    }

    /// Checks the names, commands and files of classifiers outside of this program.
    private func checkExternal() throws(RunError) {
        for classifier in classifiers {
            if classifier.command?.allSatisfy(\.isWhitespace) == true {
                throw RunError(
                    .badRequest, "\(.command) is empty; a shell command is accepted, such as 'python3 svm.py'")
            }
            if classifier.predictionsPath == "" {
                throw RunError(.badRequest, "\(.predictions) is empty; a file is accepted, such as answers.csv")
            }
        }
        let readsData = if case .file(let file) = data { file.path == "-" } else { false }
        let inputCount = classifiers.count { $0.predictionsPath == "-" } + (readsData ? 1 : 0)
        if inputCount > 1, classifiers.contains(where: { $0.predictionsPath == "-" }) {
            throw RunError(.badRequest, "\(.predictions) -: standard input is read once; use a file")
        }
        let names = classifiers.compactMap(\.givenName)
        if let name = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw RunError(
                .badRequest,
                "two classifiers are called '\(name)'; give each a name of its own, such as 'first=…' and 'second=…'")
        }
        guard tuning == nil, !isCurve, film == nil, product != .pairs || names.isEmpty else {
            guard names.isEmpty else {
                throw RunError(
                    .badRequest,
                    "'\(names[0])' is no network to train; \(.command) and \(.predictions) are drawn by plot, sheet, diff and report"
                )
            }
            return
        }
    }

    private var adviceForFewer: RequestMessage {
        classifiers.contains { $0.candidate == nil }
            ? "use fewer classifiers" : "use fewer \(.hidden) or \(.lambda)"
    }

    private func checkPairs() throws(RunError) {
        guard classifiers.count == 1, classifiers[0].candidate != nil else {
            throw RunError(
                .badRequest,
                "pairs of features are drawn with one network that is trained; use one \(.hidden) and one \(.lambda)")
        }
        guard case .file(let file) = data, file.path != "-" else {
            throw RunError(
                .badRequest,
                "pairs of features come from a file, not from a generated set or a pipe; \(.data) names one")
        }
        for (key, column) in [(RequestKey.x, file.x), (.y, file.y)] where column != nil {
            throw RunError(.badRequest, "\(key) does not apply to all pairs of features; remove it")
        }
        guard file.projection == nil else {
            throw RunError(.badRequest, "\(.projection) does not apply to all pairs of features; remove it")
        }
        if let features = file.features, features != ["all"], features.count < 3 {
            throw RunError(
                .badRequest,
                "\(.features) names \(features.count) column\(features.count == 1 ? "" : "s"); pairs need three or more"
            )
        }
        guard regions.fill != .score else {
            throw RunError(.badRequest, "\(.fill) score has other bands for every pair of features; use probability")
        }
        guard outputs.models == nil else {
            throw RunError(
                .badRequest, "\(.models) takes one network, and every pair of features has its own; remove it")
        }
        try refuse(
            [.step, .xLimits, .yLimits, .xLabel, .yLabel], of: "pairs of features, whose axes differ")
    }

    private func checkRepeats() throws(RunError) {
        guard let split, split.repeats > 1 else { return }
        guard isCurve || tuning != nil else {
            throw RunError(
                .badRequest,
                """
                \(.repeats) applies to 'boundaryplot curve', which repeats the split, and to 'boundaryplot tune', which \
                repeats the folds; use one of them, or remove it
                """)
        }
        if let axis = curve?.axis, axis == .samples || axis == .iterations {
            throw RunError(
                .badRequest, "\(.repeats) does not apply to \(.over) \(axis.rawValue); use \(.over) hidden or lambda")
        }
        guard UInt64(split.seed) + UInt64(split.repeats) <= 1 << 32 else {
            throw RunError(
                .badRequest,
                """
                \(.repeats) \(split.repeats) from \(.splitSeed) \(split.seed) goes beyond the greatest seed, 4294967295
                """)
        }
    }

    /// The number of repeats of the division, 1 or more.
    package var repeats: Int { split?.repeats ?? 1 }

    /// - Throws: `RunError` if the request sets one of `keys`, or a key of one of `parts`.
    func refuse(_ keys: [RequestKey], parts: [String] = [], of product: RequestMessage) throws(RunError) {
        let names = Set(keys.map(\.rawValue))
        let refused = leaves.keys.filter { path in
            names.contains(path) || parts.contains { path.hasPrefix("\($0).") }
        }
        guard let path = refused.min() else { return }
        let key: RequestMessage = RequestKey(rawValue: path).map { "\($0)" } ?? "\(path)"
        throw RunError(.badRequest, "\(key) does not apply to \(product); remove it")
    }

    /// - Throws: `RunError` if the files of another product than a film are GIFs.
    private func refuseGIF() throws(RunError) {
        let key: RequestMessage
        if let path = outputs.path, path.lowercased().hasSuffix(".gif") {
            key = "\(.path) '\(path)'"
        } else if outputs.format == .gif {
            key = "\(.format) gif"
        } else {
            return
        }
        throw RunError(.badRequest, "\(key): only a film is a GIF (boundaryplot film); use \(PictureFormat.endings)")
    }

    /// True if the classifiers are networks of one activation, of every size one with each λ.
    var isMatrix: Bool {
        let candidates = classifiers.compactMap(\.candidate)
        let cellCount = Set(candidates.map(\.hidden)).count * Set(candidates.map(\.lambda)).count
        return candidates.count == classifiers.count && Set(candidates).count == candidates.count
            && Set(candidates.map(\.activation)).count == 1 && cellCount == candidates.count
    }

    /// The maximum number of panels on a page.
    static let greatestPanelCount = 60

    /// The λ that have a place on a logarithmic axis, whose ends are finite with their margins.
    private static let drawnLambdas = 1e-100...1e100

    /// The maximum number of lines of a curve, whose points have different shapes.
    static let greatestLineCount = 7

    private func checkCurve(over axis: CurveSettings.Axis) throws(RunError) {
        let candidates = classifiers.compactMap(\.candidate)
        let sizeCount = Set(candidates.map(\.hidden)).count
        let lambdaCount = Set(candidates.map(\.lambda)).count
        switch axis {
        case .hidden where sizeCount < 2: throw RunError(.badRequest, "\(.curve) needs two sizes or more in \(.hidden)")
        case .lambda where lambdaCount < 2:
            throw RunError(.badRequest, "\(.over) lambda needs two values or more in \(.lambda)")
        case .lambda where !candidates.allSatisfy({ $0.lambda == 0 || Self.drawnLambdas.contains($0.lambda) }):
            throw RunError(
                .badRequest, "\(.over) lambda draws 0 and numbers from 1e-100 to 1e100; use other \(.lambda)")
        case .iterations where classifiers.count != 1 || candidates.isEmpty:
            throw RunError(
                .badRequest,
                """
                \(.over) iterations shows the training of one network, and \(.hidden) and \(.lambda) give \(classifiers.count); \
                use one of each
                """)
        case .samples where split == nil:
            throw RunError(
                .badRequest, "\(.over) samples needs held-out points; \(.testFraction) 0.3 holds some out")
        case .lambda, .samples:
            guard sizeCount <= Self.greatestLineCount else {
                throw RunError(
                    .badRequest,
                    """
                    \(.over) \(axis.rawValue) draws a line for each size and has room for \(Self.greatestLineCount), and \
                    these are \(sizeCount); use fewer \(.hidden)
                    """)
            }
        case .hidden, .iterations: break
        }
        guard isMatrix else {
            throw RunError(
                .badRequest,
                "\(.curve) shows a network of every size with each λ, all of one activation; these \(.classifiers) differ"
            )
        }
        if axis != .lambda && lambdaCount > Self.greatestPanelCount {
            throw RunError(
                .badRequest,
                "\(.curve) has room for \(Self.greatestPanelCount) \(.lambda), and these are \(lambdaCount)")
        }
    }

    /// True if a sheet of all classifiers is drawn.
    var hasSheet: Bool {
        switch product {
        case .sheet: true
        case .surface(let settings): settings.hasSheet
        default: false
        }
    }

    /// True if the boundaries of all classifiers are drawn over one scatter.
    var hasOverlay: Bool {
        switch product {
        case .overlay: true
        case .surface(let settings): settings.hasOverlay
        default: false
        }
    }

    /// The settings of the curve; nil without a curve.
    var curve: CurveSettings? {
        switch product {
        case .curve(let settings): settings
        case .surface(let settings): settings.curve
        default: nil
        }
    }

    /// True if the only picture is a curve.
    var isCurve: Bool {
        if case .curve = product { true } else { false }
    }

    /// The settings of a tuning; nil for other products.
    var tuning: TuneSettings? {
        if case .tune(let settings) = product { settings } else { nil }
    }
}
