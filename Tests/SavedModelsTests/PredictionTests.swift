import Datasets
import Foundation
import Geometry
import MersenneTwister
import NaiveNetworks
import SavedModels
import Testing
import Training

@Suite("Predictions of a model")
struct PredictionTests {
    private let points: [Point] = {
        var random = RandomState(seed: 9)
        return (0..<700).map { _ in Point(x: 10 + 5 * random.normal(), y: -0.1 + 2e-3 * random.normal()) }
    }()

    @Test(
        "Probabilities are the outputs over their sum, and classes those of the largest",
        arguments: Activation.allCases,
        [[2, 3, 2], [2, 8, 8, 4]])
    func outputs(activation: Activation, layers: [Int]) {
        let standardization = Standardization(mean: Point(x: 10, y: -0.1), deviation: Point(x: 5, y: 2e-3))
        let model = SavedModel(
            network: randomNetwork(layers, activation: activation, deviation: 2, seed: 4),
            standardization: standardization, classNames: (0..<layers[layers.count - 1]).map(String.init), lambda: 0)
        let naive = NaiveClassifier(network: model.network)
        let predictions = model.predictions(for: points)
        let classCount = model.classNames.count
        #expect(predictions.probabilities.count == 700 * classCount)
        for (index, point) in points.enumerated() {
            let outputs = naive.logits(standardization.apply(to: point)).map { 1 / (1 + exp(-$0)) }
            let sum = outputs.reduce(0, +)
            let found = predictions.probabilities[index * classCount..<(index + 1) * classCount]
            for (probability, output) in zip(found, outputs) { #expect(abs(probability - output / sum) <= 1e-12) }
            #expect(predictions.classes[index] == naive.label(standardization.apply(to: point)))
            #expect(abs(found.reduce(0, +) - 1) <= 1e-15 * Double(classCount))
        }
        #expect(Set(predictions.classes).count >= 2)
    }

    @Test("A point is given the same in any block")
    func blocks() {
        let whole = SavedModelTests.model.predictions(for: points)
        var (classes, probabilities): ([Int], [Double]) = ([], [])
        for start in stride(from: 0, to: 700, by: 93) {
            let part = SavedModelTests.model.predictions(for: Array(points[start..<min(start + 93, 700)]))
            classes += part.classes
            probabilities += part.probabilities
        }
        #expect(classes == whole.classes && probabilities == whole.probabilities)
        #expect(SavedModelTests.model.predictions(for: []).classes.isEmpty)
    }

    @Test("Where all outputs vanish, their ratios remain; where all are 1, they share")
    func extremes() {
        func probabilities(_ logits: [Double]) -> [Double] {
            let network = NeuralNetwork(
                shape: NetworkShape(hidden: [], classCount: logits.count), theta: logits.flatMap { [$0, 0, 0] })
            let model = SavedModel(network: network, classNames: logits.indices.map(String.init), lambda: 0)
            return model.predictions(for: [Point(x: 1, y: 1)]).probabilities
        }
        let vanishing = probabilities([-2000, -2001])
        #expect(abs(vanishing[0] / vanishing[1] - exp(1)) <= 1e-12)
        #expect(probabilities([-1e308, -1.1e308, -1e308]) == [0.5, 0, 0.5])
        #expect(probabilities([900, 1000]) == [0.5, 0.5])
        #expect(probabilities([1e308, -1e308]) == [1, 0])
    }

    @Test("In data units the network is one that can be drawn: it puts points in the same classes")
    func dataUnits() {
        let model = SavedModelTests.model
        let classes = model.predictions(for: points).classes
        let differences = zip(model.networkInDataUnits.classes(of: points), classes).count { $0 != $1 }
        #expect(differences == 0)
        let plain = SavedModel(network: model.network, classNames: model.classNames, lambda: 0)
        #expect(plain.networkInDataUnits == plain.network)
    }
}
