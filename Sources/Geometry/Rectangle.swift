/// An axis-parallel rectangle, given by its least and greatest coordinates.
///
/// Whether y grows upwards or downwards is a matter of the space; nothing here depends on it.
public struct Rectangle: Hashable, Sendable {
    public var minX: Double
    public var minY: Double
    public var maxX: Double
    public var maxY: Double

    /// - Precondition: `minX <= maxX` and `minY <= maxY`.
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        precondition(minX <= maxX && minY <= maxY, "a rectangle's limits are in ascending order")
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    public init(origin: Point, size: Size) {
        self.init(minX: origin.x, minY: origin.y, maxX: origin.x + size.width, maxY: origin.y + size.height)
    }

    public var width: Double { maxX - minX }
    public var height: Double { maxY - minY }
    public var size: Size { Size(width: width, height: height) }
    public var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

    /// Whether `point` lies inside or on the border.
    public func contains(_ point: Point) -> Bool {
        minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
    }

    /// Whether the two share an area, however small; touching along an edge is none.
    public func overlaps(_ other: Rectangle) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    /// The rectangle with every side moved outwards by `distance`, inwards where negative.
    ///
    /// - Precondition: a negative distance is no more than half of either side.
    public func expanded(by distance: Double) -> Rectangle {
        Rectangle(minX: minX - distance, minY: minY - distance, maxX: maxX + distance, maxY: maxY + distance)
    }
}
