/// Labelled rows: points, or rows of several features, which become points by a projection.
package enum LabelledRows: Hashable, Sendable {
    /// Points with two features.
    case points(Dataset)
    /// Rows to be projected.
    case features(FeatureTable)

    /// The class index of each row.
    package var labels: [Int] {
        switch self {
        case .points(let dataset): dataset.labels
        case .features(let table): table.labels
        }
    }

    /// The names of the classes, in the order of their indices.
    package var classNames: [String] {
        switch self {
        case .points(let dataset): dataset.classNames
        case .features(let table): table.classNames
        }
    }

    /// The number of rows.
    package var count: Int { labels.count }

    /// Returns the rows with other classes.
    package func relabelled(_ labels: [Int], classNames: [String]) -> LabelledRows {
        switch self {
        case .points(let dataset):
            .points(
                Dataset(
                    points: dataset.points, labels: labels, featureNames: dataset.featureNames, classNames: classNames))
        case .features(let table):
            .features(
                FeatureTable(
                    featureNames: table.featureNames, values: table.values, labels: labels, classNames: classNames))
        }
    }
}
