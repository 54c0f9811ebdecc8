import CPango
import Foundation
import Geometry
import Plotting
import Testing

@testable import CairoRenderer

@Suite("Text that DejaVu Sans alone cannot set")
struct ShapingTests {
    static let hasPango = FontMetrics.hasPango

    @Test("text in DejaVu Sans uses its own widths, without Pango", arguments: [Font.Weight.regular, .bold])
    func plainText(weight: Font.Weight) throws {
        let typesetter = Typesetter {
            Issue.record("Pango is opened")
            return nil
        }
        let face = try FontFace(path: FontFile.path(weight))
        for text in [
            "", "Decision AV −0.5 λ", "Überraschung", "é", "Ελλάδα Москва հայ ქართ", "x₁ ≤ ½ → ∞",
            "a\u{200d}\n\u{fe0f}b",
        ] {
            let line = try typesetter.line(text, weight: weight)
            guard case .plain = line else {
                Issue.record("\(text) is shaped")
                continue
            }
            #expect(line.advance == face.line(text).advance)
            #expect(try typesetter.missingCharacters(in: text).isEmpty)
        }
    }

    @Test(
        "text that needs shaping is detected",
        arguments: [
            "中文", "x 中", "مرحبا", "שלום", "ह्रदय", "e\u{301}", "👍", "ສະ\u{0ebb}", "\u{202e}abc", "𞸀", "\u{fb2a}",
        ])
    func shapedText(text: String) throws {
        for weight in [Font.Weight.regular, .bold] {
            #expect(try !FontFace(path: FontFile.path(weight)).isEnough(for: text))
        }
    }

    @Test("without Pango all text uses DejaVu Sans, and missing characters are reported")
    func noPango() throws {
        #expect(TextShaper(nil) == nil)
        let metrics = try FontMetrics(typesetter: Typesetter { nil })
        let face = try FontFace(path: FontFile.path(.regular))
        for text in ["é 中文", "مرحبا", "e\u{301}"] {
            let advance = metrics.extents(of: text, font: Font(size: 10)).advance
            #expect(advance == 10 * face.line(text).advance && advance > 0)
        }
        #expect(metrics.missingCharacters(in: "é 中文, 文 = e\u{301}\n") == ["中", "文", "e\u{301}"])
        #expect(metrics.missingCharacters(in: "صورة") == ["ص", "و", "ر", "ة"])
    }

    @Test(
        "a missing or different library counts as not installed", arguments: ["libno-such-library.so.0", "libm.so.6"])
    func noLibrary(name: String) {
        #expect(cpango_open(name) == nil)
        #expect(FontMetrics.canUsePango)
    }
}

@Suite("Text set by Pango", .enabled(if: ShapingTests.hasPango, "Pango is not installed, or knows no fonts"))
struct PangoTests {
    private static let hasChineseFont = (try? Program.fcList.output(":lang=zh-cn", "file"))?.isEmpty == false

    private let metrics: FontMetrics

    init() throws {
        metrics = try FontMetrics()
    }

    private func advance(_ text: String, size: Double = 10, weight: Font.Weight = .regular) -> Double {
        metrics.extents(of: text, font: Font(size: size, weight: weight)).advance
    }

    @Test("Arabic letters join: a word is narrower than its letters by themselves")
    func joins() {
        let letters = "مرحبا"
        let apart = letters.reduce(0) { $0 + advance(String($1)) }
        #expect(advance(letters) > 0 && advance(letters) < apart - 1)
        #expect(metrics.missingCharacters(in: letters).isEmpty)
    }

    @Test("text from the right to the left begins at the right")
    func direction() throws {
        // The final kaf goes below the baseline, the yod does not.
        func columnsOfKaf(in text: String) throws -> [Int] {
            try pixels(60, 60) {
                $0.draw(text, at: Point(x: 5, y: 30), font: Font(size: 30), color: .pureBlack, angle: 0)
            }.columns(below: 32)
        }
        let second = try #require(columnsOfKaf(in: "\u{5d9}\u{5da}").max())
        let first = try #require(columnsOfKaf(in: "\u{5da}\u{5d9}").min())
        #expect(second < first)
    }

    @Test(
        "a letter and its accent are the letter with the accent",
        arguments: [("e\u{301}", "é"), ("u\u{308}", "ü"), ("A\u{30a}", "Å")])
    func accents(decomposed: String, composed: String) throws {
        for weight in [Font.Weight.regular, .bold] {
            #expect(abs(advance(decomposed, weight: weight) - advance(composed, weight: weight)) < 0.001)
        }
        let pictures = try [decomposed, composed].map { text in
            try pixels(40, 40) {
                $0.draw(text, at: Point(x: 5, y: 30), font: Font(size: 24), color: .pureBlack, angle: 0)
            }
        }
        // FreeType rounds outlines at a size to 1/64 pixel.
        let difference = zip(pictures[0].rgb, pictures[1].rgb).map { abs(Int($0) - Int($1)) }.max()
        #expect(try #require(difference) < 16)
    }

    @Test("widths grow with the size, are the same on every canvas and at every resolution")
    func measures() throws {
        for text in ["مرحبا 123", "שלום", "e\u{301}", "漢\u{200d}", "👍"] {
            for font in [Font(size: 9), Font(size: 18), Font(size: 11.5, weight: .bold)] {
                let extents = metrics.extents(of: text, font: font)
                #expect(extents.advance > 0)
                #expect(extents.ascent == metrics.extents(of: "a", font: font).ascent)
                #expect(extents.descent == metrics.extents(of: "a", font: font).descent)
                for dpi in [72, 150, 301.7] {
                    _ = try CairoRenderer(dpi: dpi).bitmap(size: sampleSize) { canvas in
                        #expect(canvas.extents(of: text, font: font) == extents)
                    }
                }
                _ = try CairoRenderer().pdf(size: sampleSize) { canvas in
                    #expect(canvas.extents(of: text, font: font) == extents)
                }
            }
            #expect(abs(advance(text, size: 20) - 2 * advance(text)) < 1e-12)
        }
    }

    @Test(
        "a line stands between its origin and its advance, level and upright",
        arguments: ["مرحبا", "שלום", "ae\u{301}o"])
    func place(text: String) throws {
        let width = advance(text, size: 24)
        let level = try pixels(120, 120) {
            $0.draw(text, at: Point(x: 20, y: 60), font: Font(size: 24), color: .pureBlack, angle: 0)
        }
        let columns = level.columns(below: 0)
        #expect(try #require(columns.min()) >= 19 && Double(try #require(columns.max())) <= 21 + width)
        let upright = try pixels(120, 120) {
            $0.draw(text, at: Point(x: 60, y: 100), font: Font(size: 24), color: .pureBlack, angle: -90)
        }
        #expect(level.ink > 20 && abs(level.ink - upright.ink) < 2)
    }

    @Test("later drawing is not affected by such a line")
    func stateAfterwards() throws {
        let line = StrokeStyle(color: .pureRed, width: 2, cap: .round)
        func draw(on canvas: inout CairoCanvas) {
            canvas.stroke(.open((5, 50), (90, 55)), style: line)
            canvas.fill(.closed((5, 60), (40, 60), (20, 70)), color: .pureBlack)
        }
        let reference = try pixels(100, 80, draw: draw)
        for text in ["مرحبا", "👍"] {
            let bitmap = try pixels(100, 80) { canvas in
                canvas.clip(to: Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 40)) {
                    $0.draw(text, at: Point(x: 10, y: 30), font: Font(size: 20), color: .pureBlack, angle: 30)
                }
                draw(on: &canvas)
            }
            #expect((41..<80).allSatisfy { row in (0..<100).allSatisfy { bitmap[$0, row] == reference[$0, row] } })
        }
    }

    @Test("a text far off the page, or of no size, draws nothing")
    func unusualPlaces() throws {
        let bitmap = try pixels(40, 40) { canvas in
            for origin in [Point(x: 1e9, y: 20), Point(x: -1e300, y: 20), Point(x: 20, y: 1e12), Point(x: .nan, y: 0)] {
                canvas.draw("مرحبا", at: origin, font: Font(size: 20), color: .pureBlack, angle: 0)
                canvas.draw("👍", at: origin, font: Font(size: 20), color: .pureBlack, angle: 45)
            }
            canvas.draw("مرحبا", at: Point(x: 20, y: 20), font: Font(size: 0), color: .pureBlack, angle: 0)
            canvas.draw("\u{202e}\n", at: Point(x: 20, y: 20), font: Font(size: 10), color: .pureBlack, angle: 0)
        }
        #expect(bitmap.ink == 0)
    }

    @Test("a character that no font can have is missing, and is drawn as a box")
    func missing() throws {
        // A private-use character that no known font contains.
        #expect(metrics.missingCharacters(in: "a\u{10fff0}é\u{10fff0}e\u{301}") == ["\u{10fff0}"])
        let box = try pixels(60, 40) {
            $0.draw("\u{10fff0}", at: Point(x: 5, y: 30), font: Font(size: 20), color: .pureBlack, angle: 0)
        }
        #expect(box.ink > 10 && advance("\u{10fff0}") > 0)
    }

    @Test(
        "a code that is never to be a character is drawn as the sign for that, in a PDF too",
        arguments: [0xFFFF, 0xFDD0, 0x1FFFE] as [UInt32])
    func noncharacters(code: UInt32) throws {
        let character = String(try #require(Unicode.Scalar(code)))
        #expect(advance(character) == advance("\u{fffd}"))
        for text in [character, "ש" + character] {
            #expect(metrics.missingCharacters(in: text).isEmpty)
            let pdf = try CairoRenderer().pdf(size: sampleSize, title: text) { canvas in
                canvas.draw(text, at: Point(x: 5, y: 30), font: Font(size: 20), color: .pureBlack, angle: 0)
            }
            #expect(!pdf.isEmpty)
        }
    }

    @Test("line breaks of every kind are left out", arguments: ["\n", "\r\n", "\u{2028}", "\u{2029}", "\u{0}", "\t"])
    func lineBreaks(separator: String) {
        #expect(abs(advance("של\(separator)ום") - advance("שלום")) < 1e-9)
    }

    @Test("pictures of many threads are the same, byte for byte")
    func threads() async throws {
        @Sendable func draw(on canvas: inout CairoCanvas) {
            let texts = ["Überraschung", "中文", "مرحبا", "ह्रदय", "e\u{301}", "👍"]
            for (index, text) in texts.enumerated() {
                let weight = index.isMultiple(of: 2) ? Font.Weight.regular : .bold
                canvas.draw(
                    text, at: Point(x: 10, y: 15 * Double(index + 1)), font: Font(size: 11, weight: weight),
                    color: .pureBlack, angle: 0)
            }
        }
        let bitmap = try CairoRenderer().png(size: sampleSize, draw: draw)
        let pdf = try CairoRenderer().pdf(size: sampleSize, draw: draw)
        let areSame = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<32 {
                group.addTask {
                    index.isMultiple(of: 2)
                        ? (try? CairoRenderer().png(size: sampleSize, draw: draw)) == bitmap
                        : (try? CairoRenderer().pdf(size: sampleSize, draw: draw)) == pdf
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(areSame)
    }

    @Test(
        "text in a PDF stays text",
        .enabled(if: Program.pdftotext.isInstalled, "needs pdftotext: sudo apt-get install poppler-utils"))
    func pdfText() throws {
        let pdf = try CairoRenderer().pdf(size: sampleSize) { canvas in
            for (index, text) in ["مرحبا", "e\u{301}tude", "שלום"].enumerated() {
                canvas.draw(
                    text, at: Point(x: 10, y: 20 * Double(index + 1)), font: Font(size: 11), color: .pureBlack, angle: 0
                )
            }
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "boundaryplot-\(UUID()).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let text = try Program.pdftotext.output(file.path, "-")
        for word in ["مرحبا", "étude", "שלום"] {
            #expect(text.precomposedStringWithCanonicalMapping.contains(word), "\(text)")
        }
    }

    @Test(
        "characters missing in DejaVu Sans come from another installed font",
        .enabled(if: hasChineseFont, "no installed font is for Chinese: sudo apt-get install fonts-wqy-zenhei"))
    func chinese() throws {
        #expect(metrics.missingCharacters(in: "中文 x").isEmpty)
        #expect(abs(advance("中文") - 20) < 2)
        func picture(_ text: String) throws -> [UInt8] {
            try pixels(40, 40) {
                $0.draw(text, at: Point(x: 5, y: 30), font: Font(size: 24), color: .pureBlack, angle: 0)
            }.rgb
        }
        #expect(try picture("中") != picture("文"))
        #expect(try picture("中") != picture("\u{10fff0}"))
    }
}

extension Bitmap {
    /// The columns with other colours than white from row `top` on.
    fileprivate func columns(below top: Int) -> [Int] {
        (0..<width).filter { column in (top..<height).contains { self[column, $0] != white } }
    }
}
