import Contouring
import Foundation
import Geometry
import Testing

/// Comparison with contourpy (`name="serial"`, `corner_mask=False`), see `Scripts/oracles/contouring.py`.
///
/// `CanonicalLine` removes three differences: if a level passes exactly through grid points, contourpy repeats points,
/// and has spikes and rings without area; its polygons have every grid point on the border; and its rings start at
/// other points.
@Suite("Comparison with contourpy")
struct ContourpyTests {
    @Test("The fixture has thirty or more fields and names its version")
    func fixture() throws {
        let fixture = try ContourpyFixture.load()
        #expect(fixture.cases.count >= 30)
        #expect(fixture.versions["contourpy"] != nil)
    }

    @Test("Lines have the same points in the same order", arguments: try ContourpyFixture.load().cases)
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
