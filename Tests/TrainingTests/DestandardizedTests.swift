import Datasets
import Geometry
import MersenneTwister
import Testing
import Training

@Suite("Networks in data units")
struct DestandardizedTests {
    @Test(
        "They map raw points as the network maps standardised ones", arguments: Activation.allCases,
        [[2, 2], [2, 3, 2], [2, 8, 8, 3], [2, 16, 8, 4, 5]])
    func logits(activation: Activation, layers: [Int]) throws {
        var random = RandomState(seed: 4)
        for (center, spread) in [(0, 1.0), (30, 7), (-2e-3, 1e-3), (5e6, 1e6)] {
            let points = (0..<100).map { _ in
                Point(x: center + spread * random.normal(), y: 3 * center + 40 * spread * random.normal())
            }
            let dataset = Dataset(points: points, labels: points.map { _ in 0 })
            let standardization = try Standardization(of: dataset)
            let shape = NetworkShape(unitCounts: layers, activation: activation)
            let network = NeuralNetwork(shape: shape, theta: randomTheta(shape, deviation: 2, seed: 6))
            let folded = network.destandardized(by: standardization)
            #expect(folded.shape == shape)
            let expected = network.logits(of: standardization.apply(to: dataset).points)
            #expect(greatestDifference(folded.logits(of: points), expected) <= 1e-12)
        }
    }

    @Test("Mean 0 and deviation 1 change nothing")
    func neutral() {
        let shape = NetworkShape(unitCounts: [2, 3, 2])
        let network = NeuralNetwork(shape: shape, theta: randomTheta(shape, seed: 1))
        let neutral = Standardization(mean: Point(x: 0, y: 0), deviation: Point(x: 1, y: 1))
        #expect(network.destandardized(by: neutral) == network)
    }
}
