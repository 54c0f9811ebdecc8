import Datasets
import Geometry
import MersenneTwister
import Testing
import Training

@Suite("Networks")
struct NetworkTests {
    @Test("The initial theta is numpy's, bit for bit")
    func initialTheta() throws {
        let evaluations = try EvaluationFixture.load().evaluations.filter { $0.kind == "initial" }
        #expect(evaluations.map { $0.layers[1] } == [1, 2, 3, 4, 5, 20, 50])
        for expected in evaluations {
            let network = NeuralNetwork(shape: expected.shape, initialSeed: 0)
            #expect(network.theta.map(\.bitPattern) == expected.theta.map(\.bitPattern), "\(expected.name)")
        }
    }

    @Test("Every layer begins on the same stream of random numbers, within its own limit")
    func layersBeginAlike() {
        let theta = NeuralNetwork(shape: NetworkShape(unitCounts: [2, 6, 4, 3]), initialSeed: 7).theta
        var random = RandomState(seed: 7)
        let stream = (0..<28).map { _ in 2 * random.randomSample() - 1 }
        let layers: [(range: Range<Int>, limit: Double)] = [
            (0..<18, (6.0 / 8).squareRoot()), (18..<46, (6.0 / 10).squareRoot()), (46..<61, (6.0 / 7).squareRoot()),
        ]
        for (range, limit) in layers {
            for (value, share) in zip(theta[range], stream) { #expect(abs(value - limit * share) < 1e-15) }
        }
        #expect(theta.count == 61)
    }

    @Test("theta is row-major, the bias of a unit before its weights, layer after layer")
    func layout() {
        // Two hidden units and three outputs; the digits encode layer, unit and position in the row.
        let theta = [110.0, 111, 112, 120, 121, 122, 210, 211, 212, 220, 221, 222, 230, 231, 232].map { $0 / 1000 }
        let network = NeuralNetwork(shape: NetworkShape(hidden: [2], classCount: 3), theta: theta)
        let naive = NaiveNetwork(layers: [2, 2, 3], theta: theta)
        // Later rows have greater weights, so the last class wins unless another has a larger bias.
        #expect(network.classes(of: [Point(x: 1, y: 1)]) == [2])
        #expect(naive.logits(at: Point(x: 1, y: 1)).last == naive.logits(at: Point(x: 1, y: 1)).max())
        for (bias, label) in [(6, 0), (9, 1), (12, 2)] {
            var raised = theta
            raised[bias] += 1
            let network = NeuralNetwork(shape: network.shape, theta: raised)
            #expect(network.classes(of: [Point(x: 1, y: 1), Point(x: -3, y: 2)]) == [label, label])
        }
    }

    @Test(
        "A shape knows its layers and the number of its parameters",
        arguments: [([2, 3, 2], 17), ([2, 2], 6), ([2, 20, 2], 102), ([2, 4, 3, 2], 35), ([2, 5, 4, 3, 3], 66)])
    func shapes(unitCounts: [Int], parameterCount: Int) {
        let shape = NetworkShape(unitCounts: unitCounts)
        #expect(shape.parameterCount == parameterCount)
        #expect(shape.hidden == Array(unitCounts.dropFirst().dropLast()))
        #expect(shape == NetworkShape(hidden: shape.hidden, classCount: unitCounts[unitCounts.count - 1]))
        #expect(shape.hasHiddenLayers == (unitCounts.count > 2))
        #expect((shape.inputCount, shape.outputCount) == (2, unitCounts[unitCounts.count - 1]))
    }

    @Test("On a tie the class with the lowest index wins")
    func ties() {
        let shape = NetworkShape(hidden: [], classCount: 4)
        // Biases only: the logits everywhere.
        func classes(_ biases: [Double]) -> [Int] {
            NeuralNetwork(shape: shape, theta: biases.flatMap { [$0, 0, 0] }).classes(of: [Point(x: 1, y: 2)])
        }
        #expect(classes([0, 0, 0, 0]) == [0])
        #expect(classes([-1, 5, 5, 5]) == [1])
        #expect(classes([-1, -2, 3, 3]) == [2])
        #expect(classes([3, 0, 0, 3]) == [0])
        #expect(classes([0, 0, 0, 1e-300]) == [3])
        // x = y is the line on which two classes tie.
        let line = NeuralNetwork(shape: NetworkShape(hidden: [], classCount: 2), theta: [0, 1, 0, 0, 0, 1])
        #expect(line.classes(of: [Point(x: 2, y: 2), Point(x: 2, y: 2.5), Point(x: 2, y: 1.5)]) == [0, 1, 0])
    }

    @Test(
        "Classes have the largest logit",
        arguments: [[2, 2], [2, 1, 2], [2, 9, 5], [2, 4, 3, 3], [2, 3, 3, 3, 2]])
    func classesAreArgmax(layers: [Int]) {
        let shape = NetworkShape(unitCounts: layers)
        let theta = randomTheta(shape, deviation: 3, seed: 11)
        let naive = NaiveNetwork(layers: layers, theta: theta)
        #expect(NeuralNetwork(shape: shape, theta: theta).classes(of: []).isEmpty)
        for count in [1, 7, 8, 9, 513] {
            let points = randomDataset(count: count, seed: 2).points
            let expected = points.map { point -> Int in
                let logits = naive.logits(at: point)
                return logits.firstIndex(of: logits.max() ?? 0) ?? -1
            }
            #expect(NeuralNetwork(shape: shape, theta: theta).classes(of: points) == expected)
        }
    }
}
