/// An axis-parallel rectangle, given by its least and greatest coordinates.
///
/// y may grow upwards or downwards: nothing here depends on it.
public struct Rectangle: Hashable, Sendable {
    /// The least x.
    public var minX: Double
    /// The least y.
    public var minY: Double
    /// The greatest x.
    public var maxX: Double
    /// The greatest y.
    public var maxY: Double

    /// - Precondition: `minX <= maxX` and `minY <= maxY`.
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        precondition(minX <= maxX && minY <= maxY, "a rectangle's limits are in ascending order")
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// The rectangle of a size whose corner with the least coordinates is `origin`.
    public init(origin: Point, size: Size) {
        self.init(minX: origin.x, minY: origin.y, maxX: origin.x + size.width, maxY: origin.y + size.height)
    }

    /// The extent along x; 0 or greater.
    public var width: Double { maxX - minX }
    /// The extent along y; 0 or greater.
    public var height: Double { maxY - minY }
    /// Width and height together.
    public var size: Size { Size(width: width, height: height) }
    /// The point half way between the sides.
    public var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

    /// Returns true if `point` lies inside or on the border.
    public func contains(_ point: Point) -> Bool {
        minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
    }

    /// Returns true if the two share an area. Rectangles that touch along an edge share none.
    public func overlaps(_ other: Rectangle) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    /// Returns the rectangle with every side moved outwards by `distance`, inwards if it is negative.
    ///
    /// - Precondition: a negative distance is no more than half of either side.
    public func expanded(by distance: Double) -> Rectangle {
        Rectangle(minX: minX - distance, minY: minY - distance, maxX: maxX + distance, maxY: maxY + distance)
    }
}
