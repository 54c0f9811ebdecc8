public import Geometry

/// Points drawn as markers in order: later ones cover earlier ones, whatever their class.
///
/// Points outside of the limits are not drawn. Up to `PointMark.individualLimit` points are all drawn, with their
/// edges. Beyond that a marker is left out if one of its kind is within half of a marker's width, and all edges, which
/// would cover neighbours, are left out: the size of the page bounds the work.
public struct PointMark: Mark, Hashable {
    /// Points in data units, y up; in drawing order.
    public var points: [Point]
    /// Index of each point's marker; empty if all have the first one.
    public var markerIndices: [Int]
    /// Markers that the indices refer to.
    public var markers: [Marker]

    /// Greatest number of points that are all drawn.
    public static let individualLimit = 20_000

    /// - Precondition: `markerIndices` has an index for each point, and `markers` a marker for each index.
    public init(_ points: [Point], markers: [Marker], markerIndices: [Int]) {
        precondition(markerIndices.count == points.count, "there must be a marker index for every point")
        precondition(markerIndices.allSatisfy(markers.indices.contains), "there must be a marker for every index")
        self.points = points
        self.markerIndices = markerIndices
        self.markers = markers
    }

    /// Creates points that all have the same marker.
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
        // Neighbours in drawing order that share a marker are drawn by one call.
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

/// The small squares of the plot rectangle that have a marker, for each kind of marker.
private struct Occupancy {
    private let origin: Point
    private let side: Double
    private let columnCount: Int
    private let rowCount: Int
    /// True for squares with a marker: layer after layer, each row-major, `rowCount × columnCount`.
    private var taken: [Bool]

    init(of space: PlotSpace, layerCount: Int) {
        origin = Point(x: space.rectangle.minX, y: space.rectangle.minY)
        side = space.markerRadius
        columnCount = Int(space.rectangle.width / side) + 1
        rowCount = Int(space.rectangle.height / side) + 1
        taken = Array(repeating: false, count: layerCount * rowCount * columnCount)
    }

    /// Returns true if the square around `position` was taken before, and takes it.
    mutating func isTaken(at position: Point, layer: Int) -> Bool {
        let column = min(max(0, Int((position.x - origin.x) / side)), columnCount - 1)
        let row = min(max(0, Int((position.y - origin.y) / side)), rowCount - 1)
        let index = (layer * rowCount + row) * columnCount + column
        defer { taken[index] = true }
        return taken[index]
    }
}
