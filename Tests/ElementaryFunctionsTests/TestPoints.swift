/// The points of `Scripts/oracles/elementary_functions.py`, from the same rules and random numbers.
enum TestPoints {
    static let count = 100_000

    /// Returns the points of a function: point i follows rule i mod `rules.count`.
    static func points(_ rules: [Rule]) -> [Double] {
        var stream = SplitMix64(state: 0)
        return (0..<count).map { rules[$0 % rules.count].point(stream.next()) }
    }

    enum Rule {
        case uniform(Double, Double)
        /// Bit patterns with a biased exponent in a range (0: subnormal), and with a random sign if `signed` is true.
        case bitPatterns(ClosedRange<UInt64>, signed: Bool)
        /// Doubles at multiples of π/2 below a limit.
        case quarterTurns(limit: UInt64)

        func point(_ word: UInt64) -> Double {
            switch self {
            case .uniform(let low, let high):
                return low + Double(word >> 11) * 0x1p-53 * (high - low)
            case .bitPatterns(let exponents, let signed):
                let exponent = exponents.lowerBound + (word >> 52 & 0x7ff) % UInt64(exponents.count)
                let magnitude = Double(bitPattern: exponent << 52 | word & 0x000f_ffff_ffff_ffff)
                return signed && word >> 63 == 1 ? -magnitude : magnitude
            case .quarterTurns(let limit):
                return Double((word >> 32) % limit) * (Double.pi / 2)
            }
        }
    }

    /// A short generator, which the oracle implements too (Steele, Lea & Flood 2014).
    struct SplitMix64 {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var word = state
            word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
            word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
            return word ^ (word >> 31)
        }
    }
}
