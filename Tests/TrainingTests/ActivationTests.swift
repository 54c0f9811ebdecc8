import Datasets
import Geometry
import MersenneTwister
import Optimization
import Testing
import Training

/// One to three hidden layers, and two to five classes.
private let stackedShapes = [
    [2, 3, 2], [2, 8, 3], [2, 8, 8, 2], [2, 5, 4, 5], [2, 4, 4, 4], [2, 16, 8, 4, 2], [2, 4, 3, 3, 4],
]

@Suite("Activations and stacked layers")
struct ActivationTests {
    @Test("Sigmoids are the default, and cases have the names of files")
    func names() {
        #expect(Activation.allCases.map(\.rawValue) == ["sigmoid", "tanh", "relu"])
        #expect(Candidate(hidden: [3], lambda: 0).activation == .sigmoid)
        #expect(NetworkShape(hidden: [3], classCount: 2) == NetworkShape(unitCounts: [2, 3, 2], activation: .sigmoid))
        #expect(NetworkShape(hidden: [3], classCount: 2) != NetworkShape(unitCounts: [2, 3, 2], activation: .tanh))
    }

    @Test("Cost and gradient are numpy's, and the cross-entropy scikit-learn's")
    func likeNumpy() throws {
        let fixture = try ActivationFixture.load()
        #expect(fixture.evaluations.count == 42)
        for expected in fixture.evaluations {
            let shape = NetworkShape(
                unitCounts: expected.layers, activation: try #require(Activation(rawValue: expected.activation)))
            let dataset = fixture.dataset(expected)
            let (cost, gradient) = TrainingObjective.evaluate(
                dataset, shape, theta: expected.theta, lambda: expected.lambda)
            #expect(abs(cost - expected.cost) <= 1e-12 * expected.cost, "\(expected.name)")
            #expect(greatestDifference(gradient, expected.gradient) <= 1e-12, "\(expected.name)")
            let score = Score(of: NeuralNetwork(shape: shape, theta: expected.theta), on: dataset)
            #expect(abs((score.crossEntropy ?? .nan) - expected.crossEntropy) <= 1e-12 * expected.crossEntropy)
        }
    }

    @Test("The initial theta is numpy's, bit for bit")
    func initialTheta() throws {
        let fixture = try ActivationFixture.load()
        #expect(fixture.initial.count == 12)
        for expected in fixture.initial {
            let shape = NetworkShape(
                unitCounts: expected.layers, activation: try #require(Activation(rawValue: expected.activation)))
            let network = NeuralNetwork(shape: shape, initialSeed: 0)
            #expect(network.theta.map(\.bitPattern) == expected.theta.map(\.bitPattern))
        }
    }

    @Test("Initial weights of rectifiers lie within ±√(6 / inputs), for any number of outputs")
    func initialLimits() {
        let theta = NeuralNetwork(
            shape: NetworkShape(unitCounts: [2, 600, 3], activation: .relu), initialSeed: 1
        ).theta
        let (first, second) = (theta[..<1800], theta[1800...])
        let greatest = [first, second].map { $0.map { abs($0) }.max() ?? 0 }
        #expect(greatest[0] <= 3.0.squareRoot() && greatest[0] > 0.99 * 3.0.squareRoot())
        #expect(greatest[1] <= 0.1 && greatest[1] > 0.099)
    }

    @Test("The gradient agrees with central differences", arguments: Activation.allCases, stackedShapes)
    func centralDifferences(activation: Activation, layers: [Int]) {
        let shape = NetworkShape(unitCounts: layers, activation: activation)
        let dataset = randomDataset(count: 21, classCount: shape.outputCount, seed: 4)
        let theta = randomTheta(shape, seed: 5)
        for lambda in [0, 0.001, 5] {
            var objective = TrainingObjective(dataset: dataset, shape: shape, lambda: lambda)
            var gradient = theta
            _ = objective.evaluate(at: theta, gradient: &gradient)
            var unused = theta
            // Steps so short that no logit passes the kink of a rectifier.
            let h = 1e-6
            for index in theta.indices {
                var (above, below) = (theta, theta)
                above[index] += h
                below[index] -= h
                let difference =
                    objective.evaluate(at: above, gradient: &unused) - objective.evaluate(at: below, gradient: &unused)
                #expect(abs(difference / (2 * h) - gradient[index]) < 1e-7)
            }
        }
    }

    @Test(
        "Any number of points gives the sum over the points, with any number of threads",
        arguments: Activation.allCases,
        [1, 7, 8, 257, 3000])
    func plainSum(activation: Activation, count: Int) {
        let shape = NetworkShape(unitCounts: [2, 5, 4, 3], activation: activation)
        let dataset = randomDataset(count: count, classCount: 3, seed: 8)
        let theta = randomTheta(shape, deviation: 2, seed: 9)
        let (cost, gradient) = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 0.5)
        let naive = NaiveNetwork(layers: shape.unitCounts, theta: theta, activation: activation)
        let expected = naive.costAndGradient(on: dataset, lambda: 0.5)
        #expect(abs(cost - expected.cost) <= 1e-12 * expected.cost)
        #expect(greatestDifference(gradient, expected.gradient) <= 1e-12)
        let together = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 0.5, threads: 3)
        #expect(together.cost.bitPattern == cost.bitPattern)
        #expect(together.gradient.map(\.bitPattern) == gradient.map(\.bitPattern))
    }

    @Test("Logits and classes equal the plain evaluation", arguments: Activation.allCases, stackedShapes)
    func classes(activation: Activation, layers: [Int]) {
        let shape = NetworkShape(unitCounts: layers, activation: activation)
        let network = NeuralNetwork(shape: shape, theta: randomTheta(shape, deviation: 2, seed: 11))
        let naive = NaiveNetwork(layers: layers, theta: network.theta, activation: activation)
        let points = randomDataset(count: 300, seed: 2).points
        let logits = network.logits(of: points)
        let expected = points.flatMap { naive.logits(at: $0) }
        #expect(logits.count == 300 * shape.outputCount)
        #expect(greatestDifference(logits, expected) <= 1e-13)
        let rows = stride(from: 0, to: logits.count, by: shape.outputCount).map {
            Array(logits[$0..<$0 + shape.outputCount])
        }
        #expect(network.classes(of: points) == rows.map { row in row.firstIndex(of: row.max() ?? 0) ?? -1 })
        // The bits of a logit do not depend on the other points.
        #expect(network.logits(of: Array(points[37..<46])) == Array(rows[37..<46].joined()))
        #expect(network.logits(of: []).isEmpty)
    }

    @Test("A rectifier at rest passes nothing back, at 0 too")
    func rest() {
        // The hidden units' logits are x − 1 and 0, the outputs' their sums.
        let shape = NetworkShape(unitCounts: [2, 2, 2], activation: .relu)
        let dataset = Dataset(points: [Point(x: 1, y: 2), Point(x: -3, y: 1)], labels: [0, 1])
        let (_, gradient) = TrainingObjective.evaluate(
            dataset, shape, theta: [-1, 1, 0, 0, 0, 0, 0, 1, 1, 0, -1, 1], lambda: 0)
        #expect(gradient[..<6].allSatisfy { $0 == 0 })
        #expect(gradient[6] == 0 && gradient[9] == 0)
        let (_, moved) = TrainingObjective.evaluate(
            dataset, shape, theta: [0, 1, 0, 0, 0, 0, 0, 1, 1, 0, -1, 1], lambda: 0)
        #expect(moved[1] != 0)
    }

    @Test(
        "Every activation learns the moons, in one layer and in two", arguments: Activation.allCases, [[12], [12, 12]])
    func training(activation: Activation, hidden: [Int]) throws {
        let settings = TrainingSettings(initialSeed: 3, optimizer: .limitedMemoryBFGS(.init(iterationLimit: 300)))
        let candidate = Candidate(hidden: hidden, activation: activation, lambda: 0.001)
        let report = Trainer(settings).train(candidate, on: try .moons())
        #expect(report.network.shape == NetworkShape(hidden: hidden, classCount: 2, activation: activation))
        #expect(report.accuracy >= 0.94, "\(report.accuracy)")
        #expect(report.cost < 0.35, "\(report.cost)")
    }

    @Test("The memory of stacked layers exceeds that of their arrays, and never overflows")
    func memory() {
        for hidden in [[8], [8, 8], [16, 8, 4], [300, 200, 100]] {
            for (pointCount, chunkCount) in [(100, 1), (10_000, 10), (1_000_000, 62)] {
                for threads in [1, 4] {
                    let shape = NetworkShape(hidden: hidden, classCount: 3)
                    let units = shape.unitCounts.reduce(1, +) * min(pointCount, 256)
                    // theta and gradient, those of the chunks, and the rows of each worker.
                    let least = shape.parameterCount * (2 + chunkCount) + min(threads, chunkCount) * units
                    let memory = TrainingObjective.memory(shape: shape, pointCount: pointCount, threads: threads)
                    #expect(memory >= Double(8 * least) && memory < Double(8 * least) * 20)
                }
            }
        }
        let huge = NetworkShape(hidden: [.max, .max, .max], classCount: 5)
        let memory = TrainingObjective.memory(shape: huge, pointCount: .max / 2, threads: 64)
        #expect(memory.isFinite && memory > 1e38)
    }
}
