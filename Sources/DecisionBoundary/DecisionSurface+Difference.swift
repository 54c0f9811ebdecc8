import Geometry

extension DecisionSurface {
    /// The share of grid points, 0…1, that this surface and another put in different classes.
    ///
    /// - Precondition: the other has the same grid and as many classes.
    public func differenceShare(from other: DecisionSurface) -> Double {
        precondition(grid == other.grid && fields.count == other.fields.count, "surfaces that differ share a grid")
        let count = (0..<grid.pointCount).count { index in
            label(at: index) != other.label(at: index)
        }
        return Double(count) / Double(grid.pointCount)
    }

    /// The class of a grid point.
    private func label(at index: Int) -> Int {
        fields.lastIndex { $0.values[index] > 0 }.map { $0 + 1 } ?? 0
    }
}
