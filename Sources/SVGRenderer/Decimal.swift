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
    var text: String {
        let power = Decimal.power(fractionDigits)
        let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: UInt(power))
        let sign = units < 0 ? "-" : ""
        guard fraction != 0 else { return "\(sign)\(whole)" }
        var digits = String(fraction)
        digits = String(repeating: "0", count: fractionDigits - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "\(sign)\(whole == 0 ? "" : String(whole)).\(digits)"
    }

    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in 10 * power }
    }
}
