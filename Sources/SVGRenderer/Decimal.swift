/// A number with a fixed number of decimals, as SVG's paths write them: `-.5`, `12`, `3.25`.
///
/// Coordinates are added as whole numbers of units, so that rounding errors do not add up.
struct Decimal: Hashable {
    /// The number in units of the last digit.
    let units: Int
    let fractionDigits: Int

    /// Rounds `value`, limited to ±10⁹: no page is that large. NaN counts as 0.
    init(_ value: Double, fractionDigits: Int) {
        let limited = value.isNaN ? 0 : min(max(value, -1e9), 1e9)
        units = Int((limited * Double(Decimal.power(fractionDigits))).rounded())
        self.fractionDigits = fractionDigits
    }

    init(units: Int, fractionDigits: Int) {
        self.units = units
        self.fractionDigits = fractionDigits
    }

    /// Shortest text, without superfluous zeros.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text as ASCII.
    var bytes: [UInt8] {
        let zero = UInt8(ascii: "0")
        var (rest, digitCount) = (units.magnitude, 0)
        var reversed: [UInt8] = []
        while rest > 0 || digitCount < fractionDigits {
            let digit = UInt8(rest % 10)
            if digitCount == fractionDigits && !reversed.isEmpty { reversed.append(UInt8(ascii: ".")) }
            // Zeros at the end of the fraction are superfluous.
            if digit > 0 || digitCount >= fractionDigits || !reversed.isEmpty { reversed.append(zero + digit) }
            rest /= 10
            digitCount += 1
        }
        if digitCount == fractionDigits && !reversed.isEmpty { reversed.append(UInt8(ascii: ".")) }
        if reversed.isEmpty { return [zero] }
        if units < 0 { reversed.append(UInt8(ascii: "-")) }
        return reversed.reversed()
    }

    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in 10 * power }
    }
}
