import Geometry
import Plotting

/// A small shape, such as a marker with its edge, that is likely to be drawn again elsewhere: then the file has it once.
struct Stamp {
    /// One of the shapes that lie above each other.
    struct Layer: Hashable {
        /// From the anchor.
        let data: PathData
        let color: Color
    }

    /// Where the first shape begins.
    let anchor: Point
    /// In drawing order.
    private(set) var layers: [Layer]
    /// Of the first shape.
    private let bounds: Rectangle

    private static let mostElements = 64
    /// In points.
    private static let largestSide = 12.0
    /// Of a shape, which many places share: finer than a place.
    private static let fractionDigits = 3

    /// Nil where `path` is not small.
    init?(_ path: Path, color: Color) {
        guard case .move(let anchor) = path.elements.first, let bounds = Stamp.bounds(of: path),
            max(bounds.width, bounds.height) <= Stamp.largestSide
        else { return nil }
        self.anchor = anchor
        self.bounds = bounds
        layers = [Layer(data: PathData(path, from: anchor, fractionDigits: Stamp.fractionDigits), color: color)]
    }

    /// Adds what is drawn next where it lies within the first shape, as a marker's body lies within its edge.
    ///
    /// - Returns: whether it did.
    mutating func append(_ path: Path, color: Color) -> Bool {
        guard let other = Stamp.bounds(of: path), bounds.contains(Point(x: other.minX, y: other.minY)),
            bounds.contains(Point(x: other.maxX, y: other.maxY))
        else { return false }
        layers.append(Layer(data: PathData(path, from: anchor, fractionDigits: Stamp.fractionDigits), color: color))
        return true
    }

    /// Around all points and controls; nil where one of them is not finite, or there are many or none.
    private static func bounds(of path: Path) -> Rectangle? {
        guard path.elements.count <= mostElements else { return nil }
        let points = path.elements.flatMap { element -> [Point] in
            switch element {
            case .move(let to), .line(let to): [to]
            case .curve(let to, let control1, let control2): [to, control1, control2]
            case .close: []
            }
        }
        guard let first = points.first, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return nil }
        return points.reduce(into: Rectangle(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)) {
            $0 = Rectangle(
                minX: min($0.minX, $1.x), minY: min($0.minY, $1.y), maxX: max($0.maxX, $1.x), maxY: max($0.maxY, $1.y))
        }
    }
}
