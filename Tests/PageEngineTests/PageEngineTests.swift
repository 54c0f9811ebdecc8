import Contouring
import Datasets
import Geometry
import Meshgrid
import ModelSelection
import Optimization
import PageEngine
import ReportPage
import Testing
import Training

/// The engine keeps its data between calls, so its tests run one after the other.
@Suite("The engine of a page, called as the page does", .serialized)
struct PageEngineTests {
    /// Passes numbers to the engine.
    private func put(_ numbers: [Double]) throws {
        let input = try #require(reserve(numbers.count))
        for (index, number) in numbers.enumerated() { input[index] = number }
    }

    /// The result of a function that returned `count`.
    private func numbers(_ count: Int) throws -> [Double] {
        try #require(count >= 0, "\(message(count))")
        return (0..<count).map { result()?[$0] ?? .nan }
    }

    private func message(_ count: Int) -> String {
        String(decoding: (0..<max(0, -count)).map { UInt8(result()?[$0] ?? 0) }, as: UTF8.self)
    }

    private func numbers(of dataset: Dataset) -> [Double] {
        zip(dataset.points, dataset.labels).flatMap { [$0.x, $0.y, Double($1)] }
    }

    /// Loads moons of 140 training and 60 held-out points.
    private func loadMoons(isStandardized: Bool) throws -> (training: Dataset, test: Dataset) {
        let moons = try Dataset.moons()
        try put(moons.labels.map(Double.init))
        let parts = try numbers(
            divide(pointCount: 200, classCount: 2, testFraction: 0.3, seed: 4, isStratified: true))
        let division = try Division(
            of: moons.labels, classCount: 2, testFraction: 0.3, seed: 4, isStratified: true)
        #expect(parts == [140] + (division.training + division.test).map(Double.init))
        let (training, test) = (moons.subset(division.training), moons.subset(division.test))
        try put(numbers(of: training) + numbers(of: test))
        let limits = try numbers(
            load(trainingCount: 140, testCount: 60, classCount: 2, isStandardized: isStandardized))
        let bounds = moons.bounds
        #expect(limits == [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY])
        return (training, test)
    }

    @Test("generates the points of the library")
    func generators() throws {
        let sets = try [
            Dataset.moons(sampleCount: 50, noise: 0.3, seed: 7),
            .circles(sampleCount: 50, noise: 0.3, factor: 0.4, seed: 7),
            .blobs(sampleCount: 50, centerCount: 4, spread: 0.3, seed: 7),
            .gaussianQuantiles(sampleCount: 50, classCount: 4, seed: 7),
            .xor(sampleCount: 50, noise: 0.3, seed: 7), .spirals(sampleCount: 50, noise: 0.3, seed: 7),
        ]
        for (index, dataset) in sets.enumerated() {
            let points = try numbers(
                generate(set: index, samples: 50, classCount: 4, parameter: 0.3, factor: 0.4, seed: 7))
            #expect(points == numbers(of: dataset))
        }
    }

    @Test("trains and evaluates the networks of the library", arguments: [false, true])
    func networks(isStandardized: Bool) throws {
        let (training, test) = try loadMoons(isStandardized: isStandardized)
        let standardization = isStandardized ? try Standardization(of: training) : nil
        let inputs = standardization?.apply(to: training) ?? training
        let testInputs = standardization?.apply(to: test) ?? test
        let limits = Rectangle(minX: -2, minY: -2, maxX: 3, maxY: 2.5)
        _ = frame(minX: -2, minY: -2, maxX: 3, maxY: 2.5, stepX: 0.05, stepY: 0.1)
        for (index, activation) in Activation.allCases.enumerated() {
            let candidate = Candidate(hidden: [4, 3], activation: activation, lambda: 0.01)
            for (optimizer, name) in [
                (Optimizer.conjugateGradient(.init(iterationLimit: 80)), 0),
                (.limitedMemoryBFGS(.init(iterationLimit: 80)), 1),
            ] {
                let restarts = Restarts(TrainingSettings(initialSeed: 5, optimizer: optimizer), count: 3)
                    .train(
                        candidate, on: inputs, recording: HistorySettings(.logarithmic(resolution: 4), test: testInputs)
                    )
                let best = restarts.best
                try put([4, 3])
                let trained = try numbers(
                    train(
                        layerCount: 2, activation: index, lambda: 0.01, optimizer: name, tolerance: 1e-5,
                        iterationLimit: 80, seed: 5, restartCount: 3, resolution: 4))
                let theta = best.network.theta
                #expect(
                    trained.prefix(5) == [
                        Double(restarts.initialSeeds[restarts.bestIndex]), best.cost, Double(best.iterations),
                        Double(best.evaluations), best.gradientNorm,
                    ])
                #expect(Array(trained[6..<6 + theta.count]) == theta)
                let history = try #require(best.history)
                var rest = [Double(history.costs.count)] + history.costs
                rest += [Double(history.testCosts.count)] + history.testCosts + [Double(history.snapshots.count)]
                rest += history.snapshots.flatMap { [Double($0.iteration)] + $0.theta }
                #expect(Array(trained[(6 + theta.count)...]) == rest)

                try put([4, 3] + theta)
                let evaluated = try numbers(evaluate(layerCount: 2, activation: index))
                let scores = [Score(of: best.network, on: inputs), Score(of: best.network, on: testInputs)]
                let facts = scores.flatMap { score -> [Double] in
                    let interval = WilsonInterval(of: score)
                    return [
                        Double(score.misclassified.count), Double(score.misclassified.count { !$0 }), score.accuracy,
                        interval.low, interval.high, score.crossEntropy ?? .nan,
                    ]
                }
                #expect(Array(evaluated.prefix(13)) == facts + [scores[0].accuracy - scores[1].accuracy])
                let classes = best.network.classes(of: inputs.points + testInputs.points)
                #expect(Array(evaluated[13..<213]) == classes.map(Double.init))
                let drawn = standardization.map { best.network.destandardized(by: $0) } ?? best.network
                #expect(Array(evaluated[213..<213 + theta.count]) == drawn.theta)
                let field = drawn.fields(over: try RegularGrid(covering: limits, step: GridStep(x: 0.05, y: 0.1)))[0]
                let path = ReportFrame(limits: limits)
                    .data(of: ContourGenerator(field, continuedTo: limits).filled(above: 0)).utf8
                #expect(Array(evaluated[(213 + theta.count)...]) == [Double(path.count)] + path.map { Double($0) })

                try put([0.3, -0.2, 4, 3] + drawn.theta)
                #expect(
                    try numbers(probabilities(layerCount: 2, activation: index, classCount: 2))
                        == drawn.predictions(for: [Point(x: 0.3, y: -0.2)]).probabilities)
                let other = NeuralNetwork(shape: drawn.shape, initialSeed: 1)
                try put([4, 3] + drawn.theta + [4, 3] + other.theta)
                #expect(
                    try numbers(
                        difference(
                            firstLayerCount: 2, firstActivation: index, secondLayerCount: 2, secondActivation: index,
                            classCount: 2)) == [drawn.differenceShare(from: other, over: field.grid)])
            }
        }
    }

    @Test("knows the terminations by their positions")
    func terminations() throws {
        _ = try loadMoons(isStandardized: false)
        func termination(_ limit: Int, optimizer: Int = 0, activation: Int = 0) throws -> Double {
            try put([2])
            return try numbers(
                train(
                    layerCount: 1, activation: activation, lambda: 0.001, optimizer: optimizer, tolerance: 1e-5,
                    iterationLimit: limit, seed: 0, restartCount: 1, resolution: 0))[5]
        }
        #expect(try termination(-1) == 0)
        #expect(try termination(3) == 1)
        #expect(try termination(-1, optimizer: 1, activation: 2) == 2)
    }

    @Test("compares classifiers, and knows the baseline")
    func comparison() throws {
        try put([0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1])
        let test = McNemarTest(firstOnly: 1, secondOnly: 2)
        #expect(try numbers(compare(pointCount: 5)) == [3, 0.6, 1, 2, test.pValue, 1])
        let (training, held) = try loadMoons(isStandardized: false)
        let baseline = Baseline(training: training, test: held)
        #expect(
            try numbers(PageEngine.baseline())
                == [Double(baseline.classIndex), baseline.accuracy, try #require(baseline.testAccuracy)])
    }

    @Test("says what is wrong")
    func errors() throws {
        #expect(
            message(generate(set: 0, samples: 1, classCount: 2, parameter: 0, factor: 0, seed: 0)).contains("use 2"))
        try put([0, 1])
        #expect(
            message(divide(pointCount: 2, classCount: 2, testFraction: 1.5, seed: 0, isStratified: false))
                .contains("1.5"))
        try put([1, 0, 0, 1, 2, 1])
        #expect(
            message(load(trainingCount: 2, testCount: 0, classCount: 2, isStandardized: true)).contains(
                "for every point"))
        #expect(
            message(load(trainingCount: 0, testCount: 2, classCount: 2, isStandardized: true)).contains("no training"))
    }
}
