import CairoRenderer
import Contouring
import Datasets
import DecisionBoundary
import Geometry
import Optimization
import Pictures
import Plotting
import SVGRenderer
import Testing
import Training

/// The Swift code of Documentation/library.md, so that it compiles; a test compares the two.
enum LibraryExamples {
    static func runARequest() throws {
        var request = Request()
        request.classifiers = [.network(hidden: [20])]
        request.outputs.path = "net.png"
        let result = try request.run()
        print(result.classifiers[0].scored.trainingScore.accuracy)
    }

    static func drawASheetAndACurve() throws {
        var sheet = Request(.sheet)
        sheet.outputs.path = "sheet.png"
        try sheet.run()

        var curve = Request(.curve())
        curve.classifiers = Request.networks(hidden: [[1], [2], [3], [5], [8]])
        curve.split = SplitSettings(testFraction: 0.3)
        curve.outputs.path = "curve.svg"
        try curve.run()
    }

    static func chooseData() {
        var data = InlineData()
        data.points = [[0, 0], [0, 1], [1, 0], [1, 1]]
        data.labels = [0, 1, 1, 0]
        var request = Request()
        request.data = .inline(data)
        request.data = .file(DataFile("flowers.csv"))
    }

    static func readARequest() throws {
        let request = try Request(json: Array(#"{"product": "sheet"}"#.utf8))
        print(try request.json)
    }

    static func watchARun(of request: Request) throws {
        let environment = RunEnvironment(
            threads: 2,
            report: { if case .iteration(_, let iterations, let cost) = $0 { print(iterations, cost) } },
            isCancelled: { false },
            write: { bytes, path in print(path, bytes.count) })
        let plan = try Plan(request, in: environment)
        let result = try plan.run()
        for file in result.files { print(file.path, file.width, file.height, file.text.altText) }
    }

    static func drawNeighbours(on environment: RunEnvironment) throws {
        var environment = environment
        environment.classifiers["5 nearest neighbours"] = { training in
            FunctionClassifier("5 nearest neighbours", of: .probability) { point in
                let nearest = zip(training.points, training.labels).map { neighbour, label in
                    let (x, y) = (neighbour.x - point.x, neighbour.y - point.y)
                    return (distance: x * x + y * y, label: label)
                }.sorted { $0.distance < $1.distance }.prefix(5)
                return (0..<training.classCount).map { label in Double(nearest.count { $0.label == label }) / 5 }
            }
        }
        var request = Request(.sheet)
        request.classifiers = [.network(hidden: [20]), .supplied(name: "5 nearest neighbours")]
        request.grid.step = AxisPair(0.05)
        try request.run(in: environment)
    }

    static func trainANetwork() throws {
        let moons = try Dataset.moons(sampleCount: 200, noise: 0.2, seed: 0)
        let trainer = Trainer(TrainingSettings(optimizer: .limitedMemoryBFGS()))
        let report = trainer.train(Candidate(hidden: [3], activation: .tanh, lambda: 0.001), on: moons) { iterate in
            iterate.iteration < 1000
        }
        print(report.cost, report.accuracy, report.termination)
        try draw(report, moons)
    }

    private static func draw(_ report: TrainingReport, _ moons: Dataset) throws {
        let surface = try DecisionSurface(of: report.network, within: moons.bounds)
        let points = ScoredPoints(moons, misclassified: report.misclassified)
        let figure = Figure(of: surface, training: points, title: "Two moons")
        let png = try CairoRenderer(dpi: 150).png(size: figure.size) { figure.draw(on: &$0) }
        let svg = try SVGRenderer(measuring: FontMetrics()).svg(size: figure.size) { figure.draw(on: &$0) }
        #expect(!png.isEmpty && !svg.isEmpty)
    }

    static func findContours() throws {
        let grid = try RegularGrid(covering: Rectangle(minX: -1, minY: -1, maxX: 1, maxY: 1), step: 0.1)
        let values = grid.y.values.flatMap { y in grid.x.values.map { x in x * x + y * y } }
        let field = ScalarField(grid: grid, values: values)
        let circle = ContourGenerator(field).lines(at: 0.5)
        let axes = Axes(xLimits: -1...1, yLimits: -1...1, marks: [LineMark(loops: circle.loops)])
        #expect(axes.marks.count == 1 && circle.loops.count == 1)
    }
}

@Suite("The examples of the library")
struct LibraryExampleRuns {
    @Test("train, draw and find contours")
    func run() throws {
        try LibraryExamples.trainANetwork()
        try LibraryExamples.findContours()
        LibraryExamples.chooseData()
        try LibraryExamples.readARequest()
        try LibraryExamples.drawNeighbours(on: RunEnvironment(write: { bytes, _ in #expect(!bytes.isEmpty) }))
    }
}
