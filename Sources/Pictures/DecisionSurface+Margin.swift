import Contouring
public import Geometry

extension DecisionSurface {
    /// Returns the areas on which a class's output exceeds every other output by more than given margins.
    ///
    /// - Parameters:
    ///   - index: the index of the class.
    ///   - margins: 0 or greater; margin 0 gives the class's own region.
    /// - Returns: for each margin, disjoint polygons in data units.
    /// - Complexity: the memory of one further field.
    public func areas(ofClass index: Int, marginsAbove margins: [Double]) -> [[Polygon]] {
        let generator = ContourGenerator(margin(ofClass: index), continuedTo: limits)
        return margins.map { generator.filled(above: $0) }
    }

    /// Returns the margin of class k, m_k = min(d_k, −d_{k+1}), with d_0 = +∞ and d_K = −∞. It is the lead of class k
    /// over the best other class if k wins, and not positive elsewhere.
    func margin(ofClass index: Int) -> ScalarField {
        let lower = index > 0 ? fields[index - 1].values : nil
        let upper = index < fields.count ? fields[index].values : nil
        let values: [Double] =
            switch (lower, upper) {
            case (let lower?, let upper?): zip(lower, upper).map { min($0, -$1) }
            case (let lower?, nil): lower
            case (nil, let upper?): upper.map { -$0 }
            case (nil, nil): Array(repeating: .infinity, count: grid.pointCount)
            }
        return ScalarField(grid: grid, values: values)
    }
}
