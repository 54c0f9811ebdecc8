import Foundation
import Plotting
import Testing

/// OKLab and Machado's simulations by the C library, independently of the module's own arithmetic.
private enum Sight: CaseIterable {
    case normal, protanopic, deuteranopic

    /// Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB.
    private var matrix: [[Double]] {
        switch self {
        case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopic:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopic:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        }
    }

    func oklab(_ color: Color) -> [Double] {
        func linear(_ c: Double) -> Double { c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4) }
        func times(_ m: [[Double]], _ v: [Double]) -> [Double] { m.map { zip($0, v).reduce(0) { $0 + $1.0 * $1.1 } } }
        let seen = times(matrix, [color.red, color.green, color.blue].map(linear)).map { min(max($0, 0), 1) }
        let cones = times(
            [
                [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ], seen)
        return times(
            [
                [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ], cones.map(cbrt))
    }

    /// OKLab × 100, of colours rounded to the bytes that a picture has.
    func distance(_ a: Color, _ b: Color) -> Double {
        func rounded(_ color: Color) -> Color {
            Color(
                red: (255 * color.red).rounded() / 255, green: (255 * color.green).rounded() / 255,
                blue: (255 * color.blue).rounded() / 255)
        }
        return 100 * sqrt(zip(oklab(rounded(a)), oklab(rounded(b))).reduce(0) { $0 + pow($1.0 - $1.1, 2) })
    }
}

@Suite("Colours tell classes apart, for every sight")
struct ColorTests {
    @Test("Points differ by 12 and regions by 5 in OKLab × 100, up to eight classes", arguments: 2...8)
    func distances(classCount: Int) {
        let palette = Palette.standard(classCount: classCount)
        for sight in Sight.allCases {
            for first in 0..<classCount {
                for second in 0..<first {
                    let points = sight.distance(palette[first].color, palette[second].color)
                    let regions = sight.distance(palette[first].tint, palette[second].tint)
                    #expect(points >= 12, "classes \(second) and \(first), \(sight)")
                    #expect(regions >= 5, "classes \(second) and \(first), \(sight)")
                }
            }
        }
    }

    @Test("A region has its points' hue, and is lighter by enough to see them on it", arguments: 2...8)
    func hues(classCount: Int) {
        let palette = Palette.standard(classCount: classCount)
        for index in 0..<classCount {
            let color = Sight.normal.oklab(palette[index].color)
            let tint = Sight.normal.oklab(palette[index].tint)
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
            #expect(Sight.normal.distance(map(1), end) < 0.01)
            #expect(Sight.normal.oklab(map(0))[0] > 0.95)
            let shares = (0...50).map { Double($0) / 50 }
            let steps = zip(shares, shares.dropFirst()).map { before, after in
                let (light, dark) = (Sight.normal.oklab(map(before)), Sight.normal.oklab(map(after)))
                return zip(light, dark).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
            }
            let mean = steps.reduce(0, +) / 50
            #expect(steps.allSatisfy { abs($0 - mean) < 0.03 * mean })
            for sight in Sight.allCases {
                let lightness = shares.map { sight.oklab(map($0))[0] }
                #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 - $1 > 0.005 })
            }
        }
    }

    @Test("A tint of a colour's own lightness and chroma is that colour")
    func tint() {
        let color = Color(bytes: 94, 79, 162)
        let lab = Sight.normal.oklab(color)
        let same = color.tint(lightness: lab[0], chroma: hypot(lab[1], lab[2]))
        #expect(Sight.normal.distance(color, same) < 1e-6)
        let grey = Color(red: 0.5, green: 0.5, blue: 0.5).tint(lightness: 0.9, chroma: 0.1)
        #expect(abs(grey.red - grey.blue) < 0.001)
    }
}
