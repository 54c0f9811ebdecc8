public import Geometry

extension Path {
    /// Creates the border of a rectangle.
    public init(_ rectangle: Rectangle) {
        self.init([
            .move(to: Point(x: rectangle.minX, y: rectangle.minY)),
            .line(to: Point(x: rectangle.maxX, y: rectangle.minY)),
            .line(to: Point(x: rectangle.maxX, y: rectangle.maxY)),
            .line(to: Point(x: rectangle.minX, y: rectangle.maxY)),
            .close,
        ])
    }

    /// Creates a rectangle with quarter circles for corners; `cornerRadius` is limited to half of the shorter side.
    public init(_ rectangle: Rectangle, cornerRadius: Double) {
        let radius = max(0, min(cornerRadius, rectangle.width / 2, rectangle.height / 2))
        let reach = radius * (1 - Path.arcReach)
        self.init([.move(to: Point(x: rectangle.minX + radius, y: rectangle.minY))])
        // Each corner with the directions from it to the start and the end of its arc.
        for (x, y, start, end) in [
            (rectangle.maxX, rectangle.minY, (-1.0, 0.0), (0.0, 1.0)),
            (rectangle.maxX, rectangle.maxY, (0, -1), (-1, 0)),
            (rectangle.minX, rectangle.maxY, (1, 0), (0, -1)),
            (rectangle.minX, rectangle.minY, (0, 1), (1, 0)),
        ] {
            func point(_ distance: Double, _ direction: (Double, Double)) -> Point {
                Point(x: x + distance * direction.0, y: y + distance * direction.1)
            }
            elements += [
                .line(to: point(radius, start)),
                .curve(to: point(radius, end), control1: point(reach, start), control2: point(reach, end)),
            ]
        }
        elements.append(.close)
    }

    /// Creates a circle of four Bézier curves, which departs from the true one by less than 0.03 % of the radius.
    public init(circleAt center: Point, radius: Double) {
        self.init(
            Rectangle(
                minX: center.x - radius, minY: center.y - radius, maxX: center.x + radius, maxY: center.y + radius),
            cornerRadius: radius)
    }

    /// Adds a straight line.
    public mutating func append(from start: Point, to end: Point) {
        elements += [.move(to: start), .line(to: end)]
    }

    /// Adds an open line through `points`, each taken to the page by `position`; fewer than two draw nothing.
    public mutating func append(strip points: [Point], at position: (Point) -> Point) {
        guard points.count >= 2 else { return }
        appendLine(through: points, at: position)
    }

    /// Adds a closed line through the points of `ring`, each taken to the page by `position`.
    public mutating func append(loop ring: Ring, at position: (Point) -> Point) {
        guard ring.points.count >= 2 else { return }
        appendLine(through: ring.points, at: position)
        elements.append(.close)
    }

    /// Adds the exterior and the holes of `polygon`, each point taken to the page by `position`.
    public mutating func append(_ polygon: Polygon, at position: (Point) -> Point) {
        append(loop: polygon.exterior, at: position)
        for hole in polygon.holes {
            append(loop: hole, at: position)
        }
    }

    /// Distance of the controls of a quarter circle's curve from its ends, in radii: 4/3·(√2 − 1).
    private static let arcReach = 0.552_284_749_830_793_4

    private mutating func appendLine(through points: [Point], at position: (Point) -> Point) {
        elements.append(.move(to: position(points[0])))
        for point in points.dropFirst() {
            elements.append(.line(to: position(point)))
        }
    }
}
