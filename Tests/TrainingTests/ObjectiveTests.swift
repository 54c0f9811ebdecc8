import Datasets
import Geometry
import Testing
import Training

@Suite("The cost and its gradient")
struct ObjectiveTests {
    @Test("Cost and gradient are numpy's, at initial, random and very large thetas")
    func likeNumpy() throws {
        let fixture = try EvaluationFixture.load()
        #expect(fixture.evaluations.count == 85)
        for expected in fixture.evaluations {
            let (cost, gradient) = TrainingObjective.evaluate(
                try fixture.dataset(expected), expected.shape, theta: expected.theta, lambda: expected.lambda)
            #expect(abs(cost - expected.cost) <= 1e-12 * expected.cost, "\(expected.name)")
            #expect(greatestDifference(gradient, expected.gradient) <= 1e-12, "\(expected.name)")
        }
    }

    @Test(
        "The gradient agrees with central differences",
        arguments: [[2, 2], [2, 3], [2, 1, 2], [2, 5, 2], [2, 4, 3, 2], [2, 3, 4, 4], [2, 3, 3, 3, 3]], [0, 0.001, 5])
    func centralDifferences(layers: [Int], lambda: Double) {
        let shape = NetworkShape(unitCounts: layers)
        let dataset = randomDataset(count: 21, classCount: shape.outputCount, seed: 4)
        let theta = randomTheta(shape, seed: 5)
        var objective = TrainingObjective(dataset: dataset, shape: shape, lambda: lambda)
        var gradient = theta
        _ = objective.evaluate(at: theta, gradient: &gradient)
        var unused = theta
        let h = 1e-5
        for index in theta.indices {
            var (above, below) = (theta, theta)
            above[index] += h
            below[index] -= h
            let difference =
                objective.evaluate(at: above, gradient: &unused) - objective.evaluate(at: below, gradient: &unused)
            #expect(abs(difference / (2 * h) - gradient[index]) < 1e-8)
        }
    }

    @Test(
        "Any number of points gives the sum over the points, with any number of unused lanes",
        arguments: [1, 2, 7, 8, 9, 16, 17, 511, 512, 513, 1025])
    func padding(count: Int) {
        for layers in [[2, 3, 2], [2, 4, 3, 3]] {
            let shape = NetworkShape(unitCounts: layers)
            let dataset = randomDataset(count: count, classCount: shape.outputCount, seed: 8)
            let theta = randomTheta(shape, deviation: 2, seed: 9)
            let (cost, gradient) = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 0.5)
            let naive = NaiveNetwork(layers: layers, theta: theta).costAndGradient(on: dataset, lambda: 0.5)
            #expect(abs(cost - naive.cost) <= 1e-13 * naive.cost)
            #expect(greatestDifference(gradient, naive.gradient) <= 1e-12)
        }
    }

    @Test("Cost and gradient are finite for any finite theta", arguments: [[2, 3, 2], [2, 20, 2], [2, 4, 3, 3]])
    func finite(layers: [Int]) {
        let shape = NetworkShape(unitCounts: layers)
        let dataset = randomDataset(count: 30, classCount: shape.outputCount, seed: 1)
        for length in [1e4, 1e8, 1e100, 1e150] {
            let direction = randomTheta(shape, seed: 6)
            let norm = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
            for lambda in [0, 0.001] {
                let (cost, gradient) = TrainingObjective.evaluate(
                    dataset, shape, theta: direction.map { $0 / norm * length }, lambda: lambda)
                #expect(cost.isFinite && cost >= 0)
                #expect(gradient.allSatisfy { $0.isFinite })
            }
        }
    }

    @Test("The number of threads changes no bit", arguments: [1, 200, 2049, 20_000])
    func threads(count: Int) {
        let shape = NetworkShape(unitCounts: [2, 3, 3])
        let dataset = randomDataset(count: count, classCount: 3, seed: 12)
        let theta = randomTheta(shape, seed: 13)
        let alone = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 0.01)
        for threads in [2, 3, 64] {
            let together = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 0.01, threads: threads)
            #expect(together.cost.bitPattern == alone.cost.bitPattern)
            #expect(together.gradient.map(\.bitPattern) == alone.gradient.map(\.bitPattern))
        }
    }

    @Test("Evaluations one after the other have the same bits with any number of threads", arguments: [128, 512, 4000])
    func evaluationsInARow(count: Int) {
        let shape = NetworkShape(unitCounts: [2, 20, 2])
        let dataset = randomDataset(count: count, seed: 12)
        let thetas = (0..<40).map { randomTheta(shape, deviation: 2, seed: $0) }
        func evaluations(threads: Int) -> [[UInt64]] {
            var objective = TrainingObjective(dataset: dataset, shape: shape, lambda: 0.01, threads: threads)
            var gradient = thetas[0]
            return thetas.map { theta in
                let cost = objective.evaluate(at: theta, gradient: &gradient)
                return (gradient + [cost]).map(\.bitPattern)
            }
        }
        let alone = evaluations(threads: 1)
        #expect(evaluations(threads: 2) == alone)
        #expect(evaluations(threads: 64) == alone)
    }

    @Test("The cost of many points in several chunks equals the plain sum")
    func manyPoints() {
        let shape = NetworkShape(unitCounts: [2, 2, 2])
        let dataset = randomDataset(count: 20_000, seed: 14)
        let theta = randomTheta(shape, seed: 15)
        let (cost, gradient) = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 1, threads: 2)
        let naive = NaiveNetwork(layers: [2, 2, 2], theta: theta).costAndGradient(on: dataset, lambda: 1)
        #expect(abs(cost - naive.cost) <= 1e-12 * naive.cost)
        #expect(greatestDifference(gradient, naive.gradient) <= 1e-11)
    }

    @Test("An evaluation leaves nothing behind that another one would see")
    func independent() {
        let shape = NetworkShape(unitCounts: [2, 4, 2])
        let dataset = randomDataset(count: 100, seed: 16)
        var objective = TrainingObjective(dataset: dataset, shape: shape, lambda: 0.1)
        let thetas = (0..<4).map { randomTheta(shape, deviation: 10, seed: $0) }
        var gradient = Array(repeating: 0.0, count: shape.parameterCount)
        let first = thetas.map { theta in (objective.evaluate(at: theta, gradient: &gradient), gradient) }
        for (theta, expected) in zip(thetas, first).reversed() {
            #expect(objective.evaluate(at: theta, gradient: &gradient) == expected.0)
            #expect(gradient == expected.1)
        }
    }

    @Test("λ weighs the squares of the weights and leaves the biases alone")
    func penalty() {
        let shape = NetworkShape(unitCounts: [2, 1, 2])
        let dataset = randomDataset(count: 10, seed: 17)
        let theta = [10.0, 2, 3, 20, 4, 30, 5]
        let (cost, gradient) = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 0)
        let (penalized, steeper) = TrainingObjective.evaluate(dataset, shape, theta: theta, lambda: 6)
        #expect(abs(penalized - cost - 6 / 20.0 * (4 + 9 + 16 + 25)) < 1e-12)
        let expected = [0, 1.2, 1.8, 0, 2.4, 0, 3]
        for (difference, slope) in zip(zip(steeper, gradient).map { $0 - $1 }, expected) {
            #expect(abs(difference - slope) < 1e-12)
        }
    }
}
