import CairoRenderer
import Foundation
import Geometry
import Plotting
import SVGRenderer
import Testing

@Suite("SVG and PDF show what PNG shows")
struct VectorPictureTests {
    @Test("every kind of picture makes a small file, and the same a second time", arguments: VectorPicture.allCases)
    func fileSizes(picture: VectorPicture) throws {
        let page = try picture.page()
        let (svg, pdf) = try (page.svg(), page.pdf())
        // The outlines of a density have thousands of points, however many points it has.
        let limit = picture == .density ? 90_000 : 60_000
        #expect(svg.count < limit && pdf.count < 120_000, "\(svg.count) and \(pdf.count) bytes")
        #expect(try page.svg() == svg)
        #expect(try page.pdf() == pdf)
    }

    @Test("every text is in the SVG once, in its place, and all numbers are finite", arguments: VectorPicture.allCases)
    func texts(picture: VectorPicture) throws {
        let page = try picture.page()
        var recorder = TextRecorder(metrics: try FontMetrics())
        page.draw(on: &recorder)
        let svg = String(decoding: try page.svg(), as: UTF8.self)
        let written = svg.matches(of: /<text x="([^"]*)" y="([^"]*)"[^>]*>([^<]*)<\/text>/)
        #expect(written.count == recorder.texts.count && written.count > 5)
        for (written, drawn) in zip(written, recorder.texts) {
            #expect(written.3 == drawn.text)
            #expect(try abs(#require(Double(written.1)) - drawn.origin.x) < 0.0051)
            #expect(try abs(#require(Double(written.2)) - drawn.origin.y) < 0.0051)
        }
        #expect(svg.firstMatch(of: /[" ](-?inf|nan)/) == nil)
        let identifiers = svg.matches(of: /\sid="([^"]*)"/).map(\.1)
        #expect(Set(identifiers).count == identifiers.count && !identifiers.isEmpty)
    }

    @Test(
        "other programs draw nearly the same pixels", .enabled(if: Rasterizer.areInstalled, Rasterizer.advice),
        arguments: VectorPicture.allCases)
    func pixels(picture: VectorPicture) throws {
        let page = try picture.page()
        for dpi in [75.0, 150, 225] {
            let bitmap = try CairoRenderer(dpi: dpi).bitmap(size: page.size) { page.draw(on: &$0) }
            for rasterizer in Rasterizer.allCases {
                let other = try rasterizer.picture(of: page.file(for: rasterizer), size: page.size, dpi: dpi)
                let difference = PictureDifference(expected: PixelPicture(bitmap), actual: other)
                // Our renderer aligns frames and letters to whole pixels; the others do not.
                #expect(difference.isSameSize && difference.mean < 3, "\(rasterizer), \(dpi) dpi: \(difference)")
            }
        }
    }

    @Test(
        "nothing shines through between fills", .enabled(if: Rasterizer.areInstalled, Rasterizer.advice),
        arguments: [VectorPicture.moons, .fiveClasses, .sheet, .heatMap])
    func seams(picture: VectorPicture) throws {
        let page = try picture.page().onlyFills
        for (rasterizer, dpi) in scales {
            let file = try page.file(for: rasterizer)
            let seam = Seam(in: try rasterizer.picture(of: file, size: page.size, dpi: dpi))
            // The tip of a pointed region is as narrow as a seam.
            #expect(seam.inkCount > 1000 && seam.pixelCount < 20, "\(rasterizer), \(dpi) dpi: \(seam)")
        }
    }

    @Test(
        "a seam is found between fills that only touch", .enabled(if: Rasterizer.areInstalled, Rasterizer.advice))
    func foundSeam() throws {
        func draw(on canvas: inout some Canvas) {
            canvas.fill(Path(Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 50)), color: Seam.ground)
            canvas.fill(Path(Rectangle(minX: 0, minY: 0, maxX: 40.37, maxY: 50)), color: Seam.ink)
            canvas.fill(Path(Rectangle(minX: 40.37, minY: 0, maxX: 100, maxY: 50)), color: Seam.ink)
        }
        let size = Size(width: 100, height: 50)
        let svg = SVGRenderer(measuring: try FontMetrics()).svg(size: size) { draw(on: &$0) }
        let seam = Seam(in: try Rasterizer.librsvg.picture(of: svg, size: size, dpi: 150))
        #expect(seam.pixelCount > 90)
    }

    private var scales: [(Rasterizer, Double)] {
        Rasterizer.allCases.flatMap { rasterizer in [75.0, 150, 225].map { (rasterizer, $0) } }
    }
}

extension VectorPicture.Page {
    fileprivate func svg() throws -> [UInt8] {
        SVGRenderer(measuring: try FontMetrics()).svg(size: size, title: "a title") { draw(on: &$0) }
    }

    fileprivate func pdf() throws -> [UInt8] {
        try CairoRenderer().pdf(size: size, title: "a title") { draw(on: &$0) }
    }

    fileprivate func file(for rasterizer: Rasterizer) throws -> [UInt8] {
        switch rasterizer {
        case .poppler: try pdf()
        case .librsvg: try svg()
        }
    }

    /// The areas and tiles only, in one colour on another background, so that gaps are visible.
    fileprivate var onlyFills: Self {
        switch self {
        case .figure(var figure):
            figure.axes = Self.onlyFills(of: figure.axes)
            return .figure(figure)
        case .sheet(var sheet):
            for index in sheet.panels.indices {
                sheet.panels[index].axes = Self.onlyFills(of: sheet.panels[index].axes)
            }
            return .sheet(sheet)
        }
    }

    private static func onlyFills(of axes: Axes) -> Axes {
        var axes = axes
        axes.background = Seam.ground
        axes.legend = Legend()
        axes.marks = axes.marks.compactMap { mark in
            if let area = mark as? AreaMark { return AreaMark(area.polygons, color: Seam.ink) }
            guard let table = mark as? TileMark else { return nil }
            return TileMark(
                columnCount: table.columnCount, tiles: table.tiles.map { _ in TileMark.Tile(color: Seam.ink) })
        }
        return axes
    }
}

/// The pixels that show a green background between two dark grey fills.
private struct Seam: CustomStringConvertible {
    static let ground = Color(bytes: 0, 255, 0)
    static let ink = Color(bytes: 40, 40, 40)

    private(set) var pixelCount = 0
    private(set) var inkCount = 0

    /// Counts pixels greener than ink with ink three pixels away on two opposite sides.
    init(in picture: PixelPicture) {
        func greenness(_ column: Int, _ row: Int) -> Int {
            let pixel = picture[column, row]
            return Int(pixel >> 8 & 0xff) - Int(pixel >> 16 & 0xff)
        }
        func isInk(_ column: Int, _ row: Int) -> Bool { picture[column, row] & 0xff_ffff == 0x28_2828 }
        for row in 3..<picture.height - 3 {
            for column in 3..<picture.width - 3 {
                if isInk(column, row) { inkCount += 1 }
                guard greenness(column, row) > 6 else { continue }
                if isInk(column - 3, row) && isInk(column + 3, row) || isInk(column, row - 3) && isInk(column, row + 3)
                {
                    pixelCount += 1
                }
            }
        }
    }

    var description: String { "\(pixelCount) pixels of a seam beside \(inkCount) of ink" }
}

/// A canvas that records its texts.
private struct TextRecorder: Canvas {
    let metrics: FontMetrics
    var texts: [(text: String, origin: Point)] = []

    func extents(of text: String, font: Font) -> TextExtents { metrics.extents(of: text, font: font) }
    mutating func fill(_ path: Path, color: Color) {}
    mutating func stroke(_ path: Path, style: StrokeStyle) {}
    mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double) {
        texts.append((text, origin))
    }
    mutating func clip(to rectangle: Rectangle, _ body: (inout Self) -> Void) { body(&self) }
}
