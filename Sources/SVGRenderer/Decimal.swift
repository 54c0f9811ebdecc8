/// A number with so many digits behind the point, as SVG's paths write them: `-.5`, `12`, `3.25`.
///
/// Numbers of paths are added up as whole numbers of units, so that rounding errors do not.
struct Decimal: Hashable {
    /// In the last digit.
    let units: Int
    let fractionDigits: Int

    /// What is not a number counts as 0; what is beyond ±10⁹, as that: no page is as large.
    init(_ value: Double, fractionDigits: Int) {
        let limited = value.isNaN ? 0 : min(max(value, -1e9), 1e9)
        units = Int((limited * Double(Decimal.power(fractionDigits))).rounded())
        self.fractionDigits = fractionDigits
    }

    init(units: Int, fractionDigits: Int) {
        self.units = units
        self.fractionDigits = fractionDigits
    }

    /// Without zeros that say nothing.
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
