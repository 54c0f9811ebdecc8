import Datasets
import DecisionBoundary
import Geometry

/// Predictions as CSV: the two features, the class, and the probability of every class.
struct PredictionText {
    private let model: SavedModel
    private let classFields: [[UInt8]]

    init(_ model: SavedModel) {
        self.model = model
        classFields = model.classNames.map { Array(",\(CSVText.field($0))".utf8) }
    }

    /// "petal length,petal width,class,p(setosa),p(versicolor),p(virginica)".
    var header: [UInt8] {
        let names = model.featureNames + ["class"] + model.classNames.map { "p(\($0))" }
        return Array((names.map(CSVText.field).joined(separator: ",") + "\n").utf8)
    }

    /// A line for each point; numbers have the fewest digits that read back exactly.
    func lines(for points: [Point]) -> [UInt8] {
        let predictions = model.predictions(for: points)
        let classCount = classFields.count
        var text: [UInt8] = []
        for (index, point) in points.enumerated() {
            text += point.x.description.utf8
            text.append(UInt8(ascii: ","))
            text += point.y.description.utf8
            text += classFields[predictions.classes[index]]
            for probability in predictions.probabilities[index * classCount..<(index + 1) * classCount] {
                text.append(UInt8(ascii: ","))
                text += probability.description.utf8
            }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }
}
