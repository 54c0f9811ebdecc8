import DataFiles
import Datasets
package import SavedModels

extension DataFile {
    /// Returns the file with either `x` and `y` or the features of a projection, those of a saved model by default.
    ///
    /// - Parameter model: a saved model and its file; optional.
    /// - Throws: `RunError` if columns contradict each other or the model.
    package func withFeatures(of model: (model: SavedModel, path: String)?) throws(RunError) -> DataFile {
        try checkFeatures()
        var file = self
        if let (model, path) = model {
            guard let projection = model.projection else {
                return try withTwoFeatures(model.featureNames, path: path)
            }
            let count = projection.featureNames.count
            if let axis = x != nil ? RequestKey.x : y != nil ? .y : nil {
                throw RunError(
                    .badRequest,
                    "\(axis) does not apply to the model '\(path)', which projects \(count) columns; \(.features) names them"
                )
            }
            file.features =
                features == CSVColumns.everyFeature ? projection.featureNames : features ?? projection.featureNames
            guard file.features?.count == count else {
                throw RunError(
                    .badRequest,
                    "\(.features) names \(file.features?.count ?? 0) columns; the model '\(path)' projects \(count)")
            }
            file.projection = .pca
            return file
        }
        guard projection == nil else {
            file.features = features ?? CSVColumns.everyFeature
            return file
        }
        guard let features else { return self }
        guard features.count == 2 else {
            let columns = features == CSVColumns.everyFeature ? "takes all columns" : "names \(features.count) columns"
            throw RunError(
                .badRequest,
                "\(.features) \(columns), and a picture has two axes; add \(.projection) pca to project them")
        }
        (file.x, file.y, file.features) = (features[0], features[1], nil)
        return file
    }

    private func withTwoFeatures(_ names: [String], path: String) throws(RunError) -> DataFile {
        guard projection == nil, features.map({ $0.count == 2 }) ?? true else {
            let key = projection == nil ? RequestKey.features : .projection
            throw RunError(
                .badRequest,
                "\(key) does not apply to the model '\(path)', which takes two columns without a projection; remove it")
        }
        var file = self
        (file.x, file.y) = (x ?? features?[0] ?? names[0], y ?? features?[1] ?? names[1])
        file.features = nil
        return file
    }

    private func checkFeatures() throws(RunError) {
        if let axis = x != nil ? RequestKey.x : y != nil ? .y : nil, features != nil || projection != nil {
            let other = features == nil ? RequestKey.projection : .features
            throw RunError(.badRequest, "\(axis) and \(other) contradict each other; use one of them")
        }
        guard let features, features != CSVColumns.everyFeature else { return }
        guard !features.contains("") else {
            throw RunError(.badRequest, "\(.features) has an empty name; columns are separated by single commas")
        }
        guard features.count >= 2 else {
            let names = features.map { "'\($0)'" }.joined()
            throw RunError(
                .badRequest, "\(.features) \(names): two columns or more are accepted, or all for every numeric one")
        }
        if let index = features.indices.first(where: { features[..<$0].contains(features[$0]) }) {
            throw RunError(.badRequest, "\(.features) names '\(features[index])' twice; name every column once")
        }
    }
}
