/// Labels of an axis's ticks, and the remark that the axis title adds to them.
///
/// All labels of an axis have the same number of decimals, as many as the ticks need. If plain numbers would have more
/// than five digits before or four after the point, a common power of ten is taken out. If more than six digits would
/// be needed to tell ticks apart, a round number is first subtracted from all:
///
///     value = label · 10^p + offset
///
/// The `remark` states both: `×10⁶`, `+1000000` or `×10⁻⁹ +1`. Minus signs are U+2212, and there is no −0.
public struct TickLabels: Hashable, Sendable {
    /// One label for each tick, in order.
    public let texts: [String]
    /// Power and offset that the labels leave out, for the axis title; empty if none.
    public let remark: String

    /// Creates the labels of `ticks`, which share their decimals, power and offset.
    public init(for ticks: Ticks) {
        let offset = TickLabels.offset(of: ticks.multiples)
        // Subtracting an offset may leave zeros that all share.
        let rest = Ticks(multiples: ticks.multiples.map { $0 - offset }, exponent: ticks.exponent)
        let power = TickLabels.commonPower(of: rest)

        texts = rest.multiples.map { TickLabels.decimal($0, exponent: rest.exponent - power) }
        var remarks: [String] = []
        if power != 0 {
            remarks.append("×10" + TickLabels.superscript(power))
        }
        if offset != 0 {
            remarks.append((offset > 0 ? "+" : "") + TickLabels.short(offset, exponent: ticks.exponent))
        }
        remark = remarks.joined(separator: " ")
    }

    /// Returns the part that all multiples share beyond six digits; 0 if six digits suffice.
    ///
    /// It is rounded towards zero, to the least power of ten greater than the distance from the first tick to the last:
    /// so the rests have one sign and few digits.
    private static func offset(of multiples: [Int]) -> Int {
        guard let first = multiples.first, let last = multiples.last, first > 0 || last < 0 else { return 0 }
        guard max(abs(first), abs(last)) >= 1_000_000 else { return 0 }
        var unit = 1
        while unit <= last - first { unit *= 10 }
        let nearest = first > 0 ? first : last
        return nearest / unit * unit
    }

    /// Returns the power of ten to take out of all labels; 0 if plain numbers are short enough.
    private static func commonPower(of ticks: Ticks) -> Int {
        let greatest = ticks.multiples.map(abs).max() ?? 0
        guard greatest > 0 else { return 0 }
        let power = String(greatest).count - 1 + ticks.exponent
        return power >= 5 || ticks.exponent < -4 ? power : 0
    }

    /// Returns `multiple`·10^`exponent` as a plain decimal number with −`exponent` decimals.
    static func decimal(_ multiple: Int, exponent: Int) -> String {
        let sign = multiple < 0 ? "\u{2212}" : ""
        var digits = String(abs(multiple))
        if exponent >= 0 {
            return sign + digits + (multiple == 0 ? "" : String(repeating: "0", count: exponent))
        }
        let decimals = -exponent
        if digits.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
        }
        return sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
    }

    /// Returns a number without superfluous zeros: plain up to ten digits, else with a power of ten.
    package static func short(_ multiple: Int, exponent: Int) -> String {
        let number = Ticks(multiples: [multiple], exponent: exponent)
        let digitCount = String(abs(number.multiples[0])).count
        let power = digitCount - 1 + number.exponent
        if max(power, -number.exponent) < 10 {
            return decimal(number.multiples[0], exponent: number.exponent)
        }
        return decimal(number.multiples[0], exponent: 1 - digitCount) + "×10" + superscript(power)
    }

    private static func superscript(_ number: Int) -> String {
        let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return (number < 0 ? "⁻" : "")
            + String(String(abs(number)).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
}
