import Datasets
import ModelSelection
import Optimization
import Testing
import Training

@Suite("Cross-validation")
struct CrossValidationTests {
    @Test("A fit is trained on all folds but one, and validated on that one")
    func fit() throws {
        let data = try Dataset.moons(sampleCount: 100)
        let folds = try Folds(stratifiedBy: data.labels, count: 4, seed: 1)
        let optimizer = Optimizer.conjugateGradient(.init(iterationLimit: 50))
        let settings = TrainingSettings(initialSeed: 2, optimizer: optimizer)
        let plan = FitPlan(dataset: data, folds: folds) { _ in settings }
        let candidate = Candidate(hidden: [3, 2], activation: .tanh, lambda: 0.01)
        for fold in 0..<4 {
            let score = plan.score(candidate, fold: fold)
            let training = data.subset(folds.training(fold))
            let report = Trainer(settings).train(candidate, on: training)
            let validation = Score(of: report.network, on: data.subset(folds.validation(fold)))
            #expect(
                try score
                    == FoldScore(
                        fold: fold, trainingCost: report.cost, trainingAccuracy: report.accuracy,
                        trainingCrossEntropy: #require(report.score.crossEntropy),
                        validationCost: #require(validation.crossEntropy), misclassified: validation.misclassified,
                        iterations: report.iterations, evaluations: report.evaluations,
                        termination: report.termination))
            #expect(score.validationErrorCount == validation.errorCount && score.validationCount == 25)
        }
    }

    @Test("Out-of-fold errors are those of every point while it is held out; of repeats, of half of them or more")
    func outOfFold() throws {
        let repeats = try (0..<4).map { try Folds(pointCount: 11, count: 3, seed: $0) }
        // The repeats in which each point is misclassified.
        let wrong: [Set<Int>] = [
            [], [0], [0, 1], [1, 2, 3], [0, 1, 2, 3], [3], [2, 3], [], [1], [0, 3], [0, 1, 3],
        ]
        func score(_ index: Int, _ fold: Int) -> FoldScore {
            FoldScore(
                fold: 3 * index + fold, trainingCost: 1, trainingAccuracy: 1, trainingCrossEntropy: 1,
                validationCost: 1,
                misclassified: repeats[index].validation(fold).map { wrong[$0].contains(index) }, iterations: 1,
                evaluations: 1, termination: .converged)
        }
        func validation(_ count: Int) -> CrossValidation {
            CrossValidation(
                candidate: Candidate(hidden: [1], lambda: 0),
                scores: (0..<count).flatMap { index in (0..<3).map { score(index, $0) } }.reversed())
        }
        #expect(validation(1).outOfFoldErrors(Array(repeats.prefix(1))) == wrong.map { $0.contains(0) })
        #expect(validation(4).outOfFoldErrors(repeats) == wrong.map { $0.count >= 2 })
        #expect(validation(3).outOfFoldErrors(Array(repeats.prefix(3))) == wrong.map { $0.subtracting([3]).count >= 2 })
    }

    @Test("A no interrupts a fit")
    func interrupted() throws {
        let data = try Dataset.moons()
        let plan = FitPlan(dataset: data, folds: try Folds(pointCount: 200, count: 2, seed: 0)) { _ in
            TrainingSettings()
        }
        let score = plan.score(Candidate(hidden: [3], lambda: 0.001), fold: 1) { $0.iteration < 4 }
        #expect(score.termination == .interrupted && score.iterations == 4)
    }

    @Test("Scores are sorted by fold, and summed up over the folds")
    func spreads() {
        let scores = [2, 0, 1].map { fold in
            FoldScore(
                fold: fold, trainingCost: 5, trainingAccuracy: 1 - Double(fold) / 4,
                trainingCrossEntropy: Double(fold) / 2,
                validationCost: Double(3 * fold), misclassified: (0..<8).map { $0 < fold }, iterations: 1,
                evaluations: 2, termination: .converged)
        }
        let validation = CrossValidation(candidate: Candidate(hidden: [1], lambda: 0), scores: scores)
        #expect(validation.scores.map(\.fold) == [0, 1, 2])
        #expect(validation.trainingError == SampleStatistics(of: [0, 0.25, 0.5]))
        #expect(validation.trainingCost == SampleStatistics(of: [0, 0.5, 1]))
        #expect(validation.validationError == SampleStatistics(of: [0, 0.125, 0.25]))
        #expect(validation.validationCost == SampleStatistics(of: [0, 3, 6]))
    }

    @Test("Candidates are sorted by units, then layers, then λ, then activation")
    func order() {
        let sorted = [
            Candidate(hidden: [], lambda: 1), Candidate(hidden: [2], lambda: 0), Candidate(hidden: [2], lambda: 0.1),
            Candidate(hidden: [2, 3], lambda: 5), Candidate(hidden: [3, 2], lambda: 0),
            Candidate(hidden: [5], lambda: 0), Candidate(hidden: [5], lambda: 1),
            Candidate(hidden: [5], activation: .tanh, lambda: 1), Candidate(hidden: [2, 4], lambda: 0),
        ]
        #expect(sorted.reversed().sorted() == sorted)
        #expect(sorted.map(\.unitCount) == [0, 2, 2, 5, 5, 5, 5, 5, 6])
    }
}
