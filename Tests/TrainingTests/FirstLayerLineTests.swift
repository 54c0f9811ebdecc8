import Testing
import Training

@Suite("The lines of the first layer")
struct FirstLayerLineTests {
    @Test("A unit's influence is the greatest difference that it makes between two logits")
    func oneLayer() {
        // Two units, three outputs; the bias of a unit comes first.
        let network = NeuralNetwork(
            shape: NetworkShape(unitCounts: [2, 2, 3]),
            theta: [0.5, 1, 2, -1, 0, 3] + [9, 1, -4, 9, 3, 0, 9, -2, 5])
        let lines = network.firstLayerLines
        #expect(lines.map(\.bias) == [0.5, -1] && lines.map(\.weightX) == [1, 0] && lines.map(\.weightY) == [2, 3])
        #expect(lines.map(\.influence) == [5, 9])
    }

    @Test("Through further layers weights multiply, and a rectifier counts by its slope")
    func severalLayers() {
        let theta: [Double] = [0, 3, 4, 0, 1, 0] + [7, 1, 2, 7, 0, -1] + [5, 1, 1, 5, 2, 0]
        func influences(_ activation: Activation) -> [Double] {
            NeuralNetwork(shape: NetworkShape(unitCounts: [2, 2, 2, 2], activation: activation), theta: theta)
                .firstLayerLines.map(\.influence)
        }
        // W3·W2 = [[1, 1], [2, 0]]·[[1, 2], [0, −1]] = [[1, 1], [2, 4]].
        #expect(influences(.tanh) == [1, 3])
        #expect(influences(.relu) == [5, 3])
    }

    @Test("Without hidden layers there are none")
    func noLayer() {
        let network = NeuralNetwork(shape: NetworkShape(unitCounts: [2, 2]), theta: [0, 1, 2, 3, 4, 5])
        #expect(network.firstLayerLines.isEmpty)
    }
}
