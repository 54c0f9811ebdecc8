import Geometry
import Meshgrid
import NaiveNetworks
import Testing
import Training

@Suite("A network over a grid")
struct NetworkResponseTests {
    @Test("Over the default grid class counts are numpy's, and the fields too")
    func likeNumpy() throws {
        let fixture = try ClassCountsFixture.load()
        let grid = fixture.regularGrid
        #expect(fixture.networks.count == 10)
        for expected in fixture.networks {
            let fields = try expected.neuralNetwork().fields(over: grid, threads: 2)
            let differences = zip(labelCounts(fields), expected.classCounts).map { abs($0 - $1) }
            #expect(differences.allSatisfy { $0 <= expected.nearTies }, "\(expected.name)")
            for value in expected.values {
                for (field, theirs) in zip(fields, value.fields) {
                    #expect(
                        abs(field[value.row, value.column] - theirs) <= 1e-10 * max(1, abs(theirs)), "\(expected.name)")
                }
            }
        }
    }

    @Test("With every activation and stacked layers class counts are numpy's, and the fields too")
    func activationsLikeNumpy() throws {
        let fixture = try ClassCountsFixture.load("grid-activations")
        let grid = fixture.regularGrid
        #expect(fixture.networks.count == 18)
        for expected in fixture.networks {
            let network = try expected.neuralNetwork()
            let fields = network.fields(over: grid, threads: 2)
            let differences = zip(labelCounts(fields), expected.classCounts).map { abs($0 - $1) }
            #expect(differences.allSatisfy { $0 <= expected.nearTies }, "\(expected.name)")
            for value in expected.values {
                for (field, theirs) in zip(fields, value.fields) {
                    #expect(
                        abs(field[value.row, value.column] - theirs) <= 1e-12 * max(1, abs(theirs)), "\(expected.name)")
                }
            }
        }
    }

    @Test(
        "Fields and classes equal the plain evaluation, for any activation and number of threads",
        arguments: Activation.allCases,
        [[2, 2], [2, 3, 2], [2, 9, 5], [2, 8, 8, 2], [2, 16, 8, 4, 3], [2, 5, 4, 3, 4]])
    func activations(activation: Activation, layers: [Int]) {
        for deviation in [0.5, 2, 10] {
            let network = randomNetwork(layers, activation: activation, deviation: deviation, seed: 3)
            let naive = NaiveClassifier(network: network)
            let fields = network.fields(over: smallGrid)
            let expected = smallGrid.points.map { naive.fields($0) }
            for (k, field) in fields.enumerated() {
                let greatest = expected.map { abs($0[k]) }.max() ?? 0
                for (value, theirs) in zip(field.values, expected) {
                    #expect(abs(value - theirs[k]) <= 1e-12 * max(deviation, greatest))
                }
            }
            let labels = labels(fields)
            #expect(labels == network.classes(of: smallGrid.points))
            let together = network.fields(over: smallGrid, threads: 3)
            for (a, b) in zip(fields, together) { #expect(a.values.map(\.bitPattern) == b.values.map(\.bitPattern)) }
        }
    }

    @Test(
        "Fields are differences of the greatest logits from k on and below k",
        arguments: [
            [2, 2], [2, 4], [2, 1, 2], [2, 2, 2], [2, 3, 2], [2, 8, 3], [2, 9, 5], [2, 4, 3, 2], [2, 5, 4, 3, 4],
            [2, 17, 2],
        ])
    func fields(layers: [Int]) {
        for deviation in [0.5, 2, 10] {
            let network = randomNetwork(layers, deviation: deviation, seed: 3)
            let naive = NaiveClassifier(network: network)
            let fields = network.fields(over: smallGrid)
            #expect(fields.count == layers[layers.count - 1] - 1)
            #expect(network.fieldCount == fields.count)
            for (index, point) in smallGrid.points.enumerated() {
                for (field, expected) in zip(fields, naive.fields(point)) {
                    #expect(abs(field.values[index] - expected) <= 1e-12 * max(deviation, abs(expected)))
                }
            }
        }
    }

    @Test(
        "The class that the fields tell is the one that the network gives its points",
        arguments: [
            [2, 2], [2, 3, 2], [2, 6, 4], [2, 4, 4, 3],
        ])
    func classes(layers: [Int]) {
        let network = randomNetwork(layers, deviation: 3, seed: 5)
        let fields = network.fields(over: smallGrid)
        let labels = labels(fields)
        #expect(labels == network.classes(of: smallGrid.points))
        #expect(labels == smallGrid.points.map { NaiveClassifier(network: network).label($0) })
    }

    @Test("Where logits tie exactly the fields are 0, and the class is the lowest")
    func ties() {
        // Three outputs that differ in their biases only.
        let tied = NeuralNetwork(
            shape: NetworkShape(hidden: [], classCount: 3), theta: [0, 1, 2, 0, 1, 2, -1, 1, 2])
        let fields = tied.fields(over: smallGrid)
        #expect(fields[0].values.allSatisfy { $0 == 0 })
        #expect(fields[1].values.allSatisfy { $0 < 0 })
    }

    @Test("The number of threads changes no bit", arguments: [[2, 2], [2, 3, 2], [2, 6, 3, 4]])
    func threads(layers: [Int]) {
        let network = randomNetwork(layers, deviation: 2, seed: 6)
        let alone = network.fields(over: smallGrid)
        for threads in [2, 3, 50] {
            let together = network.fields(over: smallGrid, threads: threads)
            for (a, b) in zip(alone, together) { #expect(a.values.map(\.bitPattern) == b.values.map(\.bitPattern)) }
        }
    }

    /// The class of every grid point: the last one whose field is above 0.
    private func labels(_ fields: [ScalarField]) -> [Int] {
        fields[0].values.indices.map { index in (fields.lastIndex { $0.values[index] > 0 } ?? -1) + 1 }
    }

    /// The number of grid points of every class.
    private func labelCounts(_ fields: [ScalarField]) -> [Int] {
        labels(fields).reduce(into: Array(repeating: 0, count: fields.count + 1)) { $0[$1] += 1 }
    }
}
