import DataFiles
import Datasets
import DecisionBoundary
import Geometry
import SavedModels
import Training

/// Predictions as CSV: row number, the features, the class, and the probability of each class.
struct PredictionText {
    private let model: SavedModel
    private let featureNames: [String]
    private let classFields: [[UInt8]]

    /// - Parameter featureNames: column names of the file.
    init(_ model: SavedModel, featureNames: [String]) {
        self.model = model
        self.featureNames = featureNames
        classFields = model.classNames.map { Array(",\(CSVText.field($0))".utf8) }
    }

    /// "row,petal length,petal width,class,p(setosa),p(versicolor),p(virginica)".
    var header: [UInt8] {
        let names = ["row"] + featureNames + ["class"] + model.classNames.map { "p(\($0))" }
        return Array((names.map(CSVText.field).joined(separator: ",") + "\n").utf8)
    }

    /// Returns one line per point; numbers have the fewest digits that read back exactly.
    ///
    /// - Throws: `Failure` of status 65 if an output of the model is not finite.
    func lines(for block: PredictionRows.Block) throws(Failure) -> [UInt8] {
        let predictions = model.predictions(for: block.points)
        let (classCount, featureCount) = (classFields.count, featureNames.count)
        var text: [UInt8] = []
        for (index, point) in block.points.enumerated() {
            text += "\(block.rowNumbers[index])".utf8
            for value in block.values[index * featureCount..<(index + 1) * featureCount] {
                text.append(UInt8(ascii: ","))
                text += value.description.utf8
            }
            text += classFields[predictions.classes[index]]
            for probability in predictions.probabilities[index * classCount..<(index + 1) * classCount] {
                guard probability.isFinite else {
                    throw Failure(
                        .badData,
                        "row \(block.rowNumbers[index]): the model's outputs at \(point.x), \(point.y) are not finite; such a point is out of its range"
                    )
                }
                text.append(UInt8(ascii: ","))
                text += probability.description.utf8
            }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }
}
