import Datasets
import Optimization
import Testing
import Training

/// A network without hidden layers is scikit-learn's logistic regression, one for each class.
@Suite("Networks without hidden layers")
struct LogisticRegressionTests {
    @Test("theta, cost and accuracy are scikit-learn's, with C = 1 / λ", arguments: ["cg", "lbfgs"])
    func regressions(name: String) throws {
        // The conjugate gradient ends if rounding hides any further decrease of the cost, here with λ 0.001 on iris.
        let (optimizer, accuracyOfTheta): (Optimizer, Double) =
            name == "cg"
            ? (.conjugateGradient(.init(gradientTolerance: 1e-11)), 1e-4)
            : (.limitedMemoryBFGS(.init(gradientTolerance: 1e-11)), 1e-6)
        let fixture = try LogisticFixture.load()
        #expect(fixture.regressions.count == 8)
        for expected in fixture.regressions {
            let dataset = try fixture.dataset(expected)
            let trainer = Trainer(TrainingSettings(initialSeed: 3, optimizer: optimizer))
            let report = trainer.train(Candidate(hidden: [], lambda: expected.lambda), on: dataset)
            let name = "\(expected.data), λ \(expected.lambda)"
            #expect(report.network.theta.count == expected.theta.count)
            for (ours, theirs) in zip(report.network.theta, expected.theta) {
                #expect(abs(ours - theirs) <= accuracyOfTheta * max(1, abs(theirs)), "\(name)")
            }
            #expect(abs(report.cost - expected.cost) < 1e-12, "\(name)")
            #expect(report.accuracy == expected.accuracy, "\(name)")
        }
    }

    @Test("Every initial theta leads to the same minimum with the default settings")
    func convex() throws {
        let costs = try (0..<5).map { seed in
            let report = Trainer(TrainingSettings(initialSeed: UInt32(seed)))
                .train(Candidate(hidden: [], lambda: 0.001), on: try .moons())
            #expect(report.termination == .converged)
            return report.cost
        }
        let least = try #require(costs.min())
        #expect(costs.allSatisfy { $0 - least < 1e-8 })
    }
}

@Suite("Networks that contain others")
struct ContainedNetworkTests {
    private func candidate(_ hidden: [Int], _ activation: Activation = .sigmoid, lambda: Double = 0.1) -> Candidate {
        Candidate(hidden: hidden, activation: activation, lambda: lambda)
    }

    @Test(
        "A network contains those of as many layers, none wider",
        arguments: [
            ([3], [2], true), ([3], [3], false), ([3], [4], false), ([4, 3], [4, 2], true), ([4, 3], [5, 1], false),
            ([4, 3], [2], false), ([4], [2, 2], false), ([1], [], false), ([], [1], false), ([], [], false),
        ])
    func layers(larger: [Int], smaller: [Int], contains: Bool) {
        #expect(candidate(larger).contains(candidate(smaller)) == contains)
    }

    @Test("Another activation or λ is another kind of network")
    func otherKinds() {
        #expect(candidate([5], .tanh).contains(candidate([3], .tanh)))
        #expect(!candidate([5]).contains(candidate([3], .tanh)))
        #expect(!candidate([5]).contains(candidate([3], lambda: 0.2)))
    }
}
