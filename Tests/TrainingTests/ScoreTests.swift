import Datasets
import Geometry
import Optimization
import Testing
import Training

@Suite("Scores")
struct ScoreTests {
    @Test("Confusion, recall, accuracy, errors and cross-entropy are scikit-learn's")
    func metrics() throws {
        let fixture = try ScoreFixture.load()
        #expect(fixture.scores.count > 10)
        for expected in fixture.scores {
            let score = Score(of: expected.network, on: fixture.dataset(expected))
            #expect(score.confusion == expected.confusion)
            #expect(score.recalls == expected.recalls)
            #expect(score.accuracy == expected.accuracy)
            #expect(score.misclassified.indices.filter { score.misclassified[$0] } == expected.errors)
            #expect(score.errorCount == expected.errors.count)
            #expect(abs((score.crossEntropy ?? .nan) - expected.crossEntropy) <= 1e-12 * expected.crossEntropy)
        }
    }

    @Test("The cross-entropy is the cost without its λ term")
    func withoutPenalty() throws {
        let moons = try Dataset.moons()
        let report = Trainer().train(Candidate(hidden: [3], lambda: 10), on: moons)
        // Two inputs to 3 hidden units, those to 2 outputs: every row of theta begins with its bias.
        let biases: Set = [0, 3, 6, 9, 13]
        let weights = report.network.theta.enumerated().filter { !biases.contains($0.offset) }.map(\.element)
        let penalty = 10 / 400 * weights.reduce(0) { $0 + $1 * $1 }
        #expect(penalty > 1e-3)
        #expect(abs((report.score.crossEntropy ?? .nan) + penalty - report.cost) < 1e-12)
    }

    @Test(
        "A report has the score of its network on the training points, with any number of threads",
        arguments: [1, 2, 5])
    func scoreOfReport(threads: Int) throws {
        let data = try Dataset.moons(sampleCount: 3000)
        let settings = TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: 5)), threads: threads)
        let report = Trainer(settings).train(Candidate(hidden: [3], lambda: 0.001), on: data)
        #expect(report.score == Score(of: report.network, on: data))
        #expect(report.score == Score(of: report.network, on: data, threads: threads + 1))
        #expect(report.accuracy == report.score.accuracy)
        #expect(report.misclassified == report.score.misclassified)
        #expect(report.misclassified.count { $0 } == report.score.errorCount)
    }

    @Test(
        "The cross-entropy equals the objective at λ 0 exactly, and the classes equal those of the network",
        arguments: Activation.allCases, [1, 127, 128, 200, 600, 20_000])
    func likeObjective(activation: Activation, pointCount: Int) {
        for layers in [[2, 2], [2, 5, 3], [2, 4, 3, 2]] {
            let dataset = randomDataset(count: pointCount, classCount: layers[layers.count - 1], seed: 5)
            let shape = NetworkShape(unitCounts: layers, activation: activation)
            let network = NeuralNetwork(shape: shape, theta: randomTheta(shape, deviation: 2, seed: 6))
            let score = Score(of: network, on: dataset, threads: 3)
            let cost = TrainingObjective.evaluate(dataset, shape, theta: network.theta, lambda: 0).cost
            #expect(score.crossEntropy?.bitPattern == cost.bitPattern)
            let predicted = Score(
                predicted: network.classes(of: dataset.points), labels: dataset.labels,
                classCount: dataset.classCount, crossEntropy: cost)
            #expect(score == predicted)
        }
    }

    @Test("Predicted classes alone have a score, without a cross-entropy")
    func predictedClasses() {
        let score = Score(predicted: [0, 1, 1, 2], labels: [0, 1, 2, 2], classCount: 3)
        #expect(score.confusion == [[1, 0, 0], [0, 1, 0], [0, 1, 1]])
        #expect(score.misclassified == [false, false, true, false])
        #expect(score.accuracy == 0.75 && score.crossEntropy == nil)
    }

    @Test("A class without points has a row of zeros")
    func emptyClass() {
        // The logits are x, y and −1000.
        let network = NeuralNetwork(
            shape: NetworkShape(hidden: [], classCount: 3), theta: [0, 1, 0, 0, 0, 1, -1000, 0, 0])
        let points = [Point(x: 2, y: 1), Point(x: 1, y: 2), Point(x: 1, y: 3)]
        let score = Score(of: network, on: Dataset(points: points, labels: [0, 2, 2], classNames: ["a", "b", "c"]))
        #expect(score.confusion == [[1, 0, 0], [0, 0, 0], [0, 2, 0]])
        #expect(score.errorCount == 2 && score.accuracy == 1.0 / 3)
        #expect(score.misclassified == [false, true, true])
    }
}
