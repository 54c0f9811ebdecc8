/// The ticks of one axis as whole numbers, so that their values and labels are exact.
public struct Ticks: Hashable, Sendable {
    /// Multiples, ascending; a tick's value is its multiple · 10^`exponent`.
    public let multiples: [Int]
    /// Power of ten of the multiples.
    public let exponent: Int

    /// Creates ticks; zeros that all multiples share move into the exponent, so that equal ticks are equal values.
    public init(multiples: [Int], exponent: Int) {
        var multiples = multiples
        var exponent = exponent
        while multiples.contains(where: { $0 != 0 }), multiples.allSatisfy({ $0.isMultiple(of: 10) }) {
            multiples = multiples.map { $0 / 10 }
            exponent += 1
        }
        self.multiples = multiples
        self.exponent = exponent
    }

    /// Values in data units, ascending: for each tick the double nearest to its label.
    public var values: [Double] {
        multiples.map { Ticks.value(of: $0, exponent: exponent) }
    }

    /// Returns the double nearest to `multiple`·10^`exponent`.
    static func value(of multiple: Int, exponent: Int) -> Double {
        // Reading decimal text is the only conversion of the standard library that is correctly rounded for every
        // exponent.
        Double("\(multiple)e\(exponent)") ?? 0
    }

    /// Returns the whole number e with 10^e ≤ `value` < 10^(e+1).
    ///
    /// - Precondition: `value` is finite and greater than 0.
    static func decimalExponent(of value: Double) -> Int {
        // log₁₀ 2 times the binary exponent is at most one off.
        var exponent = Int((Double(value.exponent) * 0.301_029_995_663_981_2).rounded(.down))
        while Ticks.value(of: 1, exponent: exponent + 1) <= value { exponent += 1 }
        while Ticks.value(of: 1, exponent: exponent) > value { exponent -= 1 }
        return exponent
    }
}
