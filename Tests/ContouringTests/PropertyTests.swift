import Contouring
import Geometry
import Testing

@Suite("Properties of contours")
struct PropertyTests {
    static let fields: [ScalarField] = FieldKind.allCases.flatMap { kind in
        [(2, 2), (2, 9), (9, 2), (13, 17), (5, 64), (4, 65), (6, 66), (3, 130)].enumerated().map { index, shape in
            kind.field(rows: shape.0, columns: shape.1, seed: UInt64(index))
        }
    }

    @Test("Consecutive bands cover the finite quads exactly once", arguments: fields)
    func areas(field: ScalarField) {
        let generator = ContourGenerator(field)
        let limits = [-Double.infinity, -1, -0.3, 0, 0.25, 1, .infinity]
        let areas = zip(limits, limits.dropFirst()).map { generator.filled(above: $0, upTo: $1).totalArea }
        #expect(areas.allSatisfy { $0 >= 0 })
        #expect(abs(areas.reduce(0, +) - field.finiteArea) <= 1e-9 * field.finiteArea)
        #expect(abs(generator.filled().totalArea - field.finiteArea) <= 1e-9 * field.finiteArea)
    }

    @Test("The areas above and below a level add up to the whole, with a frame too", arguments: fields)
    func halves(field: ScalarField) {
        guard field.values.allSatisfy(\.isFinite) else { return }
        let x = field.grid.x.values
        let y = field.grid.y.values
        let frame = Rectangle(minX: x[0] - 0.1, minY: y[0], maxX: x[x.count - 1] + 0.2, maxY: y[y.count - 1] + 0.4)
        let generator = ContourGenerator(field, continuedTo: frame)
        let area = frame.width * frame.height
        #expect(abs(generator.filled(above: 0).totalArea + generator.filled(upTo: 0).totalArea - area) <= 1e-9 * area)
    }

    @Test("Every vertex of a line lies on the level, on a side of a quad", arguments: fields)
    func interpolation(field: ScalarField) {
        let lines = ContourGenerator(field).lines(at: 0.25)
        for point in lines.strips.flatMap(\.points) + lines.loops.flatMap(\.points) {
            #expect(abs(value(of: field, at: point) - 0.25) < 1e-9)
        }
    }

    @Test(
        "Every vertex of a polygon lies on a limit of its band, or on a border with its value in the band",
        arguments: fields)
    func bandVertices(field: ScalarField) {
        for polygon in ContourGenerator(field).filled(above: -0.3, upTo: 0.25) {
            for point in polygon.rings.flatMap(\.points) {
                let value = value(of: field, at: point)
                let isOnLimit = abs(value + 0.3) < 1e-9 || abs(value - 0.25) < 1e-9
                #expect(isOnLimit || value > -0.3 && value <= 0.25 && isGridPoint(point, of: field))
            }
        }
    }

    @Test("Adjacent bands share their vertices", arguments: fields)
    func abutment(field: ScalarField) {
        let generator = ContourGenerator(field)
        func sides(of polygons: [Polygon], reversed: Bool) -> Set<[Point]> {
            Set(
                polygons.flatMap(\.rings).flatMap { ring in
                    ring.points.indices.map { index in
                        let side = [ring.points[index], ring.points[(index + 1) % ring.points.count]]
                        return reversed ? side.reversed() : side
                    }
                })
        }
        let lines = generator.lines(at: 0.25)
        // Sides along the border belong to one band only.
        let onLevel = (lines.strips.map(\.points) + lines.loops.map { $0.points + [$0.points[0]] }).flatMap { points in
            zip(points, points.dropFirst()).map { [$0, $1] }
        }.filter { !isAlongAxis($0) }
        let above = sides(of: generator.filled(above: 0.25, upTo: 1), reversed: false)
        let below = sides(of: generator.filled(above: -1, upTo: 0.25), reversed: true)
        #expect(onLevel.allSatisfy { above.contains($0) && below.contains($0) })
    }

    @Test(
        "Exteriors are counter-clockwise, holes clockwise and within, and no point comes twice in a row",
        arguments: fields)
    func orientation(field: ScalarField) {
        for polygon in ContourGenerator(field).filled(above: -0.3, upTo: 1) {
            #expect(polygon.exterior.signedArea > 0)
            #expect(polygon.holes.allSatisfy { $0.signedArea < 0 })
            let bounds = polygon.exterior.bounds
            #expect(polygon.holes.allSatisfy { $0.points.allSatisfy(bounds.contains) })
            for ring in polygon.rings {
                #expect(ring.points.count >= 3)
                #expect(zip(ring.points, ring.points.dropFirst() + ring.points.prefix(1)).allSatisfy { $0 != $1 })
                #expect(ring.points.allSatisfy { ($0.y, $0.x) >= (ring.points[0].y, ring.points[0].x) })
            }
        }
    }

    @Test("The negated field has the same lines, reversed, if no value or mean is on the level", arguments: fields)
    func negation(field: ScalarField) {
        func canonical(_ lines: ContourLines, reversed: Bool) -> Set<CanonicalLine> {
            func points(_ points: [Point]) -> [Point] { reversed ? points.reversed() : points }
            let strips = lines.strips.compactMap { CanonicalLine(points($0.points), isClosed: false) }
            return Set(strips + lines.loops.compactMap { CanonicalLine(points($0.points), isClosed: true) })
        }
        let level = 0.1234567
        let lines = ContourGenerator(field).lines(at: level)
        let negated = ContourGenerator(field.mapValues { -$0 }).lines(at: -level)
        #expect(canonical(lines, reversed: false) == canonical(negated, reversed: true))
    }

    @Test("A field of noise, with thousands of holes, is covered exactly")
    func noise() {
        let field = FieldKind.noisy.field(rows: 328, columns: 461, seed: 7)
        let generator = ContourGenerator(field)
        let above = generator.filled(above: 0)
        let below = generator.filled(upTo: 0)
        #expect(above.count > 1000)
        #expect(above.reduce(0) { $0 + $1.holes.count } > 1000)
        #expect(abs(above.totalArea + below.totalArea - field.finiteArea) <= 1e-9 * field.finiteArea)
        // A hole is filled by a polygon of the other side.
        let islands = Set(below.map { Set($0.exterior.points) })
        #expect(above.flatMap(\.holes).allSatisfy { islands.contains(Set($0.points)) })
    }

    // MARK: - Helpers

    /// Returns the value of the field at a point on a side of a quad.
    private func value(of field: ScalarField, at point: Point) -> Double {
        let x = position(of: point.x, on: field.grid.x)
        let y = position(of: point.y, on: field.grid.y)
        let row = min(max(Int(y), 0), field.grid.rowCount - 1)
        let column = min(max(Int(x), 0), field.grid.columnCount - 1)
        let first = field[row, column]
        if x != Double(column) {
            return first + (x - Double(column)) * (field[row, column + 1] - first)
        }
        return y == Double(row) ? first : first + (y - Double(row)) * (field[row + 1, column] - first)
    }

    /// Returns the coordinate in steps from the start of the axis, rounded if it is very close to a grid coordinate.
    private func position(of coordinate: Double, on axis: SampledAxis) -> Double {
        let position = (coordinate - axis.start) / axis.increment
        return abs(position - position.rounded()) < 1e-11 ? position.rounded() : position
    }

    private func isGridPoint(_ point: Point, of field: ScalarField) -> Bool {
        field.grid.x.values.contains(point.x) && field.grid.y.values.contains(point.y)
    }

    private func isAlongAxis(_ side: [Point]) -> Bool {
        side[0].x == side[1].x || side[0].y == side[1].y
    }
}

extension Polygon {
    fileprivate var rings: [Ring] { [exterior] + holes }
}

extension Ring {
    fileprivate var bounds: Rectangle {
        let x = points.map(\.x)
        let y = points.map(\.y)
        return Rectangle(minX: x.min() ?? 0, minY: y.min() ?? 0, maxX: x.max() ?? 0, maxY: y.max() ?? 0)
    }
}
