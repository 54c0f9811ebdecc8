import Geometry
import Plotting
import SVGRenderer
import Testing

@Suite("Small shapes are in the file once")
struct StampTests {
    private func square(_ x: Double, _ y: Double, _ reach: Double) -> Path {
        .closed((x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach))
    }

    @Test("a marker with its edge is defined once, and used at each of its places, in the order of drawing")
    func marker() throws {
        let lines = content { canvas in
            for (x, y) in [(10.0, 20.0), (11, 20.25), (70.1234, 30)] {
                canvas.fill(square(x, y, 3), color: .white)
                canvas.fill(square(x, y, 2.5), color: .red)
            }
        }
        try #require(lines.count == 6)
        let identifier = try #require(lines[1].split(separator: "\"").dropFirst().first)
        #expect(
            lines[1] == ##"<g id="\##(identifier)"><path d="m0 0h6v6h-6z" fill-rule="evenodd" fill="#ffffff"/>"##
                + ##"<path d="m.5.5h5v5h-5z" fill-rule="evenodd" fill="#ff0000"/></g>"##)
        #expect(
            lines[3...] == [
                ##"<use xlink:href="#\##(identifier)" x="7" y="17"/>"##,
                ##"<use xlink:href="#\##(identifier)" x="8" y="17.25"/>"##,
                ##"<use xlink:href="#\##(identifier)" x="67.12" y="27"/>"##,
            ])
    }

    @Test("what is drawn between keeps its place in the order")
    func order() {
        let lines = content { canvas in
            canvas.fill(square(10, 20, 3), color: .white)
            canvas.stroke(.open((0, 0), (99, 9)), style: StrokeStyle(color: .black, width: 1))
            canvas.fill(square(10, 20, 2), color: .red)
            canvas.draw("a", at: Point(x: 1, y: 2), font: Font(size: 9), color: .red, angle: 0)
            canvas.fill(square(10, 20, 1), color: .red)
            canvas.clip(to: Rectangle(minX: 0, minY: 0, maxX: 9, maxY: 9)) { $0.fill(square(5, 5, 1), color: .red) }
            canvas.fill(square(50, 20, 40), color: .red)
        }
        let names = lines.drop { $0 != "</defs>" }.dropFirst().map { $0.prefix { $0.isLetter || "</".contains($0) } }
        #expect(names == ["<use", "<path", "<use", "<text", "<use", "<g", "<use", "</g", "<path"])
    }

    @Test("large shapes, and such without a finite place, are no stamps")
    func others() {
        #expect(content { $0.fill(square(20, 20, 6.1), color: .red) }.count == 1)
        #expect(content { $0.fill(.closed((1, 1), (2, 2), (.nan, 3), (2, 1)), color: .red) }[0].hasPrefix("<path"))
    }

    @Test("the names of what is defined are distinct, and do not depend on the rest of the file")
    func identifiers() throws {
        func identifiers(_ reaches: [Double]) throws -> [String] {
            let file = svg { canvas in
                for reach in reaches { canvas.fill(square(20, 20, reach), color: .red) }
            }
            return try elements(of: file).compactMap { $0.attributes["id"] }
        }
        let reaches = (1...500).map { 0.01 * Double($0) }.reversed()
        let all = try reaches.flatMap { try identifiers([$0]) }
        #expect(Set(all).count == 500)
    }
}
