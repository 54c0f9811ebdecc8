import Geometry
import Plotting
import SVGRenderer
import Testing

@Suite("Drawing calls become elements")
struct SVGElementTests {
    @Test("an empty drawing is a page of its size in points")
    func emptyPage() {
        let bytes = SVGRenderer(measuring: HalfWidths()).svg(size: Size(width: 460.8, height: 345.6)) { _ in }
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" \
                width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" \
                font-family="DejaVu Sans, Verdana, sans-serif" text-anchor="start" direction="ltr">
                </svg>

                """)
    }

    @Test("a fill is a path with the even-odd rule, in steps and in hundredths")
    func fill() {
        let path = Path.closed((10, 20), (40.004, 20), (40.506, 35.2), (10.25, 35.7))
        #expect(
            content { $0.fill(path, color: .red) } == [
                ##"<path d="m10 20h30l.51 15.2-30.26.5z" fill-rule="evenodd" fill="#ff0000"/>"##
            ])
    }

    @Test("rounding errors do not add up along a path")
    func rounding() {
        let points = (0...1000).map { Point(x: 0.0149 * Double($0), y: 0.104 * Double($0 % 2)) }
        var path = Path()
        path.append(strip: points, at: \.self)
        let element = content { $0.stroke(path, style: StrokeStyle(color: .black, width: 1)) }[0]
        let steps = element.split(separator: "\"")[1].matches(of: /-?(\d+(\.\d+)?|\.\d+)/).compactMap { Double($0.0) }
        #expect(steps.count == 2 * points.count)
        #expect(abs(steps.indices.filter { $0.isMultiple(of: 2) }.reduce(0) { $0 + steps[$1] } - 14.9) < 1e-9)
    }

    @Test("lines have the ends and joins that they are drawn with")
    func stroke() {
        let path = Path.open((0, 0), (3, 4), (3, 8))
        func line(_ cap: StrokeStyle.Cap, _ join: StrokeStyle.Join) -> [String] {
            content { $0.stroke(path, style: StrokeStyle(color: .halfBlue, width: 0.75, cap: cap, join: join)) }
        }
        let start = ##"<path d="m0 0 3 4v4" fill="none" stroke="#0000ff" stroke-opacity=".5" stroke-width=".75""##
        #expect(line(.butt, .miter) == [start + #" stroke-miterlimit="10"/>"#])
        #expect(line(.round, .round) == [start + #" stroke-linecap="round" stroke-linejoin="round"/>"#])
        #expect(line(.square, .bevel) == [start + #" stroke-linecap="square" stroke-linejoin="bevel"/>"#])
        #expect(content { $0.stroke(path, style: StrokeStyle(color: .red, width: 0)) }.isEmpty)
        #expect(content { $0.stroke(path, style: StrokeStyle(color: .red, width: .nan)) }.isEmpty)
    }

    @Test("dashes are in points; lengths that cannot be drawn make a solid line")
    func dashes() {
        let path = Path.open((0, 0), (3, 4))
        func line(_ dash: [Double]) -> String {
            content { $0.stroke(path, style: StrokeStyle(color: .black, width: 1, dash: dash)) }[0]
        }
        #expect(line([4.8, 2.16]) == line([]).dropLast(2) + #" stroke-dasharray="4.8 2.16"/>"#)
        for dash in [[4, 0], [4, -1], [.nan, 1], [.infinity, 1]] { #expect(line(dash) == line([])) }
    }

    @Test("curves, and pieces one after the other")
    func curves() {
        let path = Path([
            .move(to: Point(x: 50, y: 0)),
            .curve(to: Point(x: 20, y: 20), control1: Point(x: 50.5, y: 0.5), control2: Point(x: 60, y: 0.25)), .close,
            .line(to: Point(x: 51, y: 1)), .move(to: Point(x: 0, y: 0)), .line(to: Point(x: 0, y: 30)),
        ])
        #expect(
            content { $0.stroke(path, style: StrokeStyle(color: .black, width: 1)) }[0].hasPrefix(
                #"<path d="m50 0c.5.5 10 .25-30 20zl1 1m-51-1v30""#))
    }

    @Test("a point that is not finite breaks the line", arguments: [Double.nan, .infinity, -.infinity])
    func broken(value: Double) {
        let path = Path.open((0, 0), (20, 0), (value, 3), (5, 5), (9, 9))
        #expect(
            content { $0.stroke(path, style: StrokeStyle(color: .black, width: 1)) }[0].hasPrefix(
                #"<path d="m0 0h20m-15 5 4 4""#))
        #expect(content { $0.fill(.open((value, 0)), color: .red) }.isEmpty)
        #expect(content { $0.draw("a", at: Point(x: value, y: 0), font: Font(size: 9), color: .red, angle: 0) }.isEmpty)
    }

    @Test("a line of one point stays a dot")
    func dot() {
        let style = StrokeStyle(color: .black, width: 1, cap: .round)
        #expect(content { $0.stroke(.open((5, 5), (5.001, 5)), style: style) }[0].hasPrefix(#"<path d="m5 5h0""#))
    }

    @Test("text is text, with its width, and turned about its start")
    func text() {
        let font = Font(size: 8.5)
        let level = content { $0.draw("x < 1 & λ", at: Point(x: 3.126, y: 40), font: font, color: .red, angle: 0) }
        #expect(
            level == [
                ##"<text x="3.13" y="40" textLength="38.25" lengthAdjust="spacingAndGlyphs" font-size="8.5" fill="#ff0000">"##
                    + "x &lt; 1 &amp; λ</text>"
            ])
        let turned = content {
            $0.draw(
                " a ", at: Point(x: 3, y: 4), font: Font(size: 10, weight: .bold), color: .halfBlue, angle: -90)
        }
        #expect(
            turned == [
                ##"<text x="3" y="4" textLength="15" lengthAdjust="spacingAndGlyphs" font-size="10" font-weight="bold" "##
                    + ##"fill="#0000ff" fill-opacity=".5" transform="rotate(-90 3 4)" xml:space="preserve"> a </text>"##
            ])
    }

    @Test("a clip is a group, and defined once for each rectangle")
    func clip() throws {
        let rectangle = Rectangle(minX: 1, minY: 2, maxX: 30, maxY: 20.5)
        let path = Path.open((0, 0), (90, 90))
        let style = StrokeStyle(color: .black, width: 1)
        let lines = content { canvas in
            for _ in 0..<2 {
                canvas.clip(to: rectangle) { $0.stroke(path, style: style) }
            }
        }
        try #require(lines.count == 9)
        let identifier = try #require(lines[1].split(separator: "\"").dropFirst().first)
        #expect(lines[0] == "<defs>" && lines[2] == "</defs>")
        #expect(lines[1] == #"<clipPath id="\#(identifier)"><path d="m1 2h29v18.5h-29z"/></clipPath>"#)
        #expect(lines[3] == ##"<g clip-path="url(#\##(identifier))">"##)
        #expect(lines[5] == "</g>")
        #expect(lines[3...5] == lines[6...8])
    }

    @Test("characters that XML forbids are replaced; all others are kept")
    func escaping() throws {
        let text = "a\u{0}\u{1}b\t\r\n<&>\"' ]]> \u{7F}\u{FFFE}\u{FFFF}𝛌 👩‍🔬 漢 \u{202E}"
        let readable = "a\u{FFFD}\u{FFFD}b\t\r\n<&>\"' ]]> \u{7F}\u{FFFD}\u{FFFD}𝛌 👩‍🔬 漢 \u{202E}"
        let file = svg(title: text, description: text, metadata: text) {
            $0.draw(text, at: Point(x: 0, y: 0), font: Font(size: 10), color: .red, angle: 0)
        }
        let parsed = try elements(of: file)
        for name in ["title", "desc", "metadata"] {
            #expect(parsed.first { $0.name == name }?.text == readable)
        }
        // Control characters have no glyphs.
        #expect(parsed.first { $0.name == "text" }?.text == "ab<&>\"' ]]> \u{FFFD}\u{FFFD}𝛌 👩‍🔬 漢 \u{202E}")
        #expect(try !elements(of: svg { _ in }).contains { ["title", "desc", "metadata", "defs"].contains($0.name) })
    }
}
