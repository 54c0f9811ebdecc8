import Datasets
import Optimization
import Testing
import Training

/// Trainings on the moons, by default with default settings; full trainings are shared by all tests.
@Suite("Training on the moons")
struct TrainerTests {
    @Test(
        "The cost at the initial theta",
        arguments: [
            (1, 1.4470220107), (2, 1.4480750433), (3, 1.4489858565), (4, 1.5713248787), (5, 1.5355522004),
            (20, 1.6431430020), (50, 1.7690743536),
        ])
    func initialCost(hidden: Int, cost: Double) throws {
        let report = try train(hidden, iterationLimit: 0)
        #expect(abs(report.cost - cost) < 1e-10)
        #expect((report.iterations, report.evaluations) == (0, 1))
        #expect(report.termination == .iterationLimit)
    }

    @Test(
        "With 3 hidden units the first costs equal those of SciPy",
        arguments: [
            (1, 1.369100811186), (2, 0.935716551899), (10, 0.629509797409), (20, 0.595782635659),
        ])
    func firstCosts(iterations: Int, cost: Double) throws {
        let report = try train(3, iterationLimit: iterations)
        #expect(abs(report.cost - cost) < 1e-9)
        #expect(report.iterations == iterations)
    }

    @Test("With every size the first costs equal those of SciPy, and fall")
    func firstCostsOfEverySize() throws {
        for run in try RunFixture.load().runs {
            var costs: [Double] = []
            let candidate = Candidate(hidden: [run.layers[1]], lambda: run.lambda)
            let trainer = Trainer(TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: 10))))
            _ = trainer.train(candidate, on: try .moons()) {
                costs.append($0.value)
                return true
            }
            #expect(costs.count == 11)
            let expected = [run.initialCost] + run.costs
            for (ours, theirs) in zip(costs, expected).prefix(6) { #expect(abs(ours - theirs) < 1e-9) }
            #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 > $1 })
        }
    }

    @Test(
        "The final cost and accuracy of small networks",
        arguments: [
            (1, 0.60304, 0.845), (2, 0.17338, 0.965), (3, 0.13420, 0.98), (4, 0.08934, 0.99), (5, 0.08559, 0.985),
        ])
    func smallNetworks(hidden: Int, cost: Double, accuracy: Double) throws {
        let report = try TrainedNetworks.report(hidden)
        #expect(abs(report.cost - cost) < 3e-5)
        #expect(report.accuracy == accuracy)
    }

    @Test(
        "Trained to the end, cost and theta have the same bits everywhere",
        arguments: [
            (1, 0.6030356163353748, 0x00cc_95e8_0ffa_ad62), (2, 0.17337505425692662, 0x710f_7bbe_e0a2_ab05),
            (3, 0.13419664643777435, 0xa705_2155_2327_8233), (4, 0.08934489039400882, 0xf010_2aab_a5f1_6cf4),
            (5, 0.08558836488149213, 0x45f6_59d8_13b4_d8f8),
        ] as [(Int, Double, UInt64)])
    func sameBits(hidden: Int, cost: Double, hash: UInt64) throws {
        let report = try TrainedNetworks.report(hidden)
        #expect(report.cost == cost)
        #expect(hashOfBits(report.network.theta) == hash)
    }

    @Test("A network that has converged has a gradient within the tolerance", arguments: [1, 3, 5])
    func converged(hidden: Int) throws {
        let report = try TrainedNetworks.report(hidden)
        #expect(report.termination == .converged)
        #expect(report.gradientNorm <= 1e-5)
        #expect(report.iterations < 200 * report.network.shape.parameterCount)
        #expect(report.evaluations > report.iterations)
    }

    @Test("20 hidden units put every point in its class")
    func twentyUnits() throws {
        // Stopped near the minimum: full convergence takes three times as long and lowers the cost by 7 %.
        let report = try train(20) { $0 > 0.031 }
        #expect(report.cost <= 0.031 && report.cost >= 0.027)
        #expect(report.accuracy == 1)
        #expect(!report.misclassified.contains(true))
    }

    @Test("50 hidden units keep falling", arguments: [0.001, 0])
    func fiftyUnits(lambda: Double) throws {
        let report = try train(50, lambda: lambda, iterationLimit: 60)
        #expect(report.cost < 0.16)
        #expect(report.accuracy >= 0.97)
        #expect(report.termination == .iterationLimit)
    }

    #if !DEBUG
        @Test("20 and 50 hidden units, trained to the end", arguments: [(20, 0.027...0.031), (50, 0.027...0.036)])
        func largeNetworks(hidden: Int, costs: ClosedRange<Double>) throws {
            let report = try TrainedNetworks.report(hidden)
            #expect(costs.contains(report.cost))
            #expect(report.accuracy == 1)
        }

        @Test("λ 0 trains to convergence without NaN, for any size", arguments: [1, 2, 3, 4, 5, 20, 50])
        func withoutPenaltyToTheEnd(hidden: Int) throws {
            let report = try train(hidden, lambda: 0)
            #expect(report.cost.isFinite && report.cost > 0)
            #expect(report.network.theta.allSatisfy { $0.isFinite })
            #expect(report.termination != .nonFinite)
        }
    #endif

    @Test("λ 0 trains without NaN, for any size", arguments: [1, 2, 3, 4, 5, 20, 50])
    func withoutPenalty(hidden: Int) throws {
        let report = try train(hidden, lambda: 0, iterationLimit: hidden > 5 ? 30 : 150)
        #expect(report.cost.isFinite && report.cost < 0.65)
        #expect(report.gradientNorm.isFinite)
        #expect(report.network.theta.allSatisfy { $0.isFinite })
    }

    @Test("λ 0.26 still bends the boundary, λ 0.28 gives a straight line")
    func betweenBendAndLine() throws {
        let bent = try train(3, lambda: 0.26)
        #expect(bent.accuracy >= 0.95)
        #expect(abs(bent.cost - 0.483682) < 1e-4)
        let straight = try train(3, lambda: 0.28)
        #expect(straight.accuracy == 0.85)
        #expect(abs(straight.cost - 0.660610) < 1e-4)
    }

    @Test("The report agrees with its network")
    func report() throws {
        let moons = try Dataset.moons()
        let report = try TrainedNetworks.report(3)
        let classes = report.network.classes(of: moons.points)
        #expect(report.misclassified == zip(classes, moons.labels).map { $0 != $1 })
        #expect(report.accuracy == Double(report.misclassified.count { !$0 }) / 200)
        let (cost, gradient) = TrainingObjective.evaluate(
            moons, report.network.shape, theta: report.network.theta, lambda: 0.001)
        #expect(cost == report.cost)
        #expect(gradient.map { abs($0) }.max() == report.gradientNorm)
    }

    @Test("Training again, or with more threads, gives the same bits")
    func repeatable() throws {
        let data = try Dataset.moons(sampleCount: 3000)
        let reports = [1, 1, 2, 5].map { threads in
            let settings = TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: 4)), threads: threads)
            return Trainer(settings).train(Candidate(hidden: [2], lambda: 0.001), on: data)
        }
        for report in reports.dropFirst() { #expect(report == reports[0]) }
    }

    @Test("The observer receives every iterate, from the initial to the final theta, with the exact cost")
    func observed() throws {
        let moons = try Dataset.moons()
        let candidate = Candidate(hidden: [3], activation: .tanh, lambda: 0.01)
        for optimizer in [.conjugateGradient(.init(iterationLimit: 12)), .limitedMemoryBFGS()] as [Optimizer] {
            var iterates: [Iterate] = []
            let settings = TrainingSettings(initialSeed: 4, optimizer: optimizer)
            let report = Trainer(settings).train(candidate, on: moons) {
                iterates.append($0)
                return true
            }
            #expect(iterates.map(\.iteration) == Array(0...report.iterations))
            let initial = NeuralNetwork(shape: report.network.shape, initialSeed: 4)
            #expect(iterates[0].parameters == initial.theta)
            #expect(iterates.last?.parameters == report.network.theta && iterates.last?.value == report.cost)
            for iterate in iterates {
                let cost = TrainingObjective.evaluate(
                    moons, report.network.shape, theta: iterate.parameters, lambda: 0.01
                ).cost
                #expect(cost == iterate.value)
            }
            #expect(report.candidate == candidate)
            #expect(report == Trainer(settings).train(candidate, on: moons))
        }
    }

    @Test("Returning false interrupts the training, which reports its last iterate")
    func interrupted() throws {
        let report = try train(3) { $0 > 0.9 }
        #expect(report.termination == .interrupted)
        #expect(report.iterations == 3)
        #expect(report.cost < 0.9)
    }

    @Test("Deeper networks, more classes and no hidden layer at all are trained as well")
    func otherShapes() throws {
        let data = randomDataset(count: 40, classCount: 3, seed: 20)
        for hidden in [[], [4], [4, 3], [3, 3, 3]] {
            let settings = TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: 40)))
            let report = Trainer(settings).train(Candidate(hidden: hidden, lambda: 0.001), on: data)
            #expect(report.network.shape.unitCounts == [2] + hidden + [3])
            #expect(report.cost < 2)
            #expect(report.accuracy > 0.3)
        }
    }

    @Test(
        "Limited-memory BFGS stops by the same rule, and reports cost and gradient correctly",
        arguments: [1, 2, 3, 5, 20])
    func limitedMemoryBFGS(hidden: Int) throws {
        let moons = try Dataset.moons()
        let trainer = Trainer(TrainingSettings(optimizer: .limitedMemoryBFGS()))
        let report = trainer.train(Candidate(hidden: [hidden], lambda: 0.001), on: moons)
        #expect(report.termination == .converged)
        var objective = TrainingObjective(dataset: moons, shape: report.network.shape, lambda: 0.001)
        var gradient = report.network.theta
        #expect(objective.evaluate(at: report.network.theta, gradient: &gradient) == report.cost)
        #expect(gradient.map { abs($0) }.max() == report.gradientNorm && report.gradientNorm <= 1e-5)
        #expect(report.cost < 0.61 && report.evaluations >= report.iterations)
    }

    private func train(
        _ hidden: Int, lambda: Double = 0.001, iterationLimit: Int? = nil,
        whileCost isToGoOn: (Double) -> Bool = { _ in true }
    ) throws -> TrainingReport {
        let settings = TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: iterationLimit)))
        return Trainer(settings).train(Candidate(hidden: [hidden], lambda: lambda), on: try .moons()) {
            isToGoOn($0.value)
        }
    }
}

/// The 64-bit FNV-1a hash of the bit patterns, as whole words.
private func hashOfBits(_ numbers: [Double]) -> UInt64 {
    numbers.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
}

/// Networks fully trained with default settings, each of them once.
private enum TrainedNetworks {
    private static let one = train(1)
    private static let two = train(2)
    private static let three = train(3)
    private static let four = train(4)
    private static let five = train(5)

    static func report(_ hidden: Int) throws -> TrainingReport {
        switch hidden {
        case 1: try one.get()
        case 2: try two.get()
        case 3: try three.get()
        case 4: try four.get()
        case 5: try five.get()
        default: try train(hidden).get()
        }
    }

    private static func train(_ hidden: Int) -> Result<TrainingReport, DatasetError> {
        Result { () throws(DatasetError) in
            Trainer().train(Candidate(hidden: [hidden], lambda: 0.001), on: try .moons())
        }
    }
}
