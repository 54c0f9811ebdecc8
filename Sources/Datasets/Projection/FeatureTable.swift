/// Labelled rows with two features or more.
///
/// Row `i` has the class `classNames[labels[i]]`.
package struct FeatureTable: Hashable, Sendable {
    /// The names of the features.
    package let featureNames: [String]
    /// The values in data units, row-major, `rowCount × featureNames.count`.
    package let values: [Double]
    /// The class index of each row.
    package let labels: [Int]
    /// The names of the classes, in the order of their indices; two or more.
    package let classNames: [String]

    package init(featureNames: [String], values: [Double], labels: [Int], classNames: [String]) {
        precondition(values.count == labels.count * featureNames.count, "a row has a value for each feature")
        self.featureNames = featureNames
        self.values = values
        self.labels = labels
        self.classNames = classNames
    }

    package var rowCount: Int { labels.count }

    /// Returns the values of a row.
    package func row(_ index: Int) -> ArraySlice<Double> {
        values[index * featureNames.count..<(index + 1) * featureNames.count]
    }

    /// Returns rows as points, in that order.
    ///
    /// - Parameters:
    ///   - rows: one valid index or more.
    ///   - axisNames: the names of the two features of the points.
    package func dataset(of rows: [Int], by projection: Projection, axisNames: [String]) -> Dataset {
        Dataset(
            points: rows.map { projection.apply(to: row($0)) }, labels: rows.map { labels[$0] },
            featureNames: axisNames, classNames: classNames)
    }
}
