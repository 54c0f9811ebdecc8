import Geometry
import Plotting
import Testing

@Suite("Later things lie above earlier ones")
struct DrawingOrderTests {
    private let canvas = RecordingCanvas(drawing: twoClassFigure())
    private let theme = Theme.light
    private let palette = Palette.standard(classCount: 2)

    private func firstIndex(_ isMatch: @escaping (RecordingCanvas.Call) -> Bool) throws -> Int {
        try #require(canvas.calls.indices.first { isMatch(canvas.calls[$0]) })
    }

    private func firstFill(_ color: Color) throws -> Int {
        try firstIndex { if case .fill(_, color) = $0 { true } else { false } }
    }

    @Test("Page, first region, later regions, boundary, points, rings, frame, legend")
    func order() throws {
        let page = try firstFill(theme.pageColor)
        let ground = try firstFill(palette[0].tint)
        let region = try firstFill(palette[1].tint)
        let boundary = try firstIndex { call in
            if case .stroke(_, let style) = call { style.color == theme.boundaryColor } else { false }
        }
        let points = try firstFill(palette[0].color)
        let ring = try firstFill(.black)
        let frame = try firstIndex { call in
            if case .stroke(_, let style) = call { style.color == theme.frameColor } else { false }
        }
        let legend = try firstFill(theme.legendColor)
        let order = [page, ground, region, boundary, points, ring, frame, legend]
        #expect(order == order.sorted())
        #expect(page == 0)
    }

    @Test("The first region fills the whole plot, so that no seam can show beneath the others")
    func ground() throws {
        let plot = FigureLayout(of: twoClassFigure(), measuring: RecordingCanvas()).plotRectangle
        #expect(canvas.fills(of: palette[0].tint).first == Path(plot))
    }

    @Test("Marks are drawn within the clip, and everything else outside of it")
    func clip() throws {
        let begin = try firstIndex { if case .beginClip = $0 { true } else { false } }
        let end = try firstIndex { $0 == .endClip }
        #expect(try begin < firstFill(palette[0].tint))
        #expect(try firstFill(.black) < end)
        let texts = canvas.calls.indices.filter { index in
            if case .text = canvas.calls[index] { true } else { false }
        }
        #expect(texts.allSatisfy { $0 > end })
    }

    @Test("All tick labels, titles and names are written, with true minus signs")
    func texts() {
        for text in ["\u{2212}2.0", "0.0", "2.0", "x1", "x2", "0", "1", "misclassified"] {
            #expect(canvas.texts.contains(text), "\(text)")
        }
        #expect(!canvas.texts.contains { $0.contains("-") })
    }
}
