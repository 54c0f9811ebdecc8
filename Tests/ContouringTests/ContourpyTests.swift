import Contouring
import Foundation
import Geometry
import Meshgrid
import Testing

/// contourpy (`name="serial"`, `corner_mask=False`) as oracle: Scripts/oracles/contouring.py.
///
/// Its lines differ from ours in three ways that mean nothing, and `CanonicalLine` evens them out: where a level passes
/// exactly through grid points it repeats points, runs out and back, and has rings that enclose nothing; its polygons have
/// every grid point on the border; and it begins its rings elsewhere.
@Suite("Against contourpy")
struct ContourpyTests {
    @Test("The fixture has thirty fields or more, and says where it comes from")
    func fixture() throws {
        let fixture = try ContourpyFixture.load()
        #expect(fixture.cases.count >= 30)
        #expect(fixture.versions["contourpy"] != nil)
    }

    @Test("Lines have the same points in the same direction", arguments: try ContourpyFixture.load().cases)
    func lines(_ example: ContourpyFixture.Case) throws {
        let generator = ContourGenerator(example.field, continuedTo: example.frame)
        for expected in example.lines {
            let actual = generator.lines(at: expected.level)
            let strips = actual.strips.map { ($0.points, $0.points.first == $0.points.last) }
            let ours = (strips + actual.loops.map { ($0.points, true) }).compactMap { CanonicalLine($0, isClosed: $1) }
            let theirs = expected.lines.map(example.points).compactMap { points in
                // A closed line repeats its first point.
                points.first == points.last
                    ? CanonicalLine(points.dropLast(), isClosed: true) : CanonicalLine(points, isClosed: false)
            }
            #expect(ours.count == theirs.count)
            #expect(ours.filter(\.isClosed).count == theirs.filter(\.isClosed).count)
            #expect(Set(ours).symmetricDifference(theirs).isEmpty)
        }
    }

    @Test("Polygons have the same exteriors, each with the same holes", arguments: try ContourpyFixture.load().cases)
    func filled(_ example: ContourpyFixture.Case) throws {
        let generator = ContourGenerator(example.field, continuedTo: example.frame)
        for expected in example.filled {
            let polygons = generator.filled(
                above: expected.lower ?? -.infinity, upTo: expected.upper ?? .infinity)
            let theirs = expected.polygons.map { $0.map(example.points) }.compactMap { rings in
                CanonicalPolygon(exterior: rings[0], holes: Array(rings.dropFirst()))
            }
            let ours = polygons.compactMap(CanonicalPolygon.init)
            #expect(ours.count == polygons.count)
            #expect(ours.count == theirs.count)
            #expect(Set(ours).symmetricDifference(theirs).isEmpty)
            #expect(polygons.reduce(0) { $0 + $1.holes.count } == theirs.reduce(0) { $0 + $1.holes.count })

            let area = expected.polygons.joined().reduce(0) { $0 + Ring(example.points($1)).signedArea }
            #expect(abs(polygons.totalArea - area) <= 1e-9 * max(1, area))
        }
    }
}

struct ContourpyFixture: Decodable {
    struct Axis: Decodable {
        let start: Double
        let step: Double
        let count: Int

        var sampledAxis: SampledAxis { SampledAxis(start: start, step: step, count: count) }
    }

    struct Lines: Decodable {
        let level: Double
        let lines: [[Double]]
    }

    struct Band: Decodable {
        /// Nil where there is no limit.
        let lower: Double?
        let upper: Double?
        /// For each polygon its exterior, then its holes.
        let polygons: [[[Double]]]
    }

    struct Case: Decodable, CustomTestStringConvertible {
        let name: String
        let x: Axis
        let y: Axis
        private let limits: [Double]?
        /// Row-major, y ascending, nil where masked.
        let values: [Double?]
        let lines: [Lines]
        let filled: [Band]

        private enum CodingKeys: String, CodingKey {
            case name, x, y, values, lines, filled
            case limits = "frame"
        }

        var testDescription: String { name }

        var field: ScalarField {
            ScalarField(
                grid: RegularGrid(x: x.sampledAxis, y: y.sampledAxis), values: values.map { $0 ?? .nan })
        }

        var frame: Rectangle? {
            limits.map { Rectangle(minX: $0[0], minY: $0[1], maxX: $0[2], maxY: $0[3]) }
        }

        /// Points from x and y by turns.
        func points(_ coordinates: [Double]) -> [Point] {
            stride(from: 0, to: coordinates.count, by: 2).map { Point(x: coordinates[$0], y: coordinates[$0 + 1]) }
        }
    }

    let versions: [String: String]
    let cases: [Case]

    static func load() throws -> ContourpyFixture {
        let url = try #require(
            Bundle.module.url(forResource: "contourpy", withExtension: "json", subdirectory: "Fixtures"))
        return try JSONDecoder().decode(ContourpyFixture.self, from: Data(contentsOf: url))
    }
}
