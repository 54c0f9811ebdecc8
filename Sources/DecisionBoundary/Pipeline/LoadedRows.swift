package import Datasets

/// The labelled rows of a run before their division.
package enum LoadedRows: Sendable {
    /// Points with two features.
    case points(Dataset)

    /// The class index of each row.
    package var labels: [Int] {
        switch self {
        case .points(let dataset): dataset.labels
        }
    }

    /// The names of the classes, in the order of their indices.
    package var classNames: [String] {
        switch self {
        case .points(let dataset): dataset.classNames
        }
    }

    /// The number of rows.
    package var count: Int { labels.count }

    /// Returns the rows with other classes.
    func relabelled(_ labels: [Int], classNames: [String]) -> LoadedRows {
        switch self {
        case .points(let dataset):
            .points(
                Dataset(
                    points: dataset.points, labels: labels, featureNames: dataset.featureNames, classNames: classNames))
        }
    }

    /// Returns rows as points; all rows if `indices` is nil.
    package func dataset(of indices: [Int]?) -> Dataset {
        switch self {
        case .points(let dataset): indices.map(dataset.subset) ?? dataset
        }
    }
}
