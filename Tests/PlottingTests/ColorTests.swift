import Foundation
import Testing

@testable import Plotting

@Suite("Colours tell classes apart, for every sight")
struct ColorTests {
    /// OKLab lightness, a and b.
    private func components(_ color: Color, seenWith vision: ColorVision = .normal) -> [Double] {
        let lab = OKLab(color, seenWith: vision)
        return [lab.lightness, lab.a, lab.b]
    }

    @Test("A region has its points' hue, and is lighter by enough to see them on it", arguments: 2...8)
    func hues(classCount: Int) {
        let palette = Palette.standard(classCount: classCount)
        for index in 0..<classCount {
            let color = components(palette[index].color)
            let tint = components(palette[index].tint)
            // The sine of the angle between the two, in the plane of a and b, weighted by the tint's chroma.
            let departure = (color[1] * tint[2] - color[2] * tint[1]) / hypot(color[1], color[2])
            #expect(abs(departure) < 0.004, "class \(index)")
            #expect(color[1] * tint[1] + color[2] * tint[2] > 0, "class \(index)")
            #expect(tint[0] >= 0.78)
        }
    }

    @Test("Two classes have the ends of the Spectral map")
    func twoClasses() {
        let palette = Palette.standard(classCount: 2)
        #expect(palette[0].color == ColorMap.spectral(0))
        #expect(palette[1].color == ColorMap.spectral(1))
        #expect(palette[0].color == Color(bytes: 158, 1, 66))
        #expect(palette[1].color == Color(bytes: 94, 79, 162))
    }

    @Test("A colour map passes through its colours, is straight between them, and ends at its ends")
    func colorMap() {
        let map = ColorMap([.black, .white, Color(bytes: 255, 0, 0)])
        #expect(map(0) == .black)
        #expect(map(0.25) == Color(red: 0.5, green: 0.5, blue: 0.5))
        #expect(map(0.5) == .white)
        #expect(map(1) == Color(bytes: 255, 0, 0))
        #expect(map(-3) == map(0))
        #expect(map(.infinity) == map(1))
        #expect(map(.nan) == map(0))
        #expect(ColorMap.spectral(0.5) == Color(bytes: 255, 255, 191))
    }

    @Test("Sequential maps grow darker in even steps, for every sight, down to the ends of the Spectral map")
    func sequential() {
        for (map, end) in [(ColorMap.crimson, ColorMap.spectral(0)), (.violet, ColorMap.spectral(1))] {
            #expect(ColorVision.normal.distance(map(1), end) < 0.01)
            #expect(components(map(0))[0] > 0.95)
            let shares = (0...50).map { Double($0) / 50 }
            expectEvenSteps(map)
            for vision in ColorVision.allCases {
                let lightness = shares.map { components(map($0), seenWith: vision)[0] }
                #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 - $1 > 0.005 })
            }
        }
    }

    @Test("On a dark ground sequential maps grow lighter in even steps, for every sight; elsewhere they are the same")
    func sequentialOnGrounds() {
        for (light, map) in [(ColorMap.crimson, ColorMap.crimson(on:)), (.violet, ColorMap.violet(on:))] {
            #expect(map(.light) == light && map(.print) == light)
            let dark = map(.dark)
            #expect(components(dark(0))[0] < 0.33 && components(dark(1))[0] > 0.72)
            let shares = (0...50).map { Double($0) / 50 }
            for vision in ColorVision.allCases {
                let lightness = shares.map { components(dark($0), seenWith: vision)[0] }
                #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $1 - $0 > 0.005 })
            }
            expectEvenSteps(dark)
        }
    }

    private func expectEvenSteps(_ map: ColorMap, sourceLocation: SourceLocation = #_sourceLocation) {
        let steps = (0..<50).map { index in
            let (before, after) = (
                components(map(Double(index) / 50)), components(map(Double(index + 1) / 50))
            )
            return zip(before, after).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }
        let mean = steps.reduce(0, +) / 50
        #expect(steps.allSatisfy { abs($0 - mean) < 0.03 * mean }, sourceLocation: sourceLocation)
    }

    @Test("A tint of a colour's own lightness and chroma is that colour")
    func tint() {
        let color = Color(bytes: 94, 79, 162)
        let lab = components(color)
        let same = color.tint(lightness: lab[0], chroma: hypot(lab[1], lab[2]))
        #expect(ColorVision.normal.distance(color, same) < 1e-6)
        let grey = Color(red: 0.5, green: 0.5, blue: 0.5).tint(lightness: 0.9, chroma: 0.1)
        #expect(abs(grey.red - grey.blue) < 0.001)
    }
}
