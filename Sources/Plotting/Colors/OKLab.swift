/// A colour in OKLab, where equal distances look about equally different.
///
/// Powers are computed by basic arithmetic alone, so that every machine gives the same colours.
///
/// Björn Ottosson, "A perceptual color space for image processing", 2020.
struct OKLab: Hashable, Sendable {
    /// Lightness, from 0 for black to 1 for white.
    var lightness: Double
    /// Green to red.
    var a: Double
    /// Blue to yellow.
    var b: Double

    /// Distance from the greys of the same lightness.
    var chroma: Double { (a * a + b * b).squareRoot() }
}

extension OKLab {
    init(_ color: Color, seenWith vision: ColorVision = .normal) {
        let (red, green, blue) = vision.seen(
            red: OKLab.linear(color.red), green: OKLab.linear(color.green), blue: OKLab.linear(color.blue))
        let l = OKLab.root(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue, degree: 3)
        let m = OKLab.root(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue, degree: 3)
        let s = OKLab.root(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue, degree: 3)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    func distance(to other: OKLab) -> Double {
        let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
        return (dl * dl + da * da + db * db).squareRoot()
    }

    /// Returns the colour at `share` of the way from this one to another.
    func mixed(with other: OKLab, share: Double) -> OKLab {
        OKLab(
            lightness: lightness + share * (other.lightness - lightness), a: a + share * (other.a - a),
            b: b + share * (other.b - b))
    }

    /// The nearest colour that a screen can show, component by component.
    var color: Color {
        let l = OKLab.cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let m = OKLab.cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let s = OKLab.cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return Color(
            red: OKLab.encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            green: OKLab.encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            blue: OKLab.encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
    }

    private static func cube(_ value: Double) -> Double { value * value * value }

    /// Returns the linear intensity of an sRGB component.
    private static func linear(_ component: Double) -> Double {
        guard component > 0.04045 else { return component / 12.92 }
        let value = (component + 0.055) / 1.055
        let fifth = root(value, degree: 5)
        return value * value * fifth * fifth
    }

    /// Returns the sRGB component of a linear intensity, clamped to 0…1.
    private static func encoded(_ intensity: Double) -> Double {
        guard intensity > 0.0031308 else { return max(0, 12.92 * intensity) }
        let twelfth = root(min(1, intensity), degree: 12)
        return 1.055 * (twelfth * twelfth * twelfth * twelfth * twelfth) - 0.055
    }

    /// Returns the root of a number from 0 to about 1.
    ///
    /// Newton's method falls towards it from above until rounding ends the descent.
    private static func root(_ value: Double, degree: Int) -> Double {
        guard value > 0 else { return 0 }
        var root = max(1, value)
        while true {
            let power = (1..<degree - 1).reduce(root) { product, _ in product * root }
            let next = root - (root - value / power) / Double(degree)
            if next >= root { return root }
            root = next
        }
    }
}
