import Contouring
public import Geometry

extension DecisionSurface {
    /// The areas where a class wins by more than each of some margins: its output is larger by so much than any other.
    ///
    /// - Parameters:
    ///   - index: of the class.
    ///   - margins: 0 or greater; the area of 0 is the class's own region.
    /// - Returns: for each margin polygons that share no area, in data units.
    /// - Complexity: the memory of one more field.
    public func areas(ofClass index: Int, marginsAbove margins: [Double]) -> [[Polygon]] {
        let generator = ContourGenerator(margin(ofClass: index), continuedTo: limits)
        return margins.map { generator.filled(above: $0) }
    }

    /// m_k = min(d_k, −d_{k+1}), with d_0 = +∞ and d_K = −∞: by how much the output of class k is larger than any other,
    /// where it is; not positive elsewhere.
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
