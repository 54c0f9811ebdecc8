import ModelSelection
import Optimization
import Testing
import Training

@Suite("Winners")
struct WinnerTests {
    @Test("The greatest accuracy wins")
    func accuracy() {
        #expect(
            winner(of: [made([1], errors: [2, 1]), made([9], errors: [1, 1], cost: 8), made([1], errors: [1, 2])]) == 1)
    }

    @Test("With equal accuracies the lowest cost wins")
    func cost() {
        #expect(winner(of: [made([1], cost: 0.5), made([1], cost: 0.4), made([9], cost: 0.3)]) == 2)
    }

    @Test("With equal costs the fewest units win")
    func units() {
        #expect(winner(of: [made([2, 2], lambda: 9), made([3]), made([4], lambda: 9), made([2, 3], lambda: 9)]) == 1)
    }

    @Test("With equal units the largest λ wins, then the first")
    func lambda() {
        #expect(winner(of: [made([3], lambda: 0.1), made([3], lambda: 1), made([3], lambda: 0)]) == 1)
        #expect(winner(of: [made([5], lambda: 1), made([2, 2], lambda: 1), made([4], lambda: 1)]) == 1)
    }

    @Test("Accuracies that rounding alone tells apart are the same")
    func equalFractions() {
        // 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1.
        let ascending = made([3], errors: [1, 2, 3], cost: 0.2)
        let descending = made([3], errors: [3, 2, 1], cost: 0.1)
        #expect(ascending.validationError.mean > descending.validationError.mean)
        #expect(winner(of: [made([3], errors: [1, 2, 3], cost: 0.1), made([3], errors: [3, 2, 1], cost: 0.2)]) == 0)
        #expect(winner(of: [ascending, descending]) == 1)
        // One error in a million is a difference.
        let millions = [[7, 1], [7, 0]].map { made([3], errors: $0, of: 500_000, cost: $0[1] == 1 ? 0.1 : 0.2) }
        #expect(winner(of: millions) == 1)
    }

    @Test("A candidate whose costs are not all finite cannot win", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(cost: Double) {
        let sound = made([9], errors: [9, 9], cost: 50)
        for flawed in [
            made([1], costs: [0.1, cost]), made([1], trainingCost: cost), made([1], trainingCrossEntropy: cost),
        ] {
            for rule in SelectionRule.allCases {
                #expect(winner(of: [flawed, sound, flawed], by: rule) == 1)
                #expect(winner(of: [flawed, flawed], by: rule) == nil)
            }
        }
        #expect(winner(of: []) == nil)
    }

    @Test("Within one standard error of the best the simplest wins: fewest units, then largest λ")
    func oneStandardError() {
        // Errors 0.1, 0.2, 0.3: mean 0.2, standard error 0.1/√3 = 0.0577…
        let best = made([20], errors: [10, 20, 30], of: 100)
        let within = made([3], errors: [25, 25, 27], of: 100, cost: 2)
        let beyond = made([1], errors: [26, 26, 26], of: 100, cost: 0.1)
        let candidates = [best, within, beyond, made([3], lambda: 0.1, errors: [25, 25, 25], of: 100, cost: 3)]
        #expect(winner(of: candidates, by: .oneStandardError) == 3)
        #expect(winner(of: Array(candidates.prefix(3)), by: .oneStandardError) == 1)
        #expect(winner(of: candidates, by: .best) == 0)
        // Without deviation, only equal errors are within it.
        let steady = [
            made([20], errors: [20, 20], of: 100), made([5], errors: [20, 20], of: 100, cost: 9),
            made([1], errors: [20, 21], of: 100),
        ]
        #expect(winner(of: steady, by: .oneStandardError) == 1)
    }

    @Test("Among the simplest the most accurate wins, then the lowest cost")
    func oneStandardErrorTies() {
        let best = made([20], errors: [10, 20, 30], of: 100)
        let layers = [
            made([4], errors: [22, 22, 22], of: 100, cost: 0.1), made([2, 2], errors: [21, 22, 22], of: 100, cost: 3),
            made([1, 3], errors: [22, 21, 22], of: 100, cost: 2),
        ]
        #expect(winner(of: [best] + layers, by: .oneStandardError) == 3)
        #expect(winner(of: [best] + layers.dropLast(), by: .oneStandardError) == 2)
    }

    private func made(
        _ hidden: [Int], lambda: Double = 0, errors: [Int] = [1, 1], of validationCount: Int = 10, cost: Double = 1,
        costs: [Double]? = nil, trainingCost: Double = 1, trainingCrossEntropy: Double = 1
    ) -> CrossValidation {
        let scores = errors.enumerated().map { fold, errorCount in
            FoldScore(
                fold: fold, trainingCost: trainingCost, trainingAccuracy: 1,
                trainingCrossEntropy: trainingCrossEntropy,
                validationCost: costs?[fold] ?? cost, misclassified: (0..<validationCount).map { $0 < errorCount },
                iterations: 1, evaluations: 1, termination: .converged)
        }
        return CrossValidation(candidate: Candidate(hidden: hidden, lambda: lambda), scores: scores)
    }
}
