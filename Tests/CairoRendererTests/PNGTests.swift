import CairoRenderer
import Geometry
import PNGReader
import Plotting
import Testing

@Suite struct PNGTests {
    @Test("a PNG has the page's pixels, states the resolution and carries the texts in order")
    func file() throws {
        let texts = [
            PNGText(keyword: "Title", value: "hidden 3"), PNGText(keyword: "Description", value: "λ 0.001 · ¼\nnext"),
            PNGText(keyword: "Software", value: ""),
        ]
        let file = try CairoRenderer(dpi: 150).png(size: sampleSize, texts: texts, draw: drawSample)
        let picture = try DecodedPNG(file)
        #expect(picture.width == 417 && picture.height == 208)
        #expect(picture.bitDepth == 8 && picture.colorType == .rgb)
        #expect(picture.pixelsPerMetre?.x == 5906 && picture.pixelsPerMetre?.y == 5906)
        #expect(picture.texts.map(\.chunk) == ["tEXt", "iTXt", "tEXt"])
        #expect(picture.texts.map(\.keyword) == texts.map(\.keyword))
        #expect(picture.texts.map(\.value) == texts.map(\.value))
        #expect(picture.chunks.first == "IHDR" && picture.chunks.contains("sRGB"))
    }

    @Test("a text for programs is iTXt always, and compressed beyond 1 KiB; the others stay as they are")
    func compressible() throws {
        func file(_ value: String) throws -> DecodedPNG {
            let texts = [
                PNGText(keyword: "Title", value: value),
                PNGText(keyword: "record", value: value, isCompressible: true),
                PNGText(keyword: "Software", value: value),
            ]
            return try DecodedPNG(pixels(1, 1) { _ in }.png(dpi: 72, texts: texts))
        }
        for value in ["", "short", String(repeating: "a", count: 1024)] {
            #expect(try file(value).texts.map(\.chunk) == ["tEXt", "iTXt", "tEXt"])
            #expect(try file(value).texts.map(\.value) == [value, value, value])
        }
        // The reader does not decode compressed texts.
        let value = String(repeating: "a", count: 1025)
        #expect(try file(value).texts.map(\.keyword) == ["Title", "Software"])
        #expect(try file(value).chunks.filter { $0.hasSuffix("Xt") } == ["tEXt", "iTXt", "tEXt"])
    }

    @Test("the decoded pixels equal the bitmap")
    func pixelsSurvive() throws {
        let bitmap = try CairoRenderer(dpi: 100).bitmap(size: sampleSize, draw: drawSample)
        #expect(try DecodedPNG(bitmap.png(dpi: 100)).pixels == bitmap.rgb)
    }

    @Test(
        "up to 256 colours are a palette, more are RGB; the pixels are the same",
        arguments: [(1, true), (2, true), (17, true), (256, true), (257, false)])
    func palette(colorCount: Int, hasPalette: Bool) throws {
        // White is one of the colours: the last row has a pixel that none of the fills covers.
        let bitmap = try pixels(20, 13 + 1) { canvas in
            for color in 0..<(colorCount - 1) {
                let corner = Point(x: Double(color % 20), y: Double(color / 20))
                canvas.fill(
                    .rectangle(Rectangle(origin: corner, size: Size(width: 1, height: 1))),
                    color: Color(red: Double(color % 16) / 15, green: Double(color / 16) / 17, blue: 0.5))
            }
        }
        let picture = try DecodedPNG(bitmap.png(dpi: 72))
        #expect(picture.pixels == bitmap.rgb)
        #expect(picture.colorType == (hasPalette ? .palette : .rgb))
        #expect(picture.bitDepth == 8)
    }

    @Test("the number of threads changes no byte", arguments: [false, true])
    func threads(isTransparent: Bool) throws {
        let size = Size(width: 200, height: 1500)
        let bitmap = try CairoRenderer(dpi: 72).bitmap(size: size, isTransparent: isTransparent, draw: drawSample)
        let file = try bitmap.png(dpi: 72)
        let picture = try DecodedPNG(file)
        #expect(isTransparent || picture.pixels == bitmap.rgb)
        #expect(picture.alphas[150 * 200 + 3] == (isTransparent ? 0 : 255))
        for threads in 2...5 { #expect(try bitmap.png(dpi: 72, threads: threads) == file) }
    }

    @Test("undrawn parts of a transparent page are transparent, and colours are not premultiplied")
    func transparent() throws {
        let half = Color(red: 1, green: 0.4, blue: 0, alpha: 0.5)
        func draw(on canvas: inout CairoCanvas) {
            canvas.fill(.closed((0, 0), (20, 0), (20, 20), (0, 20)), color: Color.pureBlack.opacity(0))
            canvas.fill(.closed((0, 0), (20, 0), (20, 10), (0, 10)), color: .pureRed)
            canvas.fill(.closed((0, 10), (20, 10), (20, 15), (0, 15)), color: half)
        }
        let size = Size(width: 20, height: 20)
        let bitmap = try CairoRenderer(dpi: 72).bitmap(size: size, isTransparent: true, draw: draw)
        #expect([0, 12, 17].map { bitmap.alpha(3, $0) } == [255, 128, 0])
        let picture = try DecodedPNG(bitmap.png(dpi: 72))
        #expect(picture.colorType == .rgbAlpha && picture.bitDepth == 8)
        let rows = [0, 12, 17]
        #expect(rows.map { picture.alphas[$0 * 20] } == [255, 128, 0])
        #expect(picture[3, 0] == [255, 0, 0])
        let shade = picture[3, 12].map(Int.init)
        #expect(shade[0] == 255 && abs(shade[1] - 102) <= 2 && shade[2] == 0)
        let opaque = try DecodedPNG(CairoRenderer(dpi: 72).png(size: size, draw: draw))
        #expect(opaque.colorType == .palette && opaque.alphas.allSatisfy { $0 == 255 })
    }

    @Test("the resolution is rounded to whole pixels per metre", arguments: [(72.0, 2835), (96, 3780), (600, 23622)])
    func resolution(dpi: Double, pixelsPerMetre: Int) throws {
        let file = try CairoRenderer(dpi: dpi).png(size: Size(width: 10, height: 10)) { _ in }
        #expect(try DecodedPNG(file).pixelsPerMetre?.x == pixelsPerMetre)
    }

    @Test("a resolution that cannot be stated is left out", arguments: [0, -1, .nan, .infinity, 1e300, 1e-9])
    func unstatedResolution(dpi: Double) throws {
        let file = try pixels(1, 1) { _ in }.png(dpi: dpi)
        #expect(try DecodedPNG(file).pixelsPerMetre == nil)
    }

    @Test(
        "a keyword that PNG forbids is an error that shows it",
        arguments: ["", " a", "a ", "a  b", "λ", "a\nb", String(repeating: "a", count: 80)])
    func keyword(keyword: String) throws {
        let bitmap = try pixels(1, 1) { _ in }
        #expect(throws: RendererError.unusableTextKeyword(keyword)) {
            try bitmap.png(dpi: 72, texts: [PNGText(keyword: keyword, value: "")])
        }
    }

    @Test("a zero character in a text is left out")
    func zeroCharacter() throws {
        let file = try pixels(1, 1) { _ in }.png(dpi: 72, texts: [PNGText(keyword: "Title", value: "a\0b")])
        #expect(try DecodedPNG(file).texts.map(\.value) == ["ab"])
    }

    @Test("a truncated or changed file is an error")
    func corrupt() throws {
        let file = try pixels(9, 9) { $0.fill(.closed((0, 0), (9, 3), (3, 9)), color: .pureRed) }.png(dpi: 72)
        for count in 0..<file.count {
            #expect(throws: PNGReadingError.self) { try DecodedPNG(Array(file.prefix(count))) }
        }
        for index in file.indices {
            var changed = file
            changed[index] ^= 0x40
            #expect(throws: PNGReadingError.self) { try DecodedPNG(changed) }
        }
    }
}
