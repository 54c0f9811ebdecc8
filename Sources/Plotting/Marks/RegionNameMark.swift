public import Geometry

/// The names of regions, each written in its region near the pole of inaccessibility: the name and its plate lie
/// inside, hide the fewest points and, of those places, are farthest from the border.
///
/// A name that fits nowhere is set smaller; if even that does not fit it is left out, and the legend keeps its entry.
/// Names avoid the legend if their region has other room.
public struct RegionNameMark: Mark, Hashable {
    /// The name of one region.
    public struct Name: Hashable, Sendable {
        /// Text of the name.
        public var text: String
        /// Polygons of the region in data units, y up, without common area; the name is written in the largest.
        public var polygons: [Polygon]
        /// Colour of the region, and of the plate behind the name.
        public var color: Color

        /// Creates a name from its parts.
        public init(_ text: String, polygons: [Polygon], color: Color) {
            self.text = text
            self.polygons = polygons
            self.color = color
        }
    }

    /// Names in drawing order.
    public var names: [Name]
    /// Points in data units that names avoid if they can.
    public var avoiding: [Point]

    /// Sizes to try, as shares of the legend's font.
    private static let fontSizes = [1.2, 1.0, 0.8]
    /// Number of points that a hidden name counts for when the legend looks for its place.
    private static let weight = 10

    /// Creates a mark of names in data units.
    public init(_ names: [Name], avoiding: [Point] = []) {
        self.names = names
        self.avoiding = avoiding
    }

    /// A name at its place on the page.
    private struct Placement {
        let name: Name
        let font: Font
        let box: Rectangle
    }

    public func writtenNames(in space: PlotSpace, measuring measure: some TextMeasuring) -> Set<String> {
        Set(placements(in: space, measuring: measure).map(\.name.text))
    }

    public func hiddenPointCount(under box: Rectangle, in space: PlotSpace) -> Int {
        let count = placements(in: space, measuring: AverageText()).count { $0.box.overlaps(box) }
        return RegionNameMark.weight * count
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        for placement in placements(in: space, measuring: canvas) {
            let font = placement.font
            let plate = Path(placement.box, cornerRadius: 0.3 * font.size)
            canvas.fill(plate, color: placement.name.color.opacity(0.8))
            let text = placement.name.text.singleLine
            let width = canvas.extents(of: text, font: font).advance
            let origin = Point(
                x: placement.box.center.x - width / 2, y: placement.box.center.y + font.capHeight / 2)
            canvas.draw(text, at: origin, font: font, color: TileMark.ink(on: placement.name.color), angle: 0)
        }
    }

    private func placements(in space: PlotSpace, measuring measure: some TextMeasuring) -> [Placement] {
        // About two thousand points show where there are few.
        let points = stride(from: 0, to: avoiding.count, by: 1 + avoiding.count / 2_000).map { avoiding[$0] }
            .filter(space.contains).map(space.position(of:))
        return names.compactMap { name in
            guard let largest = name.polygons.max(by: { $0.area < $1.area }), !name.text.isEmpty else { return nil }
            let region = RegionOnPage(largest, in: space)
            for legendBox in space.legendBox == nil ? [nil] : [space.legendBox, nil] {
                for share in RegionNameMark.fontSizes {
                    let size = max(share * space.theme.legendFont.size, space.theme.minimumFontSize)
                    let font = Font(size: size, weight: .bold)
                    let width = measure.extents(of: name.text.singleLine, font: font).advance
                    let plate = Size(width: width + 0.7 * size, height: 1.35 * size)
                    let box = region.box(
                        of: plate, avoiding: points, reach: space.markerRadius, outside: legendBox)
                    if let box { return Placement(name: name, font: font, box: box) }
                }
            }
            return nil
        }
    }
}

/// Measures text by an average width of letters, if no canvas is at hand.
private struct AverageText: TextMeasuring {
    func extents(of text: String, font: Font) -> TextExtents {
        TextExtents(advance: 0.66 * font.size * Double(text.count), ascent: font.size, descent: 0.25 * font.size)
    }
}

/// A polygon on the page.
private struct RegionOnPage {
    private let edges: [(start: Point, end: Point)]
    private let bounds: Rectangle

    // Numbers of places to try, across and down.
    private static let columnCount = 28
    private static let rowCount = 20

    init(_ polygon: Polygon, in space: PlotSpace) {
        var edges: [(start: Point, end: Point)] = []
        let exterior = polygon.exterior.points.map(space.position(of:))
        let (xs, ys) = (exterior.map(\.x), exterior.map(\.y))
        // A polygon without points fits no name.
        bounds = Rectangle(
            minX: xs.min() ?? 0, minY: ys.min() ?? 0, maxX: xs.max() ?? 0, maxY: ys.max() ?? 0)
        for ring in [exterior] + polygon.holes.map({ $0.points.map(space.position(of:)) }) where !ring.isEmpty {
            let first = ring[0]
            var previous = first
            // A fine grid has many vertices per pixel.
            for point in ring.dropFirst() where point.isDistinct(from: previous) {
                edges.append((previous, point))
                previous = point
            }
            edges.append((previous, first))
        }
        self.edges = edges
    }

    /// Returns the best place for a box; nil if it fits nowhere.
    func box(of size: Size, avoiding points: [Point], reach: Double, outside legendBox: Rectangle?) -> Rectangle? {
        guard bounds.width > size.width, bounds.height > size.height else { return nil }
        let near = points.filter(bounds.expanded(by: reach).contains)
        var best: (box: Rectangle, hidden: Int, room: Double)?
        for row in 0..<RegionOnPage.rowCount {
            for column in 0..<RegionOnPage.columnCount {
                let origin = Point(
                    x: bounds.minX + (bounds.width - size.width) * (Double(column) + 0.5)
                        / Double(RegionOnPage.columnCount),
                    y: bounds.minY + (bounds.height - size.height) * (Double(row) + 0.5)
                        / Double(RegionOnPage.rowCount))
                let box = Rectangle(origin: origin, size: size)
                if let legendBox, legendBox.overlaps(box) { continue }
                let hidden = near.count(where: box.expanded(by: reach).contains)
                if let best, hidden > best.hidden { continue }
                let needed = best.map { hidden == $0.hidden ? $0.room : 0 } ?? 0
                if let room = room(around: box, above: needed) { best = (box, hidden, room) }
            }
        }
        return best?.box
    }

    /// Returns the distance from a box in the polygon to the nearest edge; nil for a box that is not inside, and for a
    /// distance of at most `needed`, which takes only a part of the edges to find.
    private func room(around box: Rectangle, above needed: Double) -> Double? {
        let center = box.center
        var isInside = false
        var least = Double.infinity
        for (start, end) in edges {
            if (start.y > center.y) != (end.y > center.y),
                center.x < start.x + (center.y - start.y) / (end.y - start.y) * (end.x - start.x)
            {
                isInside.toggle()
            }
            // Most edges are farther away than the nearest so far.
            let dx = max(box.minX - max(start.x, end.x), 0, min(start.x, end.x) - box.maxX)
            let dy = max(box.minY - max(start.y, end.y), 0, min(start.y, end.y) - box.maxY)
            if dx * dx + dy * dy >= least * least { continue }
            least = min(least, box.distance(toSegmentFrom: start, to: end))
            if least <= needed { return nil }
        }
        return isInside ? least : nil
    }
}

extension Point {
    /// Returns true if the distance on the page along x or y is half a point or more.
    fileprivate func isDistinct(from other: Point) -> Bool { max(abs(x - other.x), abs(y - other.y)) >= 0.5 }
}

extension Rectangle {
    /// Returns the distance to the nearest of a few points of a segment; 0 if an end lies in the rectangle.
    fileprivate func distance(toSegmentFrom start: Point, to end: Point) -> Double {
        func distance(_ point: Point) -> Double {
            let dx = max(minX - point.x, 0, point.x - maxX)
            let dy = max(minY - point.y, 0, point.y - maxY)
            return (dx * dx + dy * dy).squareRoot()
        }
        let ends = min(distance(start), distance(end))
        if ends == 0 { return 0 }
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        // Sides of a region's border are short; those along the plot rectangle are not.
        let count = Int(min(64, max(1, (dx * dx + dy * dy).squareRoot() / max(1, height / 2))))
        var least = ends
        for index in 1..<max(2, count) {
            let share = Double(index) / Double(max(2, count))
            least = min(least, distance(Point(x: start.x + share * dx, y: start.y + share * dy)))
        }
        return least
    }
}
