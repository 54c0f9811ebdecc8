import Geometry
import Plotting
import SVGRenderer
import Testing

@Suite("Stamps are in the file once")
struct StampTests {
    private func layer(_ reach: Double, _ color: Color) -> Stamp.Layer {
        let square = Path.closed((-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach))
        return Stamp.Layer(square, color: color)
    }

    @Test("a marker with its edge is defined once, and used at each of its places, in the order of drawing")
    func marker() throws {
        let stamp = Stamp([layer(3, .white), layer(2.5, .red)])
        let lines = content { canvas in
            canvas.stamp(stamp, at: [Point(x: 10, y: 20), Point(x: 11, y: 20.25)])
            canvas.stamp(stamp, at: [Point(x: 70.1234, y: 30)])
        }
        try #require(lines.count == 6)
        let identifier = try #require(lines[1].split(separator: "\"").dropFirst().first)
        #expect(
            lines[1] == ##"<g id="\##(identifier)"><path d="m-3-3h6v6h-6z" fill-rule="evenodd" fill="#ffffff"/>"##
                + ##"<path d="m-2.5-2.5h5v5h-5z" fill-rule="evenodd" fill="#ff0000"/></g>"##)
        #expect(
            lines[3...] == [
                ##"<use xlink:href="#\##(identifier)" x="10" y="20"/>"##,
                ##"<use xlink:href="#\##(identifier)" x="11" y="20.25"/>"##,
                ##"<use xlink:href="#\##(identifier)" x="70.12" y="30"/>"##,
            ])
    }

    @Test("a stamp without a finite place, a shape or a layer is not in the file", arguments: [Double.nan, .infinity])
    func nothing(value: Double) {
        func elements(_ stamp: Stamp, _ points: Point...) -> [String] {
            content { $0.stamp(stamp, at: points) }.filter { !$0.isEmpty }
        }
        #expect(elements(Stamp([layer(1, .red)]), Point(x: value, y: 1), Point(x: 1, y: value)).isEmpty)
        #expect(elements(Stamp([layer(1, .red)])).isEmpty)
        #expect(elements(Stamp([layer(value, .red)]), Point(x: 1, y: 1)).isEmpty)
        #expect(elements(Stamp([]), Point(x: 1, y: 1)).isEmpty)
    }

    @Test("a stamp that is used once is drawn where it is, without a definition")
    func single() {
        let lines = content { $0.stamp(Stamp([layer(2, .white), layer(1, .red)]), at: [Point(x: 10.004, y: 20)]) }
        let edge = ##"<path d="m8 18h4v4h-4z" fill-rule="evenodd" fill="#ffffff"/>"##
        #expect(lines == [edge + ##"<path d="m9 19h2v2h-2z" fill-rule="evenodd" fill="#ff0000"/>"##])
    }

    @Test("the names of definitions are distinct and do not depend on the rest of the file")
    func identifiers() throws {
        func identifiers(_ reaches: [Double]) throws -> [String] {
            let file = svg { canvas in
                let points = [Point(x: 20, y: 20), Point(x: 30, y: 20)]
                for reach in reaches { canvas.stamp(Stamp([layer(reach, .red)]), at: points) }
            }
            return try elements(of: file).compactMap { $0.attributes["id"] }
        }
        let reaches = (1...500).map { 0.01 * Double($0) }.reversed()
        let all = try reaches.flatMap { try identifiers([$0]) }
        #expect(Set(all).count == 500)
    }
}
