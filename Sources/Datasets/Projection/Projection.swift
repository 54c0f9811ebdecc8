public import Geometry

/// A linear map from rows of several features to points: standardisation, then the first two principal components.
///
///     zₖ = (xₖ − meanₖ) / deviationₖ,   point = (Σ c₁ₖ·zₖ, Σ c₂ₖ·zₖ)
///
/// It equals scikit-learn's `StandardScaler` followed by `PCA(n_components=2)`.
public struct Projection: Hashable, Sendable {
    /// The names of the features, in the order of a row's values; two or more.
    public let featureNames: [String]
    /// The mean of each feature, in data units.
    public let mean: [Double]
    /// The standard deviation of each feature, in data units; greater than 0. It is 1 for a feature that is constant, whose
    /// components are 0.
    public let deviation: [Double]
    /// The two components, in descending order of variance: unit vectors with an element for each feature.
    ///
    /// The element of the greatest magnitude is positive, the first of several.
    public let components: [[Double]]
    /// The share of each component in the variance of the standardised rows, 0…1.
    public let explainedVarianceRatio: [Double]

    /// The greatest number of both rows and features, since time grows with the third power of the smaller number.
    package static let greatestOrder = 1000
    /// A second eigenvalue below this share of the first is rounding.
    private static let negligibleShare = 1e-12
    /// Magnitudes within this factor are equal but for rounding.
    private static let tie = 1 - 1e-9

    /// Creates a projection from its parameters.
    ///
    /// - Precondition: two features or more; finite numbers, one for each feature; deviations greater than 0; two
    ///   components and ratios.
    public init(
        featureNames: [String], mean: [Double], deviation: [Double], components: [[Double]],
        explainedVarianceRatio: [Double]
    ) {
        let count = featureNames.count
        precondition(count >= 2, "a projection needs two features or more")
        precondition(components.count == 2 && explainedVarianceRatio.count == 2, "a projection has two components")
        precondition(
            ([mean, deviation] + components).allSatisfy { row in row.count == count && row.allSatisfy { $0.isFinite } },
            "a projection has finite numbers for each feature")
        precondition(deviation.allSatisfy { $0 > 0 }, "a deviation must be greater than 0")
        self.featureNames = featureNames
        self.mean = mean
        self.deviation = deviation
        self.components = components
        self.explainedVarianceRatio = explainedVarianceRatio
    }

    /// Creates the projection of some rows of a table.
    ///
    /// - Parameter rows: the training rows if others are held out; one valid index or more.
    /// - Throws: `ProjectionError` if the rows vary along one direction at most, or a feature is out of range.
    package init(of table: FeatureTable, rows: [Int]) throws(ProjectionError) {
        let (names, tableValues) = (table.featureNames, table.values)
        let order = min(rows.count, names.count)
        guard order <= Self.greatestOrder else {
            throw .tooManyFeatures(names.count, rowCount: rows.count, greatest: Self.greatestOrder)
        }
        var (mean, deviation): ([Double], [Double]) = ([], [])
        for (index, name) in names.enumerated() {
            do throws(StandardizationError) {
                let moments = try Standardization.moments(
                    of: rows.lazy.map { tableValues[$0 * names.count + index] }, feature: name)
                mean.append(moments.mean)
                deviation.append(moments.deviation)
            } catch {
                guard case .constant(_, let value) = error else { throw .outOfRange(feature: name) }
                mean.append(value)
                deviation.append(1)
            }
        }
        let standardized = { [mean, deviation] (row: Int) -> [Double] in
            mean.indices.map { (tableValues[row * mean.count + $0] - mean[$0]) / deviation[$0] }
        }
        let (values, vectors) =
            names.count <= rows.count
            ? Self.components(ofColumns: rows.lazy.map(standardized), featureCount: names.count)
            : Self.components(ofRows: rows.map(standardized), featureCount: names.count)
        guard vectors.count >= 2, values[1] > values[0] * Self.negligibleShare else {
            throw .oneDirection(
                varyingCount: names.indices.count { index in
                    rows.contains { table.values[$0 * names.count + index] != mean[index] }
                })
        }
        let total = values.reduce(0, +)
        self.init(
            featureNames: names, mean: mean, deviation: deviation, components: vectors.prefix(2).map(Self.withSign),
            explainedVarianceRatio: values.prefix(2).map { $0 / total })
    }

    /// Returns a row as a point.
    ///
    /// - Precondition: a value for each feature.
    public func apply(to row: ArraySlice<Double>) -> Point {
        precondition(row.count == mean.count, "a row has a value for each feature")
        var point = Point(x: 0, y: 0)
        for (index, value) in row.enumerated() {
            let standardized = (value - mean[index]) / deviation[index]
            point.x += components[0][index] * standardized
            point.y += components[1][index] * standardized
        }
        return point
    }

    /// Returns variances in descending order, and their directions, from the sums of products of columns.
    private static func components(
        ofColumns rows: some Collection<[Double]>, featureCount: Int
    ) -> ([Double], [[Double]]) {
        var products = [Double](repeating: 0, count: featureCount * featureCount)
        products.withUnsafeMutableBufferPointer { products in
            for row in rows {
                row.withUnsafeBufferPointer { row in
                    for i in 0..<featureCount {
                        for j in i..<featureCount { products[i * featureCount + j] += row[i] * row[j] }
                    }
                }
            }
            for i in 0..<featureCount {
                for j in i..<featureCount { products[j * featureCount + i] = products[i * featureCount + j] }
            }
        }
        let eigenvectors = SymmetricEigenvectors(of: products, order: featureCount)
        return (eigenvectors.values, eigenvectors.vectors)
    }

    /// Returns the same from the products of rows, of which there are fewer.
    ///
    /// If u is an eigenvector of ZZᵀ, Zᵀu is one of ZᵀZ with the same eigenvalue.
    private static func components(ofRows rows: [[Double]], featureCount: Int) -> ([Double], [[Double]]) {
        let products = rows.flatMap { row in rows.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } } }
        let eigenvectors = SymmetricEigenvectors(of: products, order: rows.count)
        let vectors = eigenvectors.vectors.prefix(2).map { weights in
            var sum = [Double](repeating: 0, count: featureCount)
            for (weight, row) in zip(weights, rows) {
                for index in 0..<featureCount { sum[index] += weight * row[index] }
            }
            let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return sum.map { $0 / length }
        }
        return (eigenvectors.values, vectors)
    }

    private static func withSign(_ vector: [Double]) -> [Double] {
        let greatest = vector.reduce(0) { max($0, abs($1)) }
        let first = vector.first { abs($0) >= greatest * tie } ?? 0
        return first < 0 ? vector.map { -$0 } : vector
    }
}
