import Foundation
import Geometry
import Testing

@testable import Plotting

@Suite("Tiles cover a table evenly")
struct TileMarkTests {
    private let light = Color(bytes: 240, 240, 240)
    private let dark = Color(bytes: 90, 20, 60)

    private func space(_ columnCount: Int, _ rowCount: Int, width: Double = 300, height: Double = 200) -> PlotSpace {
        PlotSpace(
            rectangle: Rectangle(minX: 10, minY: 20, maxX: 10 + width, maxY: 20 + height),
            xLimits: -0.5...(Double(columnCount) - 0.5), yLimits: -0.5...(Double(rowCount) - 0.5), theme: .light,
            markerRadius: 2)
    }

    private func calls(_ mark: TileMark, in space: PlotSpace) -> [RecordingCanvas.Call] {
        var canvas = RecordingCanvas()
        mark.draw(on: &canvas, in: space)
        return canvas.calls
    }

    private func fills(_ mark: TileMark, in space: PlotSpace) -> [(rectangle: Rectangle, color: Color)] {
        calls(mark, in: space).compactMap { call in
            guard case .fill(let path, let color) = call else { return nil }
            let corners = path.elements.compactMap { element in
                switch element {
                case .move(let point), .line(let point): point
                default: nil
                }
            }
            let (x, y) = (corners.map(\.x), corners.map(\.y))
            return (Rectangle(minX: x.min() ?? 0, minY: y.min() ?? 0, maxX: x.max() ?? 0, maxY: y.max() ?? 0), color)
        }
    }

    /// Tiles of different greys.
    private func greys(_ columnCount: Int, _ rowCount: Int) -> TileMark {
        let count = columnCount * rowCount
        return TileMark(
            columnCount: columnCount,
            tiles: (0..<count).map { index in
                let grey = (Double(index) + 1) / Double(count + 1)
                return TileMark.Tile(color: Color(red: grey, green: grey, blue: grey))
            })
    }

    @Test("The last colour painted at the middle of a tile is its own, and all of the plot is covered")
    func colors() {
        let (mark, space) = (greys(5, 3), space(5, 3))
        let fills = fills(mark, in: space)
        for row in 0..<3 {
            for column in 0..<5 {
                for offset in [-0.499, 0, 0.499] {
                    let point = space.position(of: Point(x: Double(column) + offset, y: Double(row) + offset))
                    let color = fills.last { $0.rectangle.contains(point) }?.color
                    #expect(color == mark.tiles[row * 5 + column].color)
                }
            }
        }
    }

    @Test("A tile reaches beneath its later neighbours, so that nothing shines through at the edges")
    func seams() {
        let (mark, space) = (greys(7, 6), space(7, 6, width: 97, height: 31))
        let fills = fills(mark, in: space)
        // Rows from the top of the page, each from the left.
        for index in fills.indices {
            let area = fills[index].rectangle
            let isLast = (column: index % 7 == 6, row: index / 7 == 5)
            let right = isLast.column ? space.rectangle.maxX : fills[index + 1].rectangle.minX + TileMark.overlap
            let bottom = isLast.row ? space.rectangle.maxY : fills[index + 7].rectangle.minY + TileMark.overlap
            #expect(abs(area.maxX - right) < 1e-9 && abs(area.maxY - bottom) < 1e-9)
        }
    }

    @Test("Text stands in the middle, dark on light and white on dark")
    func text() throws {
        let mark = TileMark(
            columnCount: 2, tiles: [TileMark.Tile(color: light, text: "3.1"), TileMark.Tile(color: dark, text: "12.5")])
        let space = space(2, 1)
        var canvas = RecordingCanvas()
        mark.draw(on: &canvas, in: space)
        #expect(canvas.texts == ["3.1", "12.5"])
        for (index, (_, box)) in canvas.textBoxes.enumerated() {
            #expect(abs(box.center.x - space.x(Double(index))) < 1e-9)
            #expect(abs(box.center.y - space.y(0)) < 3)
        }
        let inks = canvas.calls.compactMap { call in
            if case .text(_, _, _, let color, _) = call { color } else { nil }
        }
        try #require(inks.count == 2)
        #expect(OKLab(inks[0]).lightness < 0.3 && inks[1] == .white)
    }

    @Test(
        "Ink has enough contrast to be read on every colour of the maps",
        arguments: Theme.Ground.allCases.flatMap { [ColorMap.crimson(on: $0), .violet(on: $0)] })
    func contrast(map: ColorMap) {
        // WCAG 2.
        func luminance(_ color: Color) -> Double {
            func linear(_ c: Double) -> Double { c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
        }
        for value in stride(from: 0, through: 1, by: 0.01) {
            let (ground, ink) = (luminance(map(value)), luminance(TileMark.ink(on: map(value))))
            #expect((max(ground, ink) + 0.05) / (min(ground, ink) + 0.05) > 4.1)
        }
    }

    @Test("All texts have the size that fits the widest, or are left out")
    func evenText() {
        let tiles = ["1", "0.132"].map { TileMark.Tile(color: light, text: $0) }
        func fonts(_ width: Double, _ height: Double = 40) -> [Font] {
            calls(TileMark(columnCount: 2, tiles: tiles), in: space(2, 1, width: width, height: height)).compactMap {
                if case .text(_, _, let font, _, _) = $0 { font } else { nil }
            }
        }
        #expect(fonts(300) == [Theme.light.tickLabelFont, Theme.light.tickLabelFont])
        let smaller = fonts(50)
        #expect(smaller.count == 2 && smaller[0] == smaller[1])
        #expect((Theme.light.minimumFontSize..<Theme.light.tickLabelFont.size).contains(smaller[0].size))
        #expect(0.6 * 5 * smaller[0].size <= 25)
        #expect(fonts(30).isEmpty)
        #expect(fonts(300, 5).isEmpty)
    }

    @Test("A framed tile has a dark and a white line within it", arguments: [200.0, 30, 6])
    func frame(width: Double) throws {
        var mark = greys(4, 2)
        mark.tiles[5].isFramed = true
        let space = space(4, 2, width: width, height: width)
        let strokes = calls(mark, in: space).compactMap { call in
            if case .stroke(let path, let style) = call { (path: path, style: style) } else { nil }
        }
        try #require(strokes.count == 2)
        #expect(strokes.map(\.style.color) == [.white, Theme.light.titleColor])
        let tile = Rectangle(minX: space.x(0.5), minY: space.y(1.5), maxX: space.x(1.5), maxY: space.y(0.5))
        for stroke in strokes {
            for case .line(let point) in stroke.path.elements {
                #expect(tile.expanded(by: 1e-9 - stroke.style.width / 2).contains(point))
            }
        }
    }

    @Test("A table without rows draws nothing")
    func empty() {
        #expect(calls(TileMark(columnCount: 3, tiles: []), in: space(3, 1)).isEmpty)
    }
}
