import Datasets
import DecisionBoundary
import Foundation
import Geometry
import Testing

@Suite("A plan of an invalid request")
struct PlanTests {
    /// A request that is wrong in one way, the keys that its error names, and the kind of the error.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let keys: [String]
        let kind: RunError.Kind
        let request: Request

        init(
            _ description: String, _ keys: [String], _ kind: RunError.Kind = .badRequest,
            _ product: Product = .surface(),
            _ change: (inout Request) -> Void
        ) {
            var request = Request.small(product)
            change(&request)
            (testDescription, self.keys, self.kind, self.request) = (description, keys, kind, request)
        }

        /// A request whose generated set is wrong.
        static func data(_ keys: [String], _ name: GeneratedSet.Name, _ change: (inout GeneratedSet) -> Void) -> Wrong {
            var set = GeneratedSet(name)
            change(&set)
            return Wrong("\(name) \(keys)", keys) { $0.data = .generated(set) }
        }

        /// A request whose inline data are wrong.
        static func inline(_ description: String, _ change: (inout InlineData) -> Void) -> Wrong {
            var data = InlineData()
            (data.points, data.labels) = ([[0, 0], [1, 1], [2, 0]], [0, 1, 0])
            change(&data)
            return Wrong(description, ["data"], .badData) { $0.data = .inline(data) }
        }
    }

    private static let itself: [Wrong] = [
        Wrong("no classifiers", ["classifiers"]) { $0.classifiers = [] },
        Wrong("a title on a page without one", ["page.title", "page.hasTitle"]) {
            ($0.page.title, $0.page.hasTitle) = ("a", false)
        },
        Wrong("nothing held out", ["split.testFraction"]) { $0.split = SplitSettings(testFraction: 0) },
        Wrong("the last and others held out", ["split.last"]) {
            $0.split = SplitSettings(lastCount: 3)
            $0.split?.seed = 1
        },
        Wrong("all held out", ["split.testFraction"]) { $0.split = SplitSettings(testFraction: 1) },
        Wrong("twice as many held out", ["split.testFraction"]) { $0.split = SplitSettings(testFraction: 2) },
        Wrong("a share that is not a number", ["split.testFraction"]) { $0.split = SplitSettings(testFraction: .nan) },
        Wrong(
            "61 panels", ["product.surface.sheet", "classifiers.hidden", "classifiers.lambda"], .badRequest, .sheet
        ) {
            $0.classifiers = Request.networks(hidden: (1...61).map { [$0] })
        },
        Wrong(
            "11 boundaries", ["product.surface.overlay", "classifiers.hidden", "classifiers.lambda"], .badRequest,
            .overlay
        ) {
            $0.classifiers = Request.networks(hidden: (1...11).map { [$0] })
        },
        Wrong("bands of an overlay", ["regions.fill"], .badRequest, .overlay) { $0.regions.fill = .probability },
        Wrong("levels of an overlay", ["regions.levels"], .badRequest, .overlay) { $0.regions.levels = 4 },
        Wrong("the units of an overlay", ["regions.unitLines"], .badRequest, .overlay) {
            $0.regions.showsUnitLines = true
        },
        Wrong("other restarts in an overlay", ["regions.showsRestarts"], .badRequest, .overlay) {
            ($0.regions.showsRestarts, $0.training.restarts) = (true, 2)
        },
        Wrong("a curve of one size", ["product.surface.curve", "classifiers.hidden"], .badRequest, .curve()) {
            $0.classifiers = Request.networks(hidden: [[3]], lambdas: [0.1, 1])
        },
        Wrong("a curve of a model", ["product.surface.curve"], .badRequest, .curve()) {
            $0.classifiers.append(.model(path: "a.json"))
        },
        Wrong("a curve of 61 λ", ["product.surface.curve", "classifiers.lambda"], .badRequest, .curve()) {
            $0.classifiers = Request.networks(hidden: [[1], [2]], lambdas: (1...61).map(Double.init))
        },
        Wrong("repeats of a picture", ["split.repeats"]) { $0.split = SplitSettings(testFraction: 0.3, repeats: 2) },
        Wrong("repeats of a sheet", ["split.repeats"], .badRequest, .sheet) {
            $0.split = SplitSettings(testFraction: 0.3, repeats: 2)
        },
        Wrong("repeats beyond the greatest seed", ["split.repeats", "split.seed"], .badRequest, .curve()) {
            $0.split = SplitSettings(testFraction: 0.3, seed: .max - 1, repeats: 3)
        },
        Wrong("a repeat that holds out too many", ["split.testFraction"], .badRequest, .curve()) {
            $0.split = SplitSettings(testFraction: 0.97, repeats: 50)
        },
        Wrong("other restarts of one", ["regions.showsRestarts", "training.restarts"]) {
            $0.regions.showsRestarts = true
        },
        Wrong("seeds beyond the greatest", ["training.restarts", "training.initialSeed"]) {
            ($0.training.initialSeed, $0.training.restarts) = (.max, 2)
        },
        Wrong("a tuning of a model", ["classifiers.model"], .badRequest, .tune()) {
            $0.classifiers.append(.model(path: "a.json"))
        },
        Wrong("a difference of three", ["classifiers.hidden", "classifiers.lambda"], .badRequest, .difference) {
            $0.classifiers = Request.networks(hidden: [[1], [2], [3]])
        },
        Wrong("a difference of a network from itself", ["classifiers"], .badRequest, .difference) {
            $0.classifiers = Request.networks(hidden: [[3], [3]])
        },
        Wrong("a film of two networks", ["classifiers.hidden", "classifiers.lambda"], .badRequest, .film()) { _ in },
        Wrong("a film of a model", ["classifiers.model"], .badRequest, .film()) {
            $0.classifiers = [.model(path: "a.json")]
        },
        Wrong("a film of restarts", ["regions.showsRestarts"], .badRequest, .film()) {
            $0.classifiers.removeLast()
            ($0.regions.showsRestarts, $0.training.restarts) = (true, 2)
        },
        Wrong("the units of a difference", ["regions.unitLines"], .badRequest, .difference) {
            $0.regions.showsUnitLines = true
        },
        Wrong("a still GIF", ["outputs.format"]) { $0.outputs.format = .gif },
        Wrong("bands of a difference", ["regions.levels"], .badRequest, .difference) { $0.regions.levels = 4 },
        Wrong("other restarts in a difference", ["regions.showsRestarts"], .badRequest, .difference) {
            ($0.regions.showsRestarts, $0.training.restarts) = (true, 2)
        },
        Wrong("the grid of a curve", ["grid.margin"], .badRequest, .curve()) { $0.grid.margin = AxisPair(1) },
        Wrong("the palette of a curve", ["regions.palette"], .badRequest, .curve()) { $0.regions.palette = "gray" },
        Wrong("one fold", ["product.tune.folds"], .badRequest, .tune(folds: 1)) { $0.product = .tune(folds: 1) },
        Wrong("more folds than points", ["product.tune.folds"], .badRequest, .tune()) {
            $0.product = .tune(folds: 50)
        },
        Wrong("an unknown palette", ["regions.palette"]) { $0.regions.palette = "rainbow" },
        Wrong("a palette of one colour", ["regions.palette"]) { $0.regions.palette = "#c00" },
        Wrong("bands of plain regions", ["regions.levels", "regions.fill"]) { $0.regions.levels = 3 },
        Wrong("21 bands", ["regions.fill"]) { ($0.regions.fill, $0.regions.levels) = (.score, 21) },
        Wrong("the score of three classes", ["regions.fill"]) {
            ($0.data, $0.regions.fill) = (.generated(GeneratedSet(.blobs)), .score)
        },
        Wrong("an unknown placeholder in the title", ["page.title"]) { $0.page.title = "{units}" },
        Wrong("the held-out score without held-out points", ["page.title"]) { $0.page.title = "{test}" },
    ]

    private static let values: [Wrong] = [
        Wrong("no resolution", ["page.dpi"]) { $0.page.dpi = 0 },
        Wrong("a resolution that is not a number", ["page.dpi"]) { $0.page.dpi = .nan },
        Wrong("a resolution beyond the greatest", ["page.dpi"]) { ($0.page.dpi, $0.outputs.format) = (1e300, .svg) },
        Wrong("a page beyond the greatest", ["page.size"]) {
            ($0.page.size, $0.outputs.format) = (AxisPair(1e308), .svg)
        },
        Wrong("a page without height", ["page.size"]) { $0.page.size = AxisPair(x: 6, y: 0) },
        Wrong("no repeat", ["split.repeats"], .badRequest, .curve()) {
            $0.split = SplitSettings(testFraction: 0.3, repeats: 0)
        },
        Wrong("1001 repeats", ["split.repeats"], .badRequest, .tune()) { $0.split?.repeats = 1001 },
        Wrong("no restart", ["training.restarts"]) { $0.training.restarts = 0 },
        Wrong("a negative tolerance", ["training.tolerance"]) { $0.training.tolerance = -1 },
        Wrong("a negative number of iterations", ["training.maxIterations"]) { $0.training.maxIterations = -1 },
        Wrong("no step", ["grid.step"]) { $0.grid.step = AxisPair(0) },
        Wrong("a step that is not a number", ["grid.step"]) { $0.grid.step = AxisPair(x: 0.1, y: .nan) },
        Wrong("a negative margin", ["grid.margin"]) { $0.grid.margin = AxisPair(-1) },
        Wrong("an infinite margin", ["grid.margin"]) { $0.grid.margin = AxisPair(.infinity) },
        Wrong("one limit", ["grid.xLimits"]) { $0.grid.xLimits = [1] },
        Wrong("limits in descending order", ["grid.yLimits"]) { $0.grid.yLimits = [1, 0] },
    ]

    private static let data: [Wrong] = [
        .data(["data.noise", "data"], .blobs) { $0.noise = 0.1 }, .data(["data.factor"], .moons) { $0.factor = 0.5 },
        .data(["data.centers"], .circles) { $0.centers = 3 }, .data(["data.spread"], .xor) { $0.spread = 1 },
        .data(["data.samples"], .moons) { $0.samples = 0 }, .data(["data.samples"], .moons) { $0.samples = -5 },
        .data(["data.samples"], .spirals) { $0.samples = 1 }, .data(["data.noise"], .moons) { $0.noise = -0.1 },
        .data(["data.noise"], .moons) { $0.noise = .nan }, .data(["data.factor"], .circles) { $0.factor = 1 },
        .data(["data.centers"], .blobs) { $0.centers = 1 }, .data(["data.centers"], .blobs) { $0.centers = 101 },
        .data(["data.spread"], .blobs) { $0.spread = .infinity },
        .inline("no points") { ($0.points, $0.labels) = ([], []) },
        .inline("a label too few") { $0.labels.removeLast() },
        .inline("an unknown class") { $0.labels[0] = 2 }, .inline("a negative class") { $0.labels[0] = -1 },
        .inline("a point of one number") { $0.points[1] = [1] },
        .inline("a point that is not finite") { $0.points[1] = [1, .infinity] },
        .inline("one class") { $0.classes = ["0"] }, .inline("one class among the labels") { $0.labels = [0, 0, 0] },
        .inline("a class twice") { $0.classes = ["0", "0"] },
        .inline("one feature") { $0.features = ["x"] },
        .inline("points too far apart") { $0.points = [[-1.7e308, 0], [1.7e308, 1], [0, 0]] },
        .inline("points in a column") { $0.points = [[1, 0], [1, 1], [1, 2]] },
        Wrong("a missing file", [], .missingInput) { $0.data = .file(DataFile("/nowhere/a.csv")) },
        Wrong("a missing model", ["classifiers.model"], .missingInput) {
            $0.classifiers = [.model(path: "/nowhere/a.json")]
        },
    ]

    private static let machine: [Wrong] = [
        Wrong("a page of no pixels", ["page.size", "page.dpi"]) { $0.page.dpi = 1e-300 },
        Wrong("a page beyond all numbers", ["page.size"]) { $0.page.size = AxisPair(1e300) },
        Wrong("a network of the greatest number of units", ["classifiers.hidden"], .tooLarge) {
            $0.classifiers = [.network(hidden: [.max])]
        },
        Wrong("two layers of the greatest number of units", ["classifiers.hidden"], .tooLarge) {
            $0.classifiers = [.network(hidden: [.max, .max]), .network(hidden: [.max, 1])]
        },
        Wrong("the greatest number of points", ["data.samples"], .tooLarge) {
            $0.data = .generated(GeneratedSet(.blobs, samples: .max))
        },
        Wrong("the greatest number of folds", ["product.tune.folds"], .badRequest, .tune()) {
            $0.product = .tune(folds: .max)
        },
        Wrong("a step larger than the picture", ["grid.step"]) { $0.grid.step = AxisPair(100) },
        Wrong("a page of too many pixels", ["page.size", "page.dpi"]) { $0.page.dpi = 1e6 },
        Wrong("more points than the memory holds", ["data.samples"], .tooLarge) {
            $0.data = .generated(GeneratedSet(.moons, samples: 1_000_000_000_000_000))
        },
        Wrong("a grid that is too fine", ["grid.step"], .tooLarge) { $0.grid.step = AxisPair(1e-7) },
        Wrong("a network that is too large", ["classifiers.hidden"], .tooLarge) {
            $0.classifiers = [.network(hidden: [1_000_000, 1_000_000])]
        },
    ]

    private static let outputs: [Wrong] = [
        Wrong("no path", ["outputs.path"]) { $0.outputs.path = "" },
        Wrong("another format", ["outputs.path"]) { $0.outputs.path = "a{hidden}.gif" },
        Wrong("a format that the name contradicts", ["outputs.path", "outputs.format"]) {
            $0.outputs.path = "{hidden}.svg"
        },
        Wrong("one file for two pictures", ["outputs.path"]) { $0.outputs.path = "a.png" },
        Wrong("two pictures on standard output", ["outputs.path"]) { $0.outputs.path = "-" },
        Wrong("an unknown placeholder", ["outputs.path"]) { $0.outputs.path = "{size}.png" },
        Wrong("a placeholder without an end", ["outputs.path"]) { $0.outputs.path = "{hidden.png" },
        Wrong("a sheet with placeholders", ["outputs.path"], .badRequest, .sheet) {
            $0.outputs.path = "{hidden}.png"
        },
        Wrong("an overlay beside a picture on standard output", ["outputs.path", "product.surface.overlay"]) {
            $0.classifiers.removeLast()
            $0.outputs.path = "-"
            var settings = SurfaceSettings()
            settings.hasOverlay = true
            $0.product = .surface(settings)
        },
        Wrong("a summary over an overlay", ["outputs.json"], .badRequest, .overlay) {
            $0.outputs.json = "output/boundary-overlay.png"
        },
        Wrong("a tuning in one file", ["outputs.path"], .badRequest, .tune()) { $0.outputs.path = "a.png" },
        Wrong("no summary", ["outputs.json"]) { $0.outputs.json = "" },
        Wrong("picture and summary on standard output", ["outputs.path", "outputs.json"], .badRequest, .sheet) {
            ($0.outputs.path, $0.outputs.json) = ("-", "-")
        },
        Wrong("a summary over a picture", ["outputs.json"]) { $0.outputs.json = "output/./boundary-hidden-2.png" },
        Wrong("a model in a folder", ["outputs.models"]) { $0.outputs.models = "models/" },
        Wrong("one file for two models", ["outputs.models"]) { $0.outputs.models = "a.json" },
        Wrong("a model over the summary", ["outputs.models"]) {
            $0.classifiers.removeLast()
            ($0.outputs.json, $0.outputs.models) = ("a.json", "a.json")
        },
        Wrong("a picture over the data", ["outputs.path"], .badRequest, .sheet) {
            $0.data = .file(DataFile("a.png"))
            $0.outputs.path = "./a.png"
        },
    ]

    @Test(
        "It is refused before anything is written, with the keys that are wrong",
        arguments: itself + values + data + machine + outputs)
    func refused(wrong: Wrong) throws {
        let files = MemoryFiles()
        let error = #expect(throws: RunError.self) { try Plan(wrong.request, in: files.environment()) }
        #expect(error?.kind == wrong.kind)
        let message = error?.description ?? ""
        for key in wrong.keys { #expect(message.contains(key), "\(message)") }
        #expect(!message.contains("\n") && files.all.isEmpty)
    }

    @Test("A file that has changed, lacks a column or holds one class is refused")
    func files() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "a,b,c\n0,0,x\n1,1,y\n2,1,x\n3,2,y\n".write(toFile: path, atomically: true, encoding: .utf8)
        var file = DataFile(path)
        func error(_ change: (inout DataFile) -> Void) -> RunError? {
            var request = Request.small()
            var file = file
            change(&file)
            request.data = .file(file)
            return #expect(throws: RunError.self) { try Plan(request, in: MemoryFiles().environment()) }
        }
        #expect(error { $0.sha256 = String(repeating: "0", count: 64) }?.kind == .badData)
        #expect(error { $0.x = "d" }?.kind == .badRequest)
        #expect(
            error {
                $0.label = "a"
                $0.x = "a"
            }?.kind == .badRequest)
        try "a,b,c\n0,0,x\n1,1,x\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(error { _ in }?.kind == .badData)
        file.path = "\(path)/"
        #expect(error { _ in }?.kind == .missingInput)
    }

    /// Plans of 40 points, of which `count` are of the second class, for twenty seeds of a split; or their errors.
    private func splits(
        of count: Int, _ fraction: Double, isStratified: Bool = false
    ) -> [Result<Plan, RunError>] {
        var data = InlineData()
        data.points = (0..<40).map { [Double($0), Double($0 * 7 % 40)] }
        data.labels = (0..<40).map { $0 < count ? 1 : 0 }
        var request = Request.small()
        request.data = .inline(data)
        return (0..<20 as Range<UInt32>).map { seed in
            request.split = SplitSettings(testFraction: fraction, seed: seed, isStratified: isStratified)
            return Result { () throws(RunError) in try Plan(request, in: MemoryFiles().environment()) }
        }
    }

    @Test("The last points can be held out, in their order, unless a class loses all its points")
    func lastPoints() throws {
        var data = InlineData()
        data.points = (0..<10).map { [Double($0), Double($0 * 7 % 10)] }
        data.labels = [0, 0, 1, 0, 1, 1, 0, 1, 1, 1]
        var request = Request.small()
        request.data = .inline(data)
        request.split = SplitSettings(lastCount: 4)
        let plan = try Plan(request, in: MemoryFiles().environment())
        #expect(plan.data.training.points.map(\.x) == [0, 1, 2, 3, 4, 5])
        #expect(plan.data.test?.points.map(\.x) == [6, 7, 8, 9] && plan.data.test?.labels == [0, 1, 1, 1])
        for (count, words) in [(0, "1 to 9"), (10, "1 to 9"), (8, "no point of class '1' to train on")] {
            request.split = SplitSettings(lastCount: count)
            let error = #expect(throws: RunError.self) {
                try Plan(request, in: MemoryFiles().environment())
            }
            #expect(error?.kind == .badRequest && error?.description.contains(words) == true, "\(count)")
        }
    }

    @Test("A split that leaves a large class without points to train on is refused")
    func split() {
        let errors = splits(of: 12, 0.9).compactMap { result -> RunError? in
            if case .failure(let error) = result { error } else { nil }
        }
        #expect(!errors.isEmpty && errors.count < 20)
        for error in errors {
            #expect(error.kind == .badRequest)
            #expect(error.description.contains("split.testFraction 0.9 leaves no point of class '1' to train on"))
        }
    }

    @Test("A class with too few points stays in the training part, with a note", arguments: [false, true])
    func smallClass(isStratified: Bool) throws {
        for result in splits(of: 1, 0.5, isStratified: isStratified) {
            let plan = try result.get()
            #expect(plan.data.training.labels.count { $0 == 1 } == 1)
            #expect(plan.data.training.points.count + (plan.data.test?.points.count ?? 0) == 40)
            let notes = plan.notes.map { $0.message.text() }
            #expect(notes == ["'1': too few points to hold some out, so all are trained on"])
        }
    }

    @Test("The command names its options in place of keys")
    func naming() {
        var request = Request.small()
        request.classifiers = []
        let error = #expect(throws: RunError.self) { try Plan(request) }
        #expect(
            error?.message.text { "<\($0.rawValue)>" }
                == "<classifiers>: a request has one classifier or more")
    }
}
