package import Geometry
import Plotting
import SVGRenderer

/// The frame of the pictures: 640 × 480 units, of which one is a pixel at the usual size, y down.
package struct ReportFrame: Sendable {
    static let width = 640.0
    static let height = 480.0

    let limits: Rectangle

    /// - Parameter limits: the limits of the axes, in data units.
    package init(limits: Rectangle) { self.limits = limits }

    /// Returns the place of a point in data units.
    func place(_ point: Point) -> Point {
        Point(
            x: (point.x - limits.minX) / limits.width * Self.width,
            y: (limits.maxY - point.y) / limits.height * Self.height)
    }

    /// Returns polygons as SVG path data, to be filled by the even-odd rule, rounded to a tenth of a unit.
    package func data(of polygons: [Polygon]) -> String {
        var path = Path()
        for polygon in polygons { path.append(polygon, at: place) }
        return path.svgData()
    }
}
