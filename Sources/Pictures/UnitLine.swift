import Geometry
import Plotting

/// The line on which a unit of a network's first layer is undecided: bias + weightX·x + weightY·y = 0, in data units.
public struct UnitLine: Hashable, Sendable {
    /// The constant of the line.
    public var bias: Double
    /// The factor of x.
    public var weightX: Double
    /// The factor of y.
    public var weightY: Double
    /// The unit's weight in the decision, as a share of that of the weightiest unit, 0…1.
    public var share: Double

    /// Creates a line from its parts.
    public init(bias: Double, weightX: Double, weightY: Double, share: Double) {
        self.bias = bias
        self.weightX = weightX
        self.weightY = weightY
        self.share = share
    }

    /// Returns the line between two opposite sides of a rectangle, or beyond; nil if it misses the rectangle, or if
    /// numbers are not finite or both weights are 0.
    func strip(across limits: Rectangle) -> Polyline? {
        // The two sides that it crosses at the flatter angle, so that no coordinate is huge.
        let isUpright = abs(weightX) * limits.width > abs(weightY) * limits.height
        let (low, high) = isUpright ? (limits.minY, limits.maxY) : (limits.minX, limits.maxX)
        let (along, across) = isUpright ? (weightY, weightX) : (weightX, weightY)
        let values = [low, high].map { -(bias + along * $0) / across }
        let (least, greatest) = isUpright ? (limits.minX, limits.maxX) : (limits.minY, limits.maxY)
        guard values.allSatisfy(\.isFinite), max(values[0], values[1]) >= least, min(values[0], values[1]) <= greatest
        else { return nil }
        return Polyline(
            zip([low, high], values).map { isUpright ? Point(x: $1, y: $0) : Point(x: $0, y: $1) })
    }
}

extension LineMark {
    /// Draws the line of a unit: the greater its share, the wider and the more opaque; nil if it misses the limits.
    init?(_ line: UnitLine, in limits: Rectangle, theme: Theme) {
        guard let strip = line.strip(across: limits), line.share.isFinite else { return nil }
        let color = Color.unitLine(in: theme)
        self.init(
            strips: [strip], color: color.opacity(0.15 + 0.75 * line.share), widthFactor: 0.4 + 1.1 * line.share,
            isGuide: true)
    }
}

extension Color {
    /// The colour of units' lines, apart from boundaries, tints and the points of two classes.
    static func unitLine(in theme: Theme) -> Color {
        switch theme.ground {
        case .light: Color(bytes: 20, 110, 70)
        case .dark: Color(bytes: 120, 220, 160)
        case .print: Color(bytes: 0, 90, 50)
        }
    }
}
