import CairoRenderer
import Geometry
import PNGReader
import Plotting
import Testing

@Suite struct CairoRendererTests {
    @Test("a PNG has the page's pixels, states the resolution and carries the texts")
    func pngFile() throws {
        let texts = [PNGText(keyword: "Title", value: "hidden 3"), PNGText(keyword: "Description", value: "λ 0.001")]
        let file = try CairoRenderer(dpi: 150).png(size: Size(width: 96, height: 48), texts: texts) { canvas in
            canvas.draw(
                "λ −0.5", at: Point(x: 10, y: 20), font: Font(size: 9), color: Color(red: 0, green: 0, blue: 0),
                angle: 0)
        }
        let picture = try DecodedPNG(file)
        #expect(picture.width == 200 && picture.height == 100)
        #expect(picture.pixelsPerMetre?.x == 5906 && picture.pixelsPerMetre?.y == 5906)
        #expect(picture.texts.map(\.chunk) == ["tEXt", "iTXt"])
        #expect(picture.texts.map(\.value) == texts.map(\.value))
        #expect(picture.pixels.contains { $0 < 64 })
    }
}
