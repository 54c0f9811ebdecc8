import Datasets
import ModelSelection
import Optimization
import Testing
import Training

@Suite("Restarts")
struct RestartTests {
    private let candidate = Candidate(hidden: [3], lambda: 0.001)

    @Test("One of 20 restarts of 3 units reaches the lowest cost known for the moons")
    func lowestCost() throws {
        let report = Restarts(TrainingSettings(), count: 20).train(candidate, on: try .moons(), threads: 2)
        #expect(report.reports.count == 20 && report.initialSeeds == Array(0..<20))
        #expect(report.best.cost <= 0.13243)
        #expect(report.best.cost == report.costs.least && report.best == report.reports[report.bestIndex])
        #expect(report.costs.greatest > 0.1325)
        #expect(report.accuracies.greatest >= report.best.accuracy)
    }

    @Test("Each restart equals the training from its seed, with any number of threads", arguments: [1, 2, 3, 8])
    func threads(threads: Int) throws {
        let data = try Dataset.moons(sampleCount: 2000)
        var settings = TrainingSettings(
            initialSeed: 5, optimizer: .conjugateGradient(.init(iterationLimit: 5)), threads: 3)
        let report = Restarts(settings, count: 3).train(candidate, on: data, threads: threads)
        #expect(report.initialSeeds == [5, 6, 7])
        for (seed, restart) in zip(report.initialSeeds, report.reports) {
            settings.initialSeed = seed
            #expect(restart == Trainer(settings).train(candidate, on: data))
        }
        #expect(Set(report.reports.map(\.cost)).count == 3)
    }

    @Test("After the greatest seed comes 0")
    func seedsWrapAround() {
        let restarts = Restarts(TrainingSettings(initialSeed: .max - 1), count: 4)
        #expect(restarts.initialSeeds == [.max - 1, .max, 0, 1])
    }

    @Test("A no interrupts every restart")
    func interrupted() throws {
        let report = Restarts(TrainingSettings(), count: 3).train(candidate, on: try .moons(), threads: 2) {
            $0.iteration < 2
        }
        #expect(report.reports.map(\.termination) == [.interrupted, .interrupted, .interrupted])
        #expect(report.reports.map(\.iterations) == [2, 2, 2])
    }

    @Test(
        "The best has the lowest finite cost: the first on a tie, or where none is finite",
        arguments: [
            ([3, 1, 2], 1), ([2, 1, 1], 1), ([.nan, 2, 1], 2), ([1, .nan], 0), ([-.infinity, 5, .infinity, 4], 3),
            ([.nan, .infinity], 0), ([7], 0),
        ] as [([Double], Int)])
    func best(costs: [Double], bestIndex: Int) throws {
        let shape = NetworkShape(hidden: [], classCount: 2)
        let network = NeuralNetwork(shape: shape, initialSeed: 0)
        let score = Score(of: network, on: try .moons())
        let reports = costs.map { cost in
            let minimum = Minimum(
                parameters: network.theta, value: cost, gradientNorm: 0, iterations: 0, evaluations: 1,
                termination: .converged)
            return TrainingReport(network: network, lambda: 0, minimum: minimum, score: score)
        }
        let report = RestartReport(reports: reports, initialSeeds: reports.indices.map(UInt32.init))
        #expect(report.bestIndex == bestIndex)
        #expect(report.accuracies.deviation == 0 && report.accuracies.mean == score.accuracy)
    }
}
