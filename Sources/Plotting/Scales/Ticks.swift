/// The ticks of one axis, held as whole numbers so that their values and labels are exact.
public struct Ticks: Hashable, Sendable {
    /// Ascending; a tick's value is its multiple · 10^`exponent`.
    public let multiples: [Int]
    /// The power of ten that the multiples are of.
    public let exponent: Int

    /// Zeros that all multiples share move into the exponent, so equal ticks are equal values.
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

    /// In data units, ascending: for each tick the double nearest to what its label says.
    public var values: [Double] {
        multiples.map { Ticks.value(of: $0, exponent: exponent) }
    }

    /// The double nearest to `multiple`·10^`exponent`.
    static func value(of multiple: Int, exponent: Int) -> Double {
        // Reading decimal text is the one conversion of the standard library that is correctly rounded for every
        // exponent.
        Double("\(multiple)e\(exponent)") ?? 0
    }

    /// The whole number e with 10^e ≤ `value` < 10^(e+1).
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
