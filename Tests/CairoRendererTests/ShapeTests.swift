import CairoRenderer
import Geometry
import Plotting
import Testing

@Suite struct ShapeTests {
    @Test("a fill covers exactly the pixels of its rectangle")
    func fill() throws {
        let bitmap = try pixels(10, 10) { $0.fill(.closed((2, 3), (7, 3), (7, 5), (2, 5)), color: .pureBlack) }
        #expect(
            bitmap.picture == [
                "..........",
                "..........",
                "..........",
                "..#####...",
                "..#####...",
                "..........",
                "..........",
                "..........",
                "..........",
                "..........",
            ])
    }

    @Test("a ring in a ring is a hole, whichever way it runs", arguments: [false, true])
    func hole(isReversed: Bool) throws {
        let inner = [Point(x: 2, y: 2), Point(x: 4, y: 2), Point(x: 4, y: 4), Point(x: 2, y: 4)]
        let ring = isReversed ? inner.reversed() : inner
        var path = Path.closed((1, 1), (5, 1), (5, 5), (1, 5))
        path.elements += [.move(to: ring[0])] + ring.dropFirst().map { .line(to: $0) } + [.close]
        let bitmap = try pixels(6, 6) { $0.fill(path, color: .pureBlack) }
        #expect(bitmap.picture == ["......", ".####.", ".#..#.", ".#..#.", ".####.", "......"])
    }

    @Test("an open path is filled as if it were closed")
    func openFill() throws {
        let open = try pixels(6, 6) { $0.fill(.open((1, 1), (5, 1), (3, 5)), color: .pureBlack) }
        let closed = try pixels(6, 6) { $0.fill(.closed((1, 1), (5, 1), (3, 5)), color: .pureBlack) }
        #expect(open.rgb == closed.rgb)
        #expect(open.ink > 7)
    }

    @Test("a curve bulges towards its controls")
    func curve() throws {
        let path = Path([
            .move(to: Point(x: 0, y: 8)),
            .curve(to: Point(x: 8, y: 8), control1: Point(x: 0, y: 0), control2: Point(x: 8, y: 0)), .close,
        ])
        let bitmap = try pixels(8, 8) { $0.fill(path, color: .pureBlack) }
        // The area under the curve is ¾ · 8 · 8 · ¾.
        #expect(abs(bitmap.ink - 38.4) < 0.5)
    }

    @Test("a slanted edge is smooth: half a pixel covered is half as dark")
    func antialiasing() throws {
        let bitmap = try pixels(4, 4) { $0.fill(.closed((0, 0), (4, 4), (0, 4)), color: .pureBlack) }
        #expect((112...143).contains(bitmap[1, 1].red))
        #expect(bitmap[0, 3] == black)
        #expect(bitmap[3, 0] == white)
    }

    @Test("transparency mixes with what is below")
    func transparency() throws {
        let bitmap = try pixels(1, 1) {
            $0.fill(.closed((0, 0), (1, 0), (1, 1), (0, 1)), color: Color(red: 1, green: 0, blue: 0, alpha: 0.6))
        }
        #expect(bitmap[0, 0] == Bitmap.Pixel(red: 255, green: 102, blue: 102))
    }

    @Test("a line's ink is its length times its width", arguments: [0.5, 1, 2.5, 4])
    func strokeWidth(width: Double) throws {
        let bitmap = try pixels(60, 60) {
            $0.stroke(.open((10, 10), (50, 40)), style: StrokeStyle(color: .pureBlack, width: width))
        }
        #expect(abs(bitmap.ink - 50 * width) < 0.03 * 50 * width + 0.5)
    }

    @Test("caps lengthen a line: round by less than square", arguments: [1.0, 3])
    func caps(slope: Double) throws {
        func ink(_ cap: StrokeStyle.Cap) throws -> Double {
            try pixels(40, 40) {
                $0.stroke(.open((10, 10), (30, 10 + slope)), style: StrokeStyle(color: .pureBlack, width: 6, cap: cap))
            }.ink
        }
        #expect(try ink(.butt) < ink(.round) - 20)
        #expect(try ink(.round) < ink(.square) - 5)
    }

    @Test("a dashed line has gaps, also where it is snapped to pixels, and the next line is solid again")
    func dashes() throws {
        func picture(_ dash: [Double]) throws -> [String] {
            try pixels(12, 3) {
                let style = StrokeStyle(color: .pureBlack, width: 1, dash: dash)
                $0.stroke(.open((0, 0.5), (12, 0.5)), style: style)
                $0.stroke(.open((0, 2.5), (12, 2.5)), style: StrokeStyle(color: .pureBlack, width: 1))
            }.picture
        }
        #expect(try picture([3, 2]) == ["###..###..##", "............", "############"])
        for dash in [[], [3, 0], [-1], [.nan, 2], [.infinity]] {
            #expect(try picture(dash) == ["############", "............", "############"])
        }
        let ink = try [[], [6, 4.0]].map { dash in
            try pixels(60, 60) {
                $0.stroke(
                    .open((10, 10), (50, 40)), style: StrokeStyle(color: .pureBlack, width: 2, dash: dash))
            }.ink
        }
        #expect(abs(ink[1] / ink[0] - 0.6) < 0.02)
    }

    @Test("nothing is drawn outside of a clip, and everything again after it")
    func clip() throws {
        let all = Path.closed((0, 0), (6, 0), (6, 6), (0, 6))
        let bitmap = try pixels(6, 6) { canvas in
            canvas.clip(to: Rectangle(minX: 1, minY: 2, maxX: 5, maxY: 6)) { canvas in
                canvas.clip(to: Rectangle(minX: 0, minY: 0, maxX: 3, maxY: 4)) { $0.fill(all, color: .pureBlack) }
            }
            canvas.fill(.closed((5, 0), (6, 0), (6, 1), (5, 1)), color: .pureBlack)
        }
        #expect(bitmap.picture == [".....#", "......", ".##...", ".##...", "......", "......"])
    }

    @Test("a frame of any width is sharp at every resolution", arguments: [50.0, 72, 100, 150, 300], [0.3, 0.8, 1.5])
    func sharpFrame(dpi: Double, width: Double) throws {
        let frame = Path.rectangle(Rectangle(minX: 7.3, minY: 9.1, maxX: 60.7, maxY: 51.9))
        let tick = Path.open((33.3, 51.9), (33.3, 55.4))
        let bitmap = try CairoRenderer(dpi: dpi).bitmap(size: Size(width: 70, height: 60)) { canvas in
            canvas.stroke(frame, style: StrokeStyle(color: .pureBlack, width: width, join: .miter))
            canvas.stroke(tick, style: StrokeStyle(color: .pureBlack, width: width))
        }
        #expect(bitmap.picture.joined().allSatisfy { $0 != "?" })
        #expect(bitmap.ink > 0)
    }

    @Test("a box with round corners has sharp sides, a circle stays where it is")
    func roundCorners() throws {
        func corner(_ x: Double, _ y: Double, from start: (Double, Double)) -> Path.Element {
            // Both control points are at the corner: a tight curve, not a circle.
            let control = Point(x: start.0, y: start.1)
            return .curve(to: Point(x: x, y: y), control1: control, control2: control)
        }
        func box(_ left: Double, _ top: Double, side: Double, radius: Double) -> Path {
            let (right, bottom) = (left + side, top + side)
            return Path([
                .move(to: Point(x: left + radius, y: top)),
                .line(to: Point(x: right - radius, y: top)), corner(right, top + radius, from: (right, top)),
                .line(to: Point(x: right, y: bottom - radius)), corner(right - radius, bottom, from: (right, bottom)),
                .line(to: Point(x: left + radius, y: bottom)), corner(left, bottom - radius, from: (left, bottom)),
                .line(to: Point(x: left, y: top + radius)), corner(left + radius, top, from: (left, top)), .close,
            ])
        }
        let sharp = try pixels(40, 40) {
            $0.stroke(box(5.3, 5.4, side: 30, radius: 4), style: StrokeStyle(color: .pureBlack, width: 1))
        }
        #expect((12..<28).allSatisfy { sharp[5, $0] == black && sharp[4, $0] == white && sharp[6, $0] == white })
        #expect((12..<28).allSatisfy { sharp[$0, 5] == black && sharp[$0, 4] == white && sharp[$0, 6] == white })
        let round = try pixels(40, 40) { $0.fill(box(5.5, 5.5, side: 30, radius: 15), color: .pureBlack) }
        #expect(abs(Int(round[5, 20].red) - Int(round[35, 20].red)) < 16)
        #expect(round[5, 20] != black && round[35, 20] != white)
    }

    @Test("shapes without position, width or extent draw nothing")
    func harmless() throws {
        let line = Path.open((1, 1), (9, 5))
        let bitmap = try pixels(10, 10) { canvas in
            canvas.fill(Path(), color: .pureBlack)
            canvas.stroke(Path(), style: StrokeStyle(color: .pureBlack, width: 1))
            canvas.fill(Path([.close, .move(to: Point(x: 1, y: 1)), .close]), color: .pureBlack)
            canvas.fill(.closed((.nan, 1), (5, .infinity), (1, .nan)), color: .pureBlack)
            canvas.stroke(line, style: StrokeStyle(color: .pureBlack, width: 0))
            canvas.stroke(line, style: StrokeStyle(color: .pureBlack, width: -1))
            canvas.stroke(line, style: StrokeStyle(color: .pureBlack, width: .nan))
            canvas.draw("text", at: Point(x: .nan, y: 5), font: Font(size: 9), color: .pureBlack, angle: 0)
            canvas.draw("text", at: Point(x: 1, y: 5), font: Font(size: 0), color: .pureBlack, angle: 0)
            canvas.draw("text", at: Point(x: 1, y: 5), font: Font(size: .nan), color: .pureBlack, angle: 0)
            canvas.draw("", at: Point(x: 1, y: 5), font: Font(size: 9), color: .pureBlack, angle: 0)
            canvas.clip(to: Rectangle(minX: 3, minY: 3, maxX: 3, maxY: 9)) { canvas in
                canvas.fill(.closed((0, 0), (10, 0), (10, 10)), color: .pureBlack)
            }
        }
        #expect(bitmap.ink == 0)
    }

    @Test("a line is broken at a point that is not finite")
    func brokenLine() throws {
        let bitmap = try pixels(12, 3) {
            $0.stroke(
                .open((0, 1.5), (4, 1.5), (.nan, 1.5), (8, 1.5), (12, 1.5)),
                style: StrokeStyle(color: .pureBlack, width: 1))
        }
        #expect(bitmap.picture == ["............", "####....####", "............"])
    }

    @Test("points far beyond the page do not come back from its other side", arguments: [1e7, 1e12, 1e300])
    func farAway(distance: Double) throws {
        let bitmap = try pixels(10, 10) { canvas in
            canvas.fill(.closed((5, -1), (distance, -1), (distance, 11), (5, 11)), color: .pureBlack)
        }
        #expect((0..<10).allSatisfy { bitmap[2, $0] == white && bitmap[7, $0] == black })
    }
}
