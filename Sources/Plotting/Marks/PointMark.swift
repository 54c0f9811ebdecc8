public import Geometry

/// Points drawn as markers in order: later ones cover earlier ones, whatever their class.
///
/// Points outside of the limits are not drawn. Up to `PointMark.individualLimit` points are all drawn. Beyond that a
/// marker is left out if one of its kind is within half of a marker's width, and all edges, which would cover
/// neighbours, are left out: the size of the page bounds the work.
public struct PointMark: Mark, Hashable {
    /// Points in data units, y up; in drawing order.
    public var points: [Point]
    /// Index of each point's marker; empty if all have the first one.
    public var markerIndices: [Int]
    /// Markers that the indices refer to.
    public var markers: [Marker]
    /// Area of each point's marker as a multiple of a single point's, greater than 0; empty if all are single points.
    ///
    /// All areas shrink alike if the largest markers would hide their neighbours.
    public var weights: [Double] = []
    /// Radius of the markers as a multiple of that of the axes.
    public var scale = 1.0
    /// Opacity of markers, 0…1. Markers that are not opaque have no edges. Those with a ring are always opaque.
    public var opacity = 1.0

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
        let sizes = MarkerSizes(of: self, in: space)
        return points.indices.count { index in
            space.contains(points[index])
                && box.expanded(by: sizes.radius(index)).contains(space.position(of: points[index]))
        }
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        let isCrowded = points.count > PointMark.individualLimit
        let sizes = MarkerSizes(of: self, in: space)
        var stamps: [Look: Stamp] = [:]
        var occupancy = isCrowded ? Occupancy(of: space, side: sizes.unit, layerCount: markers.count) : nil
        // Neighbours in drawing order that share a stamp are drawn by one call.
        var run: (look: Look, positions: [Point]) = (Look(marker: 0, radius: 0), [])
        func drawRun() {
            guard !run.positions.isEmpty else { return }
            let stamp =
                stamps[run.look]
                ?? markers[run.look.marker].stamp(
                    radius: run.look.radius, theme: space.theme, hasEdge: !isCrowded && opacity >= 1, opacity: opacity)
            stamps[run.look] = stamp
            canvas.stamp(stamp, at: run.positions)
        }
        for (index, point) in points.enumerated() where space.contains(point) {
            let look = Look(marker: markerIndices.isEmpty ? 0 : markerIndices[index], radius: sizes.radius(index))
            let position = space.position(of: point)
            if occupancy?.isTaken(at: position, layer: look.marker) == true { continue }
            if look != run.look {
                drawRun()
                run = (look, [])
            }
            run.positions.append(position)
        }
        drawRun()
    }

    /// A marker at a size.
    private struct Look: Hashable {
        let marker: Int
        let radius: Double
    }
}

/// The radii of the markers of one mark on the page, in points.
private struct MarkerSizes {
    /// Radius of a single point's marker.
    let unit: Double
    private let weights: [Double]
    /// Radius as a multiple of the unit: that of no weight, and its growth with the weight's root.
    private let base: Double
    private let growth: Double

    /// Greatest radius as a multiple of the unit.
    private static let greatest = 5.0
    /// Radius of a single point if areas shrink, as a multiple of the unit.
    private static let least = 0.4

    init(of mark: PointMark, in space: PlotSpace) {
        unit = space.markerRadius * mark.scale
        weights = mark.weights
        let root = (mark.weights.max() ?? 1).squareRoot()
        // Markers of this radius touch their neighbours if the points are spread evenly.
        let area = space.rectangle.width * space.rectangle.height
        let room = 0.5 * (area / Double(max(1, mark.points.count))).squareRoot()
        let limit = min(MarkerSizes.greatest, max(1, room / unit))
        if root <= limit {
            (base, growth) = (0, 1)
        } else {
            base = MarkerSizes.least
            growth = (limit - MarkerSizes.least) / root
        }
    }

    /// Returns the radius of a point's marker; few different ones, so that many markers share a stamp.
    func radius(_ index: Int) -> Double {
        guard !weights.isEmpty else { return unit }
        let factor = base + growth * weights[index].squareRoot()
        return unit * (32 * factor).rounded() / 32
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

    init(of space: PlotSpace, side: Double, layerCount: Int) {
        origin = Point(x: space.rectangle.minX, y: space.rectangle.minY)
        self.side = side
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
