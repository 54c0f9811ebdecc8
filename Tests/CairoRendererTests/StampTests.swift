import CairoRenderer
import Geometry
import Plotting
import Testing

@Suite("Stamps are fills on quarters of a pixel")
struct StampTests {
    /// A disc, a triangle with its first point at the top, and a square with a hole, overlapping in this order.
    private func stamp(_ opacity: Double = 1) -> Stamp {
        let ring = Path(Rectangle(minX: -2, minY: -2, maxX: 2, maxY: 2), cornerRadius: 0.5).elements
        let hole = Path.closed((-1, -1.3), (1, -1.3), (1, 1.2), (-1, 1.2)).elements
        return Stamp([
            Stamp.Layer(Path(circleAt: Point(x: 0, y: 0), radius: 3.25), color: Color(red: 0.9, green: 0.7, blue: 0.1)),
            Stamp.Layer(.closed((0, -2.5), (2.2, 2), (-2.2, 2)), color: Color(red: 0.1, green: 0.2, blue: 0.7)),
            Stamp.Layer(Path(ring + hole), color: Color(red: 0.5, green: 0, blue: 0.3, alpha: opacity)),
        ])
    }

    /// Sixteen positions between pixels; some are near or beyond the clip, and many overlap.
    private let points: [Point] = (0..<300).map { index in
        let (x, y) = (index * 37 % 261, index * 101 % 263)
        return Point(x: 0.25 * Double(x), y: 0.25 * Double(y))
    }

    @Test("the pixels are those of fills, also on a clear page and across a clip", arguments: [false, true], [1, 0.6])
    func sameAsFills(isTransparent: Bool, opacity: Double) throws {
        let size = Size(width: 65, height: 65)
        let clip = Rectangle(minX: 6, minY: 7, maxX: 58, maxY: 60)
        func draw(_ body: (inout CairoCanvas) -> Void) throws -> Bitmap {
            try CairoRenderer(dpi: 72).bitmap(size: size, isTransparent: isTransparent) { canvas in
                canvas.fill(.closed((0, 0), (65, 30), (20, 50)), color: Color(red: 0.95, green: 0.9, blue: 0.8))
                canvas.clip(to: clip, body)
            }
        }
        let stamp = stamp(opacity)
        let stamped = try draw { $0.stamp(stamp, at: points) }
        let filled = try draw { canvas in
            for point in points {
                for layer in stamp.layers { canvas.fill(layer.path.moved(to: point), color: layer.color) }
            }
        }
        #expect(stamped.rgb == filled.rgb)
        #expect(stamped.ink > 100)
        let alphas = { (bitmap: Bitmap) in (0..<65 * 65).map { bitmap.alpha($0 % 65, $0 / 65) } }
        #expect(alphas(stamped) == alphas(filled))
    }

    @Test("a stamp moves by an eighth of a pixel at most", arguments: [0, 0.07, 0.12, 0.3, 0.49])
    func quarters(offset: Double) throws {
        let square = Stamp([Stamp.Layer(.closed((-3, -3), (3, -3), (3, 3), (-3, 3)), color: .pureBlack)])
        let bitmap = try pixels(24, 24) { $0.stamp(square, at: [Point(x: 12 + offset, y: 12)]) }
        #expect(abs(bitmap.ink - 36) < 0.2)
        var moment = 0.0
        for row in 0..<24 {
            for column in 0..<24 { moment += (Double(column) + 0.5) * Double(255 - bitmap[column, row].red) / 255 }
        }
        #expect(abs(moment / bitmap.ink - 12 - offset) <= 0.13)
    }

    @Test("stamps without a place, a shape or a colour draw nothing or black, and are no error")
    func harmless() throws {
        let nowhere = [Point(x: .nan, y: 5), Point(x: 5, y: .infinity), Point(x: 1e300, y: -1e300)]
        let empty = try pixels(10, 10) { canvas in
            canvas.stamp(stamp(), at: nowhere)
            canvas.stamp(Stamp([]), at: [Point(x: 5, y: 5)])
            canvas.stamp(Stamp([Stamp.Layer(Path(), color: .pureBlack)]), at: [Point(x: 5, y: 5)])
        }
        #expect(empty.ink == 0)
        let square = Path.closed((-1, -1), (1, -1), (1, 1), (-1, 1))
        let color = Color(red: .nan, green: -1, blue: .nan)
        let black = try pixels(10, 10) { canvas in
            canvas.stamp(Stamp([Stamp.Layer(square, color: color)]), at: [Point(x: 5, y: 5)])
        }
        #expect(black.ink == 4)
    }
}
