import Geometry
import Plotting
import Testing

@Suite("Titles fit the page, whatever is written")
struct TitleTests {
    private func lines(_ title: String, subtitle: String = "", width: Double = 6.4) -> [PlacedText] {
        let figure = twoClassFigure(size: inches(width, 4.8), title: title, subtitle: subtitle)
        return FigureLayout(of: figure, measuring: RecordingCanvas()).titleLines
    }

    @Test("A title that fits has its full size and starts above the frame's left edge")
    func fits() throws {
        let figure = twoClassFigure(title: "Short", subtitle: "")
        let layout = FigureLayout(of: figure, measuring: RecordingCanvas())
        let line = try #require(layout.titleLines.first)
        #expect(layout.titleLines.count == 1)
        #expect(line.text == "Short")
        #expect(line.font == Theme.light.titleFont)
        #expect(line.origin.x == layout.plotRectangle.minX)
    }

    @Test("A title a little too wide is set smaller")
    func shrinks() {
        let title = String(repeating: "Title ", count: 13).dropLast()
        let lines = lines(String(title))
        #expect(lines.map(\.text) == [String(title)])
        #expect(lines[0].font.size < Theme.light.titleFont.size)
        #expect(lines[0].font.size >= 0.75 * Theme.light.titleFont.size)
    }

    @Test("A wider one is broken where the longer line is shortest")
    func breaks() {
        let words = Array(repeating: "word", count: 20)
        let texts = lines(words.joined(separator: " ")).map(\.text)
        #expect(texts == [words[..<10].joined(separator: " "), words[10...].joined(separator: " ")])
    }

    @Test("An absurd one ends with an ellipsis in the second line", arguments: ["word ", "x", "Ω≈ç√ ", "日本語"])
    func ellipsis(part: String) {
        let texts = lines(String(repeating: part, count: 1000)).map(\.text)
        #expect(texts.count <= 2 && !texts.isEmpty)
        #expect(texts.last?.last == "…")
        #expect(texts.allSatisfy { $0.count > 20 })
    }

    @Test("No title takes no room")
    func empty() {
        #expect(lines("").isEmpty)
        #expect(lines(" \n\t ").isEmpty)
        let with = FigureLayout(of: twoClassFigure(), measuring: RecordingCanvas()).plotRectangle
        let without = FigureLayout(of: twoClassFigure(title: "", subtitle: ""), measuring: RecordingCanvas())
            .plotRectangle
        #expect(without.minY < with.minY - 20)
        #expect(without.maxY == with.maxY)
    }

    @Test("Line breaks and tabs are spaces")
    func lineBreaks() {
        #expect(lines("one\ntwo\t\u{7}three").map(\.text) == ["one two three"])
    }

    @Test("The second line loses whole parts before it is cut")
    func subtitleParts() {
        let subtitle = "accuracy 98.0 % · cost 0.1342 · λ 0.001"
        #expect(lines("", subtitle: subtitle).map(\.text) == [subtitle])
        #expect(lines("", subtitle: subtitle, width: 1.6).map(\.text) == ["accuracy 98.0 % · cost 0.1342"])
        let word = lines("", subtitle: String(repeating: "y", count: 300)).map(\.text)
        #expect(word.first?.last == "…")
    }
}
