import Datasets
import Optimization
import Testing
import Training

@Suite("The history of a training")
struct HistoryTests {
    private static let minimizers: [Optimizer] = [
        .conjugateGradient(.init(iterationLimit: 60)), .limitedMemoryBFGS(.init(iterationLimit: 60)),
        .conjugateGradient(),
    ]

    private func train(_ minimizer: Optimizer, recording: HistorySettings?) throws -> TrainingReport {
        Trainer(TrainingSettings(optimizer: minimizer))
            .train(Candidate(hidden: [3], lambda: 0.001), on: try .moons(), recording: recording)
    }

    @Test("Recording changes no bit, and the last values are those of the report", arguments: minimizers.indices)
    func sameBits(index: Int) throws {
        let test = try Dataset.moons(sampleCount: 60, seed: 1)
        let plain = try train(Self.minimizers[index], recording: nil)
        let report = try train(Self.minimizers[index], recording: HistorySettings(.decades, test: test))
        #expect(plain.history == nil)
        #expect(report.network == plain.network && report.evaluations == plain.evaluations)
        let history = try #require(report.history)
        #expect(history.lastIteration == report.iterations)
        #expect(history.costs.last?.bitPattern == report.cost.bitPattern)
        #expect(history.testCosts.last == Score(of: report.network, on: test).crossEntropy)
        #expect(history.testCosts.count == history.costs.count)
        #expect(history.snapshots.last?.theta == report.network.theta)
    }

    @Test("Theta is kept at the iterations asked for and the last, and gives the recorded costs")
    func snapshots() throws {
        let test = try Dataset.moons(sampleCount: 60, seed: 1)
        let report = try train(.conjugateGradient(), recording: HistorySettings(.decades, test: test))
        let history = try #require(report.history)
        #expect(history.snapshots.map(\.iteration) == [0, 1, 3, 10, 30, 100, 300, report.iterations])
        for snapshot in history.snapshots {
            let network = NeuralNetwork(shape: report.network.shape, theta: snapshot.theta)
            #expect(Score(of: network, on: test).crossEntropy == history.testCosts[snapshot.iteration])
            var objective = TrainingObjective(dataset: try .moons(), shape: network.shape, lambda: 0.001)
            var gradient = snapshot.theta
            #expect(objective.evaluate(at: snapshot.theta, gradient: &gradient) == history.costs[snapshot.iteration])
        }
        let best = try #require(history.bestIteration)
        #expect(history.testCosts.allSatisfy { $0 >= history.testCosts[best] })
    }

    @Test("A training of no iteration has one theta")
    func untrained() throws {
        let report = try train(.conjugateGradient(.init(iterationLimit: 0)), recording: HistorySettings(.decades))
        let history = try #require(report.history)
        #expect(history.snapshots.map(\.iteration) == [0] && history.costs == [report.cost])
        #expect(history.testCosts.isEmpty && history.bestIteration == nil)
    }

    @Test("Logarithmic iterations are all the first ones, then grow by a share")
    func logarithmic() {
        let recorded = RecordedIterations.logarithmic(resolution: 10)
        var iterations = [0]
        while let last = iterations.last, last < 100_000 { iterations.append(recorded.next(after: last)) }
        #expect(Array(iterations.prefix(21)) == Array(0...20))
        #expect(iterations[21] == 22)
        #expect(zip(iterations, iterations.dropFirst()).allSatisfy { $1 - $0 <= max(1, $0 / 10) })
        #expect(recorded.count(upTo: 100_000) >= iterations.count && recorded.count(upTo: .max) < 1000)
        #expect(RecordedIterations.decades.count(upTo: .max) < 60 && RecordedIterations.ends.count(upTo: .max) == 2)
    }
}
