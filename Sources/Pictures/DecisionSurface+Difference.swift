import Geometry

extension DecisionSurface {
    /// Returns the share of grid points, 0…1, on which the classes of two surfaces differ.
    ///
    /// - Precondition: both surfaces have the same grid and number of classes.
    public func differenceShare(from other: DecisionSurface) -> Double {
        precondition(grid == other.grid && fields.count == other.fields.count, "surfaces that differ share a grid")
        let count = (0..<grid.pointCount).count { label(at: $0) != other.label(at: $0) }
        return Double(count) / Double(grid.pointCount)
    }
}
