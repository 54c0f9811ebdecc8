public import Geometry

/// Points drawn as markers, in order: where they overlap, later ones lie above earlier ones, whatever their class.
///
/// Points outside of the limits are not drawn. Up to `PointMark.individualLimit` points are drawn one by one with their
/// edges. Beyond that a marker is left out where one of its kind stands within half of a marker's width already, and
/// edges, which would cover the neighbours, are left out altogether: so the work is bounded by the size of the page.
public struct PointMark: Mark, Hashable {
    /// In data units, y up; in drawing order.
    public var points: [Point]
    /// For each point the index of its marker; empty where all have the first one.
    public var markerIndices: [Int]
    /// What the indices refer to.
    public var markers: [Marker]

    /// The greatest number of points that are all drawn.
    public static let individualLimit = 20_000

    /// - Precondition: there is a marker index for each point, or none at all, and a marker for each index.
    public init(_ points: [Point], markers: [Marker], markerIndices: [Int]) {
        precondition(markerIndices.count == points.count, "every point has a marker")
        precondition(markerIndices.allSatisfy(markers.indices.contains), "every marker index has a marker")
        self.points = points
        self.markerIndices = markerIndices
        self.markers = markers
    }

    /// Points that all have the same marker.
    public init(_ points: [Point], marker: Marker) {
        self.points = points
        self.markerIndices = []
        self.markers = [marker]
    }

    public var pointCount: Int { points.count }

    public func hiddenPointCount(under box: Rectangle, in space: PlotSpace) -> Int {
        let reach = box.expanded(by: space.markerRadius)
        return points.count { space.contains($0) && reach.contains(space.position(of: $0)) }
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        let isCrowded = points.count > PointMark.individualLimit
        let stamps = markers.map {
            $0.stamp(radius: space.markerRadius, theme: space.theme, hasEdge: !isCrowded)
        }
        var occupancy = isCrowded ? Occupancy(of: space, layerCount: markers.count) : nil
        // Neighbours in drawing order with the same marker are drawn by one call.
        var run: (marker: Int, positions: [Point]) = (0, [])
        for (index, point) in points.enumerated() where space.contains(point) {
            let marker = markerIndices.isEmpty ? 0 : markerIndices[index]
            let position = space.position(of: point)
            if occupancy?.isTaken(at: position, layer: marker) == true { continue }
            if marker != run.marker {
                canvas.stamp(stamps[run.marker], at: run.positions)
                run = (marker, [])
            }
            run.positions.append(position)
        }
        if !run.positions.isEmpty { canvas.stamp(stamps[run.marker], at: run.positions) }
    }
}

/// Which small squares of the plot rectangle have a marker of which kind.
private struct Occupancy {
    private let origin: Point
    private let side: Double
    private let columnCount: Int
    private let rowCount: Int
    /// Layer after layer, each row-major, `rowCount × columnCount`.
    private var taken: [Bool]

    init(of space: PlotSpace, layerCount: Int) {
        origin = Point(x: space.rectangle.minX, y: space.rectangle.minY)
        side = space.markerRadius
        columnCount = Int(space.rectangle.width / side) + 1
        rowCount = Int(space.rectangle.height / side) + 1
        taken = Array(repeating: false, count: layerCount * rowCount * columnCount)
    }

    /// Whether the square around `position` was taken before; it is from now on.
    mutating func isTaken(at position: Point, layer: Int) -> Bool {
        let column = min(max(0, Int((position.x - origin.x) / side)), columnCount - 1)
        let row = min(max(0, Int((position.y - origin.y) / side)), rowCount - 1)
        let index = (layer * rowCount + row) * columnCount + column
        defer { taken[index] = true }
        return taken[index]
    }
}
