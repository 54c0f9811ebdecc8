/// Numbers as text, without exponents for ordinary magnitudes.
package enum DecimalText {
    /// Returns `value` with a fixed number of decimals, rounded to nearest: "0.1342".
    ///
    /// Numbers that are too large for decimals, or not finite, have the format of Swift.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 0x1p53 else { return "\(value)" }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        let digits = String(Int(scaled))
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// Returns the fewest digits that read back as `value`, without an exponent for ordinary magnitudes: "0.00001",
    /// "3", "1e+20".
    package static func shortest(_ value: Double) -> String {
        let text = value == 0 ? "0" : "\(value)"
        if text.hasSuffix(".0") { return String(text.dropLast(2)) }
        // Swift writes numbers below 10⁻⁴ as digits and exponent: "1.5e-05".
        guard let marker = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: marker)...]),
            (-12..<0).contains(exponent)
        else { return text }
        let digits = text[..<marker].filter(\.isWholeNumber)
        return (value < 0 ? "-" : "") + "0." + String(repeating: "0", count: -exponent - 1) + trimmed(digits)
    }

    /// Returns `value` with at most `digits` significant digits, rounded to nearest: "0.0024", "1.5e+19".
    package static func significant(_ value: Double, digits: Int) -> String {
        guard value != 0, value.isFinite else { return shortest(value) }
        var (scaled, exponent) = (value.magnitude, 0)
        while scaled >= 10 {
            scaled /= 10
            exponent += 1
        }
        while scaled < 1 {
            scaled *= 10
            exponent -= 1
        }
        // Reads the text back, so that rounding errors of powers of ten do not show.
        let text = "\(value < 0 ? "-" : "")\(fixed(scaled, decimals: digits - 1))e\(exponent)"
        return Double(text).map(shortest) ?? text
    }

    /// Returns `digits` without trailing zeros.
    private static func trimmed(_ digits: String) -> String {
        String(digits.reversed().drop { $0 == "0" }.reversed())
    }

    /// Returns a share of 0…1 in per cent with one decimal: "98.0 %".
    package static func percent(_ share: Double) -> String {
        fixed(100 * share, decimals: 1) + " %"
    }
}
