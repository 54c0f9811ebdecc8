import Geometry
import Meshgrid
import NaiveNetworks
import Parallelism
import Pictures
import Testing
import Training

@testable import DecisionBoundary

@Suite("The answer of a classifier")
struct ClassifierAnswerTests {
    private static let points = [Point(x: 0.3, y: -0.4), Point(x: -1, y: 1), Point(x: 0, y: 0)]

    private func query(points: [Point] = points, grid: RegularGrid? = smallGrid, classCount: Int) -> ClassifierQuery {
        ClassifierQuery(
            points: points, pointOfRow: Array(points.indices), grid: grid, classCount: classCount, threads: 1,
            report: { _ in }, isCancelled: { false })
    }

    @Test("Its fields and classes follow from the greatest scores, ties included", arguments: [2, 3, 5])
    func fields(classCount: Int) throws {
        let query = query(points: smallGrid.points, classCount: classCount)
        // Scores from five whole numbers, so that most points have ties.
        var state: UInt32 = 1
        let gridScores = (0..<smallGrid.pointCount * classCount).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Double(state >> 24).rounded(.down).truncatingRemainder(dividingBy: 5) - 2
        }
        let answer = try ClassifierAnswer(scores: gridScores + gridScores, query: query)
        let fields = try #require(answer.response).fields(over: smallGrid)
        #expect(fields.count == classCount - 1 && fields.allSatisfy { $0.grid == smallGrid })
        var tieCount = 0
        for index in 0..<smallGrid.pointCount {
            let scores = gridScores[index * classCount..<(index + 1) * classCount].map(\.self)
            let greatest = try #require(scores.max())
            if scores.count(where: { $0 == greatest }) > 1 { tieCount += 1 }
            for k in 1..<classCount {
                let expected = try #require(scores[k...].max()) - #require(scores[..<k].max())
                #expect(fields[k - 1].values[index] == expected)
            }
            // The points of the data equal the grid points, so that both ways to a class can be compared.
            #expect(answer.classes[index] == scores.firstIndex(of: greatest))
            let byFields = fields.lastIndex { $0.values[index] > 0 }.map { $0 + 1 } ?? 0
            #expect(answer.classes[index] == byFields)
        }
        #expect(tieCount > 10)
    }

    @Test("A wrong number of scores is an error that names both numbers")
    func wrongCount() {
        let error = #expect(throws: RunError.self) {
            try ClassifierAnswer(scores: [1, 2, 3, 3], query: query(grid: nil, classCount: 3))
        }
        #expect(error?.description.contains("4 scores; 3 for each of the 3 points") == true)
    }

    @Test("Without a grid it has classes alone")
    func noGrid() throws {
        let answer = try ClassifierAnswer(scores: [1, 2, 3, 3, 2, 2, 0, 0, 0], query: query(grid: nil, classCount: 3))
        #expect(answer.classes == [2, 0, 0] && answer.response == nil)
    }

    @Test("Scores of a network give the fields that its kernels compute", arguments: [2, 3, 5])
    func network(classCount: Int) throws {
        let network = randomNetwork([2, 4, classCount], activation: .tanh, deviation: 2, seed: 7)
        let query = query(classCount: classCount)
        let answer = try ClassifierAnswer(
            scores: network.logits(of: Self.points + smallGrid.points), query: query)
        #expect(answer.classes == network.classes(of: Self.points))
        let fields = try #require(answer.response).fields(over: smallGrid)
        for (field, own) in zip(fields, network.fields(over: smallGrid)) {
            #expect(zip(field.values, own.values).allSatisfy { abs($0 - $1) < 1e-9 })
            #expect(zip(field.values, own.values).allSatisfy { ($0 > 0) == ($1 > 0) })
        }
    }

    /// A classifier that is not a network, with the scores of one.
    private struct Wrapped: Classifier {
        let network: NeuralNetwork
        let name = "a closure"

        func answer(_ query: ClassifierQuery) throws -> ClassifierAnswer {
            try ClassifierAnswer(scores: network.logits(of: query.points + (query.grid?.points ?? [])), query: query)
        }
    }

    @Test("A classifier that wraps a network is evaluated like the network")
    func ownClassifier() throws {
        let plan = try Plan(.small(), in: MemoryFiles().environment())
        let trained = try plan.fit(1, threads: 1)
        let network = try #require(trained.network?.report.network)
        let (own, other) = (
            try plan.evaluate(trained, threads: 1), try plan.evaluate(Wrapped(network: network), threads: 1)
        )
        #expect(own.scored.classes == other.scored.classes)
        #expect(own.scored.trainingScore.confusion == other.scored.trainingScore.confusion)
        #expect(other.scored.trainingScore.crossEntropy == nil && other.scored.network == nil)
        #expect(own.response.differenceShare(from: other.response, over: own.grid) == 0)
        let surfaces = try [own, other].map { try plan.surface(of: $0.response, over: $0.grid, threads: 2) }
        #expect(surfaces[0].labelCounts == surfaces[1].labelCounts)
        #expect(other.scored.title == "Decision Boundary of a closure")
        #expect(other.scored.subtitle == own.scored.accuracies)
    }

    @Test("A classifier that fails ends the evaluation with its error")
    func failure() throws {
        struct Broken: Classifier, Error {
            let name = "broken"
            func answer(_ query: ClassifierQuery) throws -> ClassifierAnswer { throw self }
        }
        let plan = try Plan(.small(), in: MemoryFiles().environment())
        #expect(throws: Broken.self) { try plan.evaluate(Broken(), threads: 1) }
    }

    @Test(
        "A network reports the points of the data that it has answered, and stops once it is cancelled",
        arguments: [false, true])
    func progress(isCancelled: Bool) throws {
        let counts = Guarded<[Int]>([])
        let plan = try Plan(.small(), in: MemoryFiles().environment())
        let grid = RegularGrid(
            x: SampledAxis(start: 0, step: 1, count: 5), y: SampledAxis(start: 0, step: 1, count: 3))
        let query = ClassifierQuery(
            points: plan.data.points, pointOfRow: plan.data.pointOfRow, grid: grid, classCount: 2, threads: 1,
            report: { count in counts.withLock { $0.append(count) } }, isCancelled: { isCancelled })
        let network = try plan.fit(0, threads: 1)
        if isCancelled {
            #expect(throws: RunError.self) { try network.answer(query) }
        } else {
            _ = try network.answer(query)
        }
        let pointCount = plan.data.points.count
        #expect(counts.withLock(\.self) == [pointCount])
    }

    @Test("The grid is reported block by block, and a cancelled run stops after a block", arguments: [1, 3])
    func cancelledGrid(blockCount: Int) throws {
        let counts = Guarded<[Int]>([])
        let environment = RunEnvironment(
            report: { progress in
                if case .answer(let count) = progress { counts.withLock { $0.append(count) } }
            }, isCancelled: { counts.withLock { $0.count } == blockCount })
        let plan = try Plan(.small(), in: environment)
        // Two blocks of 16 MiB and a part of one.
        let grid = RegularGrid(
            x: SampledAxis(start: -1, step: 1e-6, count: 1 << 20), y: SampledAxis(start: 0, step: 0.1, count: 5))
        let network = NeuralNetwork(shape: NetworkShape(hidden: [], classCount: 2), initialSeed: 0)
        #expect(throws: RunError.cancelled) {
            try plan.surface(of: network, over: grid, threads: 2)
        }
        let expected = [2, 4, 5].map { plan.data.points.count + $0 << 20 }.prefix(blockCount)
        #expect(counts.withLock(\.self) == Array(expected))
    }
}
