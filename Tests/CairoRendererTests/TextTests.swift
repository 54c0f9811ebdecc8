import CairoRenderer
import Geometry
import Plotting
import Testing

@Suite struct TextTests {
    @Test("text takes room in proportion to its size, the same at every resolution")
    func extents() throws {
        func extents(dpi: Double, size: Double) throws -> TextExtents {
            var extents = TextExtents(advance: 0, ascent: 0, descent: 0)
            _ = try CairoRenderer(dpi: dpi).bitmap(size: sampleSize) { canvas in
                extents = canvas.extents(of: "Decision λ", font: Font(size: size))
            }
            return extents
        }
        let reference = try extents(dpi: 72, size: 10)
        #expect(reference.advance > 40 && reference.advance < 70)
        #expect(reference.ascent > 7 && reference.ascent < 12)
        #expect(reference.descent > 1 && reference.descent < 4)
        for dpi in [50.0, 96, 150, 301.7] {
            #expect(try extents(dpi: dpi, size: 10) == reference)
        }
        #expect(try abs(extents(dpi: 72, size: 20).advance - 2 * reference.advance) < 1e-12)
    }

    @Test("every further letter takes more room, and bold ones more than regular ones")
    func monotone() throws {
        _ = try pixels(1, 1) { canvas in
            let text = "Decision boundary −0.5"
            let advances = (0...text.count).map {
                canvas.extents(of: String(text.prefix($0)), font: Font(size: 9)).advance
            }
            #expect(advances[0] == 0)
            #expect(zip(advances, advances.dropFirst()).allSatisfy { $0 < $1 })
            #expect(canvas.extents(of: text, font: Font(size: 9, weight: .bold)).advance > advances[text.count])
        }
    }

    @Test("letters that lean into each other are moved together")
    func kerning() throws {
        _ = try pixels(1, 1) { canvas in
            func advance(_ text: String) -> Double { canvas.extents(of: text, font: Font(size: 100)).advance }
            #expect(advance("AV") < advance("A") + advance("V") - 1)
            #expect(abs(advance("HH") - 2 * advance("H")) < 1e-9)
        }
    }

    @Test("text stands on its baseline, between its origin and its advance")
    func place() throws {
        var advance = 0.0
        let bitmap = try pixels(80, 40) { canvas in
            advance = canvas.extents(of: "HEH", font: Font(size: 20)).advance
            canvas.draw("HEH", at: Point(x: 10, y: 30), font: Font(size: 20), color: .pureBlack, angle: 0)
        }
        let (columns, rows) = bitmap.inkBounds
        #expect(columns.lowerBound >= 10 && columns.lowerBound <= 13)
        #expect(columns.upperBound <= Int(10 + advance) && columns.upperBound >= Int(10 + advance) - 3)
        #expect(rows.upperBound == 29)
        // DejaVu's capitals are 0.729 em high.
        #expect(rows.lowerBound == 15)
    }

    @Test("text turned by −90° reads upwards, and is the level one's pixels turned")
    func turned() throws {
        let level = try pixels(60, 60) {
            $0.draw("abc", at: Point(x: 10, y: 30), font: Font(size: 16), color: .pureBlack, angle: 0)
        }
        let upright = try pixels(60, 60) {
            $0.draw("abc", at: Point(x: 30, y: 50), font: Font(size: 16), color: .pureBlack, angle: -90)
        }
        #expect(abs(level.ink - upright.ink) < 1)
        #expect(level.inkBounds.columns.count == upright.inkBounds.rows.count)
        #expect(level.inkBounds.rows.count == upright.inkBounds.columns.count)
        #expect(upright.inkBounds.columns.upperBound <= 30 + 1 && upright.inkBounds.rows.upperBound <= 50)
    }

    @Test("text at any angle keeps its ink", arguments: [30.0, 45, 200, -17.5])
    func slanted(angle: Double) throws {
        func ink(_ angle: Double) throws -> Double {
            try pixels(80, 80) {
                $0.draw("abc", at: Point(x: 40, y: 40), font: Font(size: 16), color: .pureBlack, angle: angle)
            }.ink
        }
        #expect(try abs(ink(angle) - ink(0)) < 2)
    }

    @Test("a character without a picture takes no room")
    func ignorableCharacters() throws {
        _ = try pixels(1, 1) { canvas in
            func advance(_ text: String) -> Double { canvas.extents(of: text, font: Font(size: 10)).advance }
            #expect(advance("a\u{200d}\n\u{fe0f}b") == advance("ab"))
        }
    }

    @Test("counters stay open in letters with overlapping parts")
    func counters() throws {
        let bitmap = try pixels(60, 60) {
            $0.draw("O", at: Point(x: 5, y: 50), font: Font(size: 60), color: .pureBlack, angle: 0)
        }
        #expect(bitmap[28, 28] == white)
    }
}

extension Bitmap {
    /// The columns and rows with other colours than white.
    fileprivate var inkBounds: (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        let columns = (0..<width).filter { column in (0..<height).contains { self[column, $0] != white } }
        let rows = (0..<height).filter { row in (0..<width).contains { self[$0, row] != white } }
        return ((columns.first ?? 0)...(columns.last ?? 0), (rows.first ?? 0)...(rows.last ?? 0))
    }
}
