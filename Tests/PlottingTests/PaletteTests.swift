import Testing

@testable import Plotting

@Suite("Palettes")
struct PaletteTests {
    @Test("No two classes of the defaults look alike to anybody, up to eight classes", arguments: 1...8)
    func defaults(classCount: Int) {
        let palette = Palette.standard(classCount: classCount)
        #expect(palette.lookalikes(classCount: classCount).isEmpty)
        for vision in ColorVision.allCases {
            for second in 0..<classCount {
                for first in 0..<second {
                    #expect(vision.distance(palette[first].color, palette[second].color) >= 12)
                    #expect(vision.distance(palette[first].tint, palette[second].tint) >= 5)
                }
            }
        }
    }

    @Test(
        "The tints of all classes are about as strong as each other, and none is nearly the page",
        arguments: [Theme.light, .dark, .print], 2...8)
    func strengths(theme: Theme, classCount: Int) {
        let tints = Palette.standard(classCount: classCount).adapted(to: theme.ground).swatches.map(\.tint)
        let strengths = tints.map { ColorVision.normal.distance($0, theme.groundColor) }
        let (least, greatest) = (strengths.min() ?? 0, strengths.max() ?? .infinity)
        #expect(least > 6)
        #expect(greatest < (classCount <= 4 ? 1.25 : theme.ground == .dark ? 2.2 : 1.6) * least, "\(strengths)")
        if classCount == 2 && theme.ground == .light {
            #expect(abs(OKLab(tints[0]).lightness - OKLab(tints[1]).lightness) < 0.003)
        }
    }

    @Test("Beyond eight classes the defaults are told apart by normal sight", arguments: [9, 12, 100])
    func manyClasses(classCount: Int) {
        let palette = Palette.standard(classCount: classCount)
        #expect(palette.swatches.count == classCount)
        #expect(palette.lookalikes(classCount: classCount).isEmpty)
        // The first eight are those that a reader knows.
        #expect(palette.swatches.prefix(8).map(\.color) == Palette.qualitative.swatches.map(\.color))
        for second in 0..<classCount {
            for first in 0..<second {
                #expect(ColorVision.normal.distance(palette[first].color, palette[second].color) >= 4)
                #expect(ColorVision.normal.distance(palette[first].tint, palette[second].tint) >= 1.5)
            }
        }
    }

    @Test("Named palettes keep what they promise", arguments: Palette.Name.allCases)
    func promises(name: Palette.Name) {
        let safeCount = [
            Palette.Name.spectral: 3, .okabeIto: 6, .petroff: 6, .viridis: 5, .gray: 5,
        ]
        for classCount in [2, 3, 5, 6] {
            let palette = Palette.named(name, classCount: classCount)
            #expect(palette.swatches.count == classCount)
            let alike = palette.lookalikes(classCount: classCount)
            #expect(alike.isEmpty == (classCount <= safeCount[name] ?? 0), "\(classCount) classes")
            if name != .gray { #expect(alike.allSatisfy { $0.kind == .points }) }
            for swatch in palette.swatches {
                #expect(ColorVision.normal.distance(swatch.tint, .black) > 75)
            }
        }
    }

    @Test(
        "Eight regions of a named palette are told apart",
        arguments: [Palette.Name.spectral, .okabeIto, .petroff, .viridis])
    func eightRegions(name: Palette.Name) {
        #expect(Palette.named(name, classCount: 8).lookalikes(classCount: 8).allSatisfy { $0.kind == .points })
    }

    @Test("Named palettes have the colours of their sources")
    func sources() {
        #expect(Palette.named(.spectral, classCount: 2) == .spectral)
        #expect(Palette.named(.okabeIto, classCount: 3).swatches.map(\.color).contains(Color(bytes: 86, 180, 233)))
        #expect(Palette.named(.petroff, classCount: 7)[0].color == Color(bytes: 24, 69, 251))
        #expect(Palette.named(.petroff, classCount: 3)[2].color == Color(bytes: 228, 37, 54))
        #expect(Palette.named(.viridis, classCount: 3)[0].color == Color(bytes: 68, 1, 84))
        let greys = Palette.named(.gray, classCount: 4).swatches.map(\.color)
        #expect(greys.allSatisfy { $0.red == $0.green && $0.green == $0.blue })
        #expect(zip(greys, greys.dropFirst()).allSatisfy { $0.red < $1.red })
    }

    @Test("A lookalike says who, what and for whom")
    func lookalike() throws {
        let palette = Palette([
            .init(color: Color(bytes: 255, 0, 0), tint: Color(bytes: 240, 220, 220)),
            .init(color: Color(bytes: 0, 0, 255), tint: Color(bytes: 200, 200, 240)),
            .init(color: Color(bytes: 250, 2, 0), tint: Color(bytes: 220, 250, 220)),
        ])
        let alike = try #require(palette.lookalikes(classCount: 3).first { $0.kind == .points })
        #expect((alike.first, alike.second) == (0, 2))
        #expect(alike.distance < 2)
        #expect(alike.distance == ColorVision.allCases.map { $0.distance(palette[0].color, palette[2].color) }.min())
        #expect(palette.lookalikes(classCount: 2).isEmpty)
        // A repeating palette has classes with equal colours.
        #expect(palette.lookalikes(classCount: 4).contains { $0.first == 0 && $0.second == 3 && $0.distance == 0 })
    }

    @Test("Colours in hexadecimal digits", arguments: [("#1aF", [17, 170, 255]), (" #E69f00 ", [230, 159, 0])])
    func hexadecimal(text: String, bytes: [UInt8]) throws {
        #expect(Color(hexadecimal: text) == Color(bytes: bytes[0], bytes[1], bytes[2]))
        let palette = try Palette(hexadecimal: [text, "#000"], classCount: 1)
        #expect(palette.swatches.map(\.color) == [Color(bytes: bytes[0], bytes[1], bytes[2])])
    }

    @Test(
        "What is not a colour is named, with its place",
        arguments: [
            "", "#", "red", "#12", "#1234", "#12345", "#1234567", "#ggg", "#１２３", "1aF", "##123", "#+12", "# 12",
        ])
    func notAColor(item: String) {
        #expect(throws: PaletteError.notAColor(item: item, position: 2)) {
            try Palette(hexadecimal: ["#fff", item, "#000"], classCount: 2)
        }
        #expect(PaletteError.notAColor(item: item, position: 2).description.contains("\"\(item)\", item 2"))
    }

    @Test("Too few colours for the classes are an error")
    func tooFew() {
        #expect(throws: PaletteError.tooFewColors(count: 2, classCount: 3)) {
            try Palette(hexadecimal: ["#fff", "#000"], classCount: 3)
        }
        #expect(throws: PaletteError.tooFewColors(count: 0, classCount: 1)) {
            try Palette(hexadecimal: [], classCount: 1)
        }
    }
}
