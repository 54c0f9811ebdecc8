import CairoRenderer
import Foundation
import Geometry
import Plotting
import Testing

@Suite struct PDFTests {
    private func draw(on canvas: inout CairoCanvas) {
        drawSample(on: &canvas)
        #expect(canvas.pixelSize == 0)
    }

    /// The bytes of the file as text, one character per byte.
    private func text(of pdf: [UInt8]) -> String {
        String(String.UnicodeScalarView(pdf.map { Unicode.Scalar($0) }))
    }

    @Test("a page has its exact size, and there is one", arguments: [(460.8, 345.6), (100, 50), (0.75, 3000.125)])
    func page(width: Double, height: Double) throws {
        let size = Size(width: width, height: height)
        for pdf in [
            try CairoRenderer().pdf(size: size) { _ in },
            try CairoRenderer().pdf(size: size) { $0.fill(.closed((0, 0), (1, 0), (1, 1)), color: .pureRed) },
        ] {
            let text = text(of: pdf)
            #expect(text.hasPrefix("%PDF-1.") && text.hasSuffix("%%EOF\n"))
            let boxes = text.matches(of: /MediaBox \[ ([^\]]*)\]/)
            #expect(boxes.count == 1)
            #expect(boxes[0].1.split(separator: " ").compactMap { Double($0) } == [0, 0, width, height])
            #expect(text.contains("/Count 1"))
        }
    }

    @Test("the same drawing gives the same bytes, now and later")
    func sameBytes() throws {
        let first = try CairoRenderer().pdf(size: sampleSize, title: "a", draw: draw)
        Thread.sleep(forTimeInterval: 1.1)
        let second = try CairoRenderer().pdf(size: sampleSize, title: "a", draw: draw)
        #expect(first == second)
        #expect(!text(of: first).contains("Date"))
    }

    @Test("the file contains its metadata")
    func metadata() throws {
        let theta = (0..<2000).map { "-0.\($0)" }.joined(separator: ",")
        let keywords = "{\"theta\": [\(theta)], \"path\": \"(a\\\\b)\"}"
        let pdf = try CairoRenderer().pdf(
            size: sampleSize, title: "Boundary (3)", description: "λ 0.001", keywords: keywords, draw: draw)
        let text = text(of: pdf)
        #expect(entry("Title", in: text) == "Boundary (3)")
        #expect(entry("Subject", in: text) == "λ 0.001")
        #expect(entry("Keywords", in: text) == keywords)
        #expect(entry("Creator", in: text) == "boundaryplot")
        let plain = try self.text(of: CairoRenderer().pdf(size: sampleSize) { _ in })
        #expect(["Title", "Subject", "Keywords"].allSatisfy { entry($0, in: plain) == nil })
    }

    @Test("invalid characters do not prevent writing the file")
    func noncharacters() throws {
        let pdf = try CairoRenderer().pdf(size: sampleSize, title: "a\u{FFFF}\u{1FFFE}b") { _ in }
        #expect(entry("Title", in: text(of: pdf)) == "a\u{FFFD}\u{FFFD}b")
    }

    /// The text under `key`: plain if all characters are ASCII, else in UTF-16.
    private func entry(_ key: String, in file: String) -> String? {
        guard let start = file.range(of: "/\(key) ")?.upperBound else { return nil }
        let value = file[start...].prefix { $0 != "\n" }
        guard value.hasPrefix("<FEFF") else { return String(value.dropFirst().dropLast()) }
        let digits = Array(value.dropFirst(5).dropLast())
        let units = stride(from: 0, to: digits.count, by: 4).compactMap {
            UInt16(String(digits[$0..<min($0 + 4, digits.count)]), radix: 16)
        }
        return String(decoding: units, as: UTF16.self)
    }

    @Test("text is text, its font embedded; both weights")
    func fonts() throws {
        let text = try text(of: CairoRenderer().pdf(size: sampleSize, draw: draw))
        #expect(text.contains("+DejaVuSans\n") || text.contains("+DejaVuSans "))
        #expect(text.contains("+DejaVu-Sans-Bold") || text.contains("+DejaVuSans-Bold"))
        #expect(text.contains("/FontFile") && text.contains("/ToUnicode"))
        let empty = try self.text(
            of: CairoRenderer().pdf(size: sampleSize) { canvas in
                canvas.draw("\n", at: Point(x: 0, y: 0), font: Font(size: 9), color: .pureRed, angle: 0)
            })
        #expect(!empty.contains("/FontFile"))
    }

    @Test("a picture drawn on many threads is the same on each, though Cairo keeps fonts for all of them")
    func threads() async throws {
        let reference = try CairoRenderer().pdf(size: sampleSize, draw: drawSample)
        let areSame = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask { (try? CairoRenderer().pdf(size: sampleSize, draw: drawSample)) == reference }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(areSame)
    }

    @Test("pages that are empty or too large for Cairo are errors")
    func unusablePages() {
        for side in [0, -1, .nan, .infinity, 0.2, 1e6] {
            #expect(throws: RendererError.self) {
                try CairoRenderer().pdf(size: Size(width: side, height: 100)) { _ in Issue.record("something is drawn")
                }
            }
        }
    }

    @Test("a canvas that was kept beyond its drawing changes nothing and does no harm")
    func keptCanvas() throws {
        var kept: CairoCanvas?
        let pdf = try CairoRenderer().pdf(size: sampleSize) { kept = $0 }
        kept?.fill(.closed((0, 0), (4, 0), (4, 4), (0, 4)), color: .pureBlack)
        kept?.draw("late", at: Point(x: 9, y: 9), font: Font(size: 9), color: .pureBlack, angle: 0)
        kept = nil
        #expect(try pdf == CairoRenderer().pdf(size: sampleSize) { _ in })
    }

    @Test("text is measured by the same widths on every canvas")
    func metrics() throws {
        let metrics = try FontMetrics()
        for font in [Font(size: 9), Font(size: 11.5, weight: .bold)] {
            for text in ["", "Decision AV −0.5 λ", "漢\u{200d}"] {
                _ = try CairoRenderer().pdf(size: sampleSize) { canvas in
                    #expect(canvas.extents(of: text, font: font) == metrics.extents(of: text, font: font))
                }
                _ = try pixels(1, 1) { canvas in
                    #expect(canvas.extents(of: text, font: font) == metrics.extents(of: text, font: font))
                }
            }
        }
    }
}
