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
        let (left, top, right, bottom) = (rectangle.minX, rectangle.minY, rectangle.maxX, rectangle.maxY)
        self.init([
            .move(to: Point(x: left + radius, y: top)),
            .line(to: Point(x: right - radius, y: top)),
            .curve(
                to: Point(x: right, y: top + radius), control1: Point(x: right - reach, y: top),
                control2: Point(x: right, y: top + reach)),
            .line(to: Point(x: right, y: bottom - radius)),
            .curve(
                to: Point(x: right - radius, y: bottom), control1: Point(x: right, y: bottom - reach),
                control2: Point(x: right - reach, y: bottom)),
            .line(to: Point(x: left + radius, y: bottom)),
            .curve(
                to: Point(x: left, y: bottom - radius), control1: Point(x: left + reach, y: bottom),
                control2: Point(x: left, y: bottom - reach)),
            .line(to: Point(x: left, y: top + radius)),
            .curve(
                to: Point(x: left + radius, y: top), control1: Point(x: left, y: top + reach),
                control2: Point(x: left + reach, y: top)),
            .close,
        ])
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
