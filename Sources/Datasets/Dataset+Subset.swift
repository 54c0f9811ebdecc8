extension Dataset {
    /// The points of `indices`, in that order, with the same names of features and classes.
    ///
    /// An index may occur more than once. A class may be left without a point, and remains a class.
    ///
    /// - Precondition: one index or more, each that of a point.
    public func subset(_ indices: [Int]) -> Dataset {
        Dataset(
            points: indices.map { points[$0] }, labels: indices.map { labels[$0] }, featureNames: featureNames,
            classNames: classNames)
    }
}
