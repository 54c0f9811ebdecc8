import Plotting
import Testing

@Suite("Themes and their grounds")
struct ThemeTests {
    @Test(
        "On a dark ground the defaults are told apart as on a light one, and points stand out", arguments: [2, 3, 5, 8])
    func dark(classCount: Int) {
        let palette = Palette.standard(classCount: classCount).adapted(to: .dark)
        #expect(palette.lookalikes(classCount: classCount).isEmpty)
        for swatch in palette.swatches {
            #expect(ColorVision.normal.distance(swatch.tint, .black) < 45)
            for other in palette.swatches {
                #expect(ColorVision.normal.distance(swatch.color, other.tint) > 15)
            }
        }
    }

    @Test("On a light ground a palette is itself, and in print it keeps its points", arguments: [2, 3, 8])
    func lightAndPrint(classCount: Int) {
        let palette = Palette.standard(classCount: classCount)
        #expect(palette.adapted(to: .light) == palette)
        let printed = palette.adapted(to: .print)
        #expect(printed.swatches.map(\.color) == palette.swatches.map(\.color))
        for (index, swatch) in printed.swatches.enumerated() {
            #expect(ColorVision.normal.distance(swatch.tint, .white) < 17)
            for other in printed.swatches[..<index] { #expect(swatch.tint != other.tint) }
        }
    }

    @Test("A ramp goes from near the ground to a strong colour in steps of one size", arguments: [2, 5, 20])
    func ramp(count: Int) {
        let swatch = Palette.spectral[0]
        let ramp = swatch.ramp(count: count, ground: .white)
        #expect(ramp.count == count)
        let distances = ramp.map { ColorVision.normal.distance($0, .white) }
        #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 < $1 })
        #expect(distances[0] < ColorVision.normal.distance(swatch.tint, .white))
        #expect(ColorVision.normal.distance(ramp[count - 1], swatch.color) > 12)
        let steps = zip(ramp, ramp.dropFirst()).map { ColorVision.normal.distance($0, $1) }
        // Bytes are as coarse as the finest steps.
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 0.6 })
    }

    @Test("A transparent page leaves all else as it is")
    func transparent() {
        var theme = Theme.dark.withTransparentPage
        #expect(theme.pageColor.alpha == 0 && theme.groundColor == Theme.dark.pageColor)
        theme.pageColor = Theme.dark.pageColor
        #expect(theme == .dark)
    }
}
