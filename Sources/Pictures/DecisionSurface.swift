import Contouring
public import Geometry

/// The response of a classifier over a grid, with its regions and boundaries.
public struct DecisionSurface: Hashable, Sendable {
    /// The limits of the picture, in data units; the outermost grid values are continued to the limits.
    public let limits: Rectangle
    /// d₁ … d_{K−1}: the class of a grid point is the largest k with d_k > 0, or 0 if no field is positive.
    public let fields: [ScalarField]

    /// Creates a surface from its limits and fields.
    ///
    /// - Precondition: there is at least one field, and all fields have the same grid.
    public init(limits: Rectangle, fields: [ScalarField]) {
        precondition(!fields.isEmpty && fields.allSatisfy { $0.grid == fields[0].grid }, "fields share a grid")
        self.limits = limits
        self.fields = fields
    }

    /// The grid of the fields.
    public var grid: RegularGrid { fields[0].grid }

    /// K, the number of fields plus one.
    public var classCount: Int { fields.count + 1 }

    /// The number of grid points of each class, in the order of the classes.
    public var labelCounts: [Int] {
        // Fields later in the list win, so a point is counted by the last one that is above 0.
        var counts = Array(repeating: 0, count: classCount)
        if let field = fields.first, fields.count == 1 {
            // A sum of comparisons is vectorized; a count would branch at each value.
            counts[1] = field.values.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ ($1 > 0 ? 1 : 0) } }
            counts[0] = grid.pointCount - counts[1]
            return counts
        }
        for index in 0..<grid.pointCount {
            counts[label(at: index)] += 1
        }
        return counts
    }

    /// Returns the class of a grid point.
    func label(at index: Int) -> Int { (fields.lastIndex { $0.values[index] > 0 } ?? -1) + 1 }

    /// Returns the area of class `index` and later classes, to be painted over earlier classes in order.
    ///
    /// - Parameter index: 1 or greater; class 0 is the background.
    public func region(ofClass index: Int) -> [Polygon] {
        contours(index).filled(above: 0)
    }

    /// Returns the outline of `region(ofClass:)` without the parts along the limits.
    public func boundary(ofClass index: Int) -> (strips: [Polyline], loops: [Ring]) {
        let lines = contours(index).lines(at: 0)
        return (lines.strips, lines.loops)
    }

    private func contours(_ index: Int) -> ContourGenerator {
        ContourGenerator(fields[index - 1], continuedTo: limits)
    }
}
