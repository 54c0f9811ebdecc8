import DecisionBoundary
import ModelSelection
import Testing
import Training

@Suite("A request")
struct RequestTests {
    @Test("With every default it is an empty object")
    func defaults() throws {
        #expect(try Request().json == "{}")
        #expect(try Request(json: Array("{}".utf8)) == Request())
    }

    /// A request for each product, data source, kind of classifier and setting, with its JSON.
    static let examples: [(Request, String)] = [
        (Request(.sheet), #"{"product":"sheet"}"#), (Request(.overlay), #"{"product":"overlay"}"#),
        (Request(.report), #"{"product":"report"}"#),
        (Request(.pairs), #"{"product":"pairs"}"#), (Request(.difference), #"{"product":"difference"}"#),
        (Request(.curve(CurveSettings(.cost, over: .lambda))), #"{"product":{"curve":{"of":"cost","over":"lambda"}}}"#),
        (Request(.film()), #"{"product":"film"}"#),
        (
            request(.film(settings { ($0.frames, $0.seconds, $0.loops, $0.frame) = (9, 2.5, false, 3) })) { _ in },
            #"{"product":{"film":{"frame":3,"frames":9,"loop":false,"seconds":2.5}}}"#
        ),
        (request { $0.regions.showsUnitLines = true }, #"{"regions":{"unitLines":true}}"#),
        (Request(.curve()), #"{"product":"curve"}"#),
        (Request(.curve(CurveSettings(.cost))), #"{"product":{"curve":{"of":"cost"}}}"#),
        (Request(.tune()), #"{"product":"tune"}"#),
        (
            request(.tune(settings { $0.folds = 3 })) { $0.split = nil },
            #"{"product":{"tune":{"folds":3}},"split":null}"#
        ),
        (
            request(.tune(settings { ($0.hasStratifiedFolds, $0.rule) = (false, .oneStandardError) })) { _ in },
            #"{"product":{"tune":{"rule":"oneStandardError","stratifyFolds":false}}}"#
        ),
        (
            request(.surface(settings { ($0.hasSheet, $0.curve) = (true, CurveSettings()) })) { _ in },
            #"{"product":{"surface":{"curve":{},"sheet":true}}}"#
        ),
        (
            request(.surface(settings { $0.hasOverlay = true })) { _ in },
            #"{"product":{"surface":{"overlay":true}}}"#
        ),
        (request { $0.data = .generated(GeneratedSet(.circles)) }, #"{"data":{"set":"circles"}}"#),
        (
            request {
                $0.data = .generated(settings { ($0.name, $0.centers, $0.spread, $0.seed) = (.blobs, 4, 0.5, 7) })
            },
            #"{"data":{"centers":4,"seed":7,"set":"blobs","spread":0.5}}"#
        ),
        (request { $0.data = .file(DataFile()) }, #"{"data":{"file":"-"}}"#),
        (
            request {
                $0.data = .file(
                    settings { ($0.path, $0.x, $0.skipsBadRows, $0.isStandardized) = ("a/b.csv", "w", true, false) })
            },
            #"{"data":{"file":"a/b.csv","skipBadRows":true,"standardize":false,"x":"w"}}"#
        ),
        (
            request {
                $0.data = .inline(settings { ($0.points, $0.labels) = ([[0, 1], [0.5, -2]], [0, 1]) })
            },
            #"{"data":{"labels":[0,1],"points":[[0,1],[0.5,-2]]}}"#
        ),
        (
            request { $0.classifiers = [.network(hidden: [8, 4], activation: .relu, lambda: 0)] },
            #"{"classifiers":[{"activation":"relu","hidden":[8,4],"lambda":0}]}"#
        ),
        (request { $0.classifiers = [.model(path: "m.json")] }, #"{"classifiers":[{"model":"m.json"}]}"#),
        (
            request { $0.split = SplitSettings(testFraction: 0.25, seed: 3, isStratified: true) },
            #"{"split":{"seed":3,"stratify":true,"testFraction":0.25}}"#
        ),
        (request { $0.split = SplitSettings(lastCount: 60) }, #"{"split":{"last":60}}"#),
        (
            request { ($0.training.optimizer, $0.training.restarts) = (.lbfgs, 10) },
            #"{"training":{"optimizer":"lbfgs","restarts":10}}"#
        ),
        (
            request {
                ($0.grid.step, $0.grid.margin, $0.grid.xLimits) = (AxisPair(0.5), AxisPair(x: 1, y: 2), [-1, 3])
            },
            #"{"grid":{"margin":[1,2],"step":0.5,"xLimits":[-1,3]}}"#
        ),
        (
            request { ($0.page.theme, $0.page.title, $0.page.size) = (.dark, "λ \"1\" / 2", AxisPair(x: 6, y: 4)) },
            #"{"page":{"size":[6,4],"theme":"dark","title":"λ \"1\" / 2"}}"#
        ),
        (
            request { ($0.regions.fill, $0.regions.levels, $0.regions.palette) = (.probability, 4, "#c00,#36f") },
            ##"{"regions":{"fill":"probability","levels":4,"palette":"#c00,#36f"}}"##
        ),
        (
            request { ($0.outputs.path, $0.outputs.format, $0.outputs.hasMetadata) = ("out", .svg, false) },
            #"{"outputs":{"format":"svg","metadata":false,"path":"out"}}"#
        ), (request { $0.outputs.shard = Shard(3, of: 16) }, #"{"outputs":{"shard":"3/16"}}"#),
        (request { $0.outputs.mergesShards = true }, #"{"outputs":{"merge":true}}"#),
    ]

    @Test("It has one JSON text, with sorted keys and without defaults, and is read back from it", arguments: examples)
    func roundTrip(request: Request, json: String) throws {
        #expect(try request.json == json)
        #expect(try Request(json: Array(json.utf8)) == request)
    }

    @Test("Values that are written out and equal the defaults, other orders and white space give the same bytes")
    func canonical() throws {
        let text = """
            { "product": {"surface": {"sheet": false}}, "training": {"restarts": 1, "optimizer": "cg"},
              "page": {"theme": "light", "dpi": 150, "title": null}, "grid": {"margin": [1, 1], "step": 2e-1},
              "data": {"seed": 0, "set": "moons", "samples": 2.0e2},
              "classifiers": [{"lambda": 1e-3, "hidden": [3], "activation": "sigmoid"}] }
            """
        #expect(try Request(json: Array(text.utf8)).json == #"{"grid":{"margin":1,"step":0.2}}"#)
    }

    @Test("The optimiser defaults to L-BFGS for rectifiers, whatever the other networks are")
    func optimizer() throws {
        let mixed =
            #"{"classifiers":[{"activation":"relu","hidden":[3]},{"hidden":[3]}],"training":{"optimizer":"cg"}}"#
        #expect(try Request(json: Array(mixed.utf8)).training.optimizer == .cg)
        let rectified = #"{"classifiers":[{"activation":"relu"}],"training":{"optimizer":"lbfgs"}}"#
        #expect(try Request(json: Array(rectified.utf8)).training.optimizer == nil)
        let training = TrainingRequest()
        #expect(training.optimizer(for: Candidate(hidden: [3], activation: .relu, lambda: 0)) == .lbfgs)
        #expect(training.optimizer(for: Candidate(hidden: [3], activation: .tanh, lambda: 0)) == .cg)
    }

    @Test("Equal requests have equal bytes, built in any way")
    func equalBytes() throws {
        var first = Request(.sheet)
        first.page.dpi = 100
        first.training.tolerance = 1e-3
        var second = Request()
        second.training.tolerance = 0.001
        second.product = .sheet
        second.page.dpi = 100
        second.classifiers = Request.networks(hidden: [[1], [2], [3], [5], [20]])
        #expect(first == second)
        #expect(try first.json == second.json)
    }

    @Test("JSON with a product only has the defaults of the product")
    func productDefaults() throws {
        let tuning = try Request(json: Array(#"{"product":"tune"}"#.utf8))
        #expect(tuning.split == SplitSettings(testFraction: 0.2) && tuning.classifiers.count == 30)
        #expect(try Request(json: Array(#"{"product":"curve"}"#.utf8)).classifiers.count == 20)
        let empty = try Request(json: Array(#"{"product":{"curve":{}}}"#.utf8))
        #expect(empty == Request(.curve()))
    }

    @Test("A request of random values survives its JSON", arguments: 0..<200)
    func randomRequests(seed: UInt64) throws {
        var random = RandomRequests(seed: seed)
        let request = random.next()
        let json = try request.json
        let again = try Request(json: Array(json.utf8))
        #expect(again == request, "\(json)")
        #expect(try again.json == json)
    }
}

/// A surface, or another product, with changes.
private func request(_ product: Product = .surface(), _ change: (inout Request) -> Void) -> Request {
    var request = Request(product)
    change(&request)
    return request
}

/// The defaults of a part with changes.
private func settings<Part: RequestPart>(_ change: (inout Part) -> Void) -> Part {
    var part = Part()
    change(&part)
    return part
}
