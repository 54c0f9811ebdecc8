/// The points of `Scripts/oracles/elementary_functions.py`, made by the same rules from the same stream.
enum TestPoints {
    static let count = 100_000

    /// Points `index` of a function take the rule `index % rules.count`.
    static func points(_ rules: [Rule]) -> [Double] {
        var stream = SplitMix64(state: 0)
        return (0..<count).map { rules[$0 % rules.count].point(stream.next()) }
    }

    enum Rule {
        case uniform(Double, Double)
        /// Every bit pattern with a biased exponent in the range (0: subnormal), with a random sign where `signed`.
        case bitPatterns(ClosedRange<UInt64>, signed: Bool)
        /// The doubles at the whole multiples of π/2, fewer than the limit.
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

    /// Steele, Lea & Flood 2014: a generator short enough to be written twice.
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
