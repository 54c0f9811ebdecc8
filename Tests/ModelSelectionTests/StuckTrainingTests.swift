import Datasets
import ModelSelection
import Optimization
import Testing
import Training

@Suite("Trainings stuck in a poor local minimum")
struct StuckTrainingTests {
    private func training(_ hidden: [Int], _ cost: Double, isConverged: Bool = true) -> ComparedTraining {
        ComparedTraining(candidate: Candidate(hidden: hidden, lambda: 0.1), cost: cost, isConverged: isConverged)
    }

    @Test("cost more than 1 % more than a contained network; the best of several counts, the first on a tie")
    func comparison() {
        func better(_ trainings: ComparedTraining...) -> [Int?] { ComparedTraining.betterContained(among: trainings) }
        #expect(better(training([20], 0.616), training([10], 0.297), training([3], 0.319)) == [1, nil, nil])
        #expect(better(training([20], 0.616), training([3], 0.3), training([10], 0.3)) == [1, nil, nil])
        #expect(better(training([3], 1), training([20], 1.0099)) == [nil, nil])
        #expect(better(training([3], 1), training([20], 1.0101)) == [nil, 0])
        // A wider or a deeper network proves nothing, nor does one that is not finite.
        #expect(better(training([3], 1), training([20], 0.1), training([2, 1], 0.1)) == [nil, nil, nil])
        #expect(better(training([3], 1), training([1], .nan), training([2], .infinity)) == [nil, nil, nil])
    }

    @Test("have converged; the better network need not have")
    func convergence() {
        let unfinished = training([20], 2, isConverged: false)
        #expect(ComparedTraining.betterContained(among: [unfinished, training([3], 1)]) == [nil, nil])
        let smaller = training([3], 1, isConverged: false)
        #expect(ComparedTraining.betterContained(among: [training([20], 2), smaller]) == [1, nil])
    }

    @Test("A fit of several restarts counts with the lowest cost of them")
    func restarts() throws {
        let data = try Dataset.moons(sampleCount: 60)
        let folds = try Folds(pointCount: 60, count: 3, seed: 0)
        let candidate = Candidate(hidden: [3], lambda: 0.01)
        func score(seed: UInt32, restartCount: Int) -> FoldScore {
            FitPlan(dataset: data, folds: folds, restartCount: restartCount) { _ in
                TrainingSettings(
                    initialSeed: seed, optimizer: .conjugateGradient(.init(iterationLimit: 20)), threads: 2)
            }.score(candidate, fold: 1)
        }
        let alone = (0..<5).map { score(seed: UInt32($0), restartCount: 1) }
        let best = try #require(alone.min { $0.trainingCost < $1.trainingCost })
        #expect(Set(alone.map(\.trainingCost)).count == 5)
        #expect(score(seed: 0, restartCount: 5) == best)
    }
}
