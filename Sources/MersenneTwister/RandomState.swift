import ElementaryFunctions

/// The legacy random numbers of numpy: `RandomState(seed: 0)` is `np.random.seed(0)`.
///
/// The same seed and the same calls in the same order give the same numbers as numpy, on every machine. About one
/// Gaussian in a hundred differs from numpy's by at most 2 ulp, since numpy uses the logarithm of the C library.
///
///     var random = RandomState(seed: 0)
///     random.randomSample()  // 0.5488135039273248
public struct RandomState: Sendable {
    private var generator: MT19937
    /// The second of the two Gaussians from one round of the polar method.
    private var cachedGaussian: Double?

    /// Creates the state after `np.random.seed(seed)`.
    public init(seed: UInt32) {
        generator = MT19937(seed: seed)
    }

    /// Returns the next 32-bit word of the generator.
    public mutating func word() -> UInt32 {
        generator.next()
    }

    /// Returns a number in [0, 1), a multiple of 2⁻⁵³, from two words: numpy's `random_sample()`.
    public mutating func randomSample() -> Double {
        let high = generator.next() >> 5
        let low = generator.next() >> 6
        return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
    }

    /// Returns a number in [low, high), or in (high, low] if high < low: numpy's `uniform(low, high)`.
    ///
    /// The result may be `high` because of rounding.
    public mutating func uniform(low: Double, high: Double) -> Double {
        low + (high - low) * randomSample()
    }

    /// Returns a normally distributed number: numpy's `normal(loc, scale)`.
    ///
    /// Marsaglia's polar method (Marsaglia & Bray 1964) computes two at a time, so every other call uses no words.
    public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        mean + standardDeviation * gaussian()
    }

    /// Returns an integer in a range: numpy's `randint(low, high)`.
    ///
    /// Words are masked to the number of bits that the width of the range needs, and drawn again until one is in the
    /// range. If the width exceeds 2³², pairs of words are drawn, the high word first. A width of 1 uses no word.
    ///
    /// - Precondition: `range` is not empty.
    public mutating func randint(_ range: Range<Int>) -> Int {
        precondition(!range.isEmpty, "the range must not be empty")
        let greatest = UInt64(bitPattern: Int64(range.upperBound) &- Int64(range.lowerBound) &- 1)
        return range.lowerBound &+ Int(truncatingIfNeeded: offset(upTo: greatest))
    }

    /// Shuffles items by the Fisher–Yates algorithm, from the last to the first: numpy's `shuffle(items)`.
    public mutating func shuffle<Items>(_ items: inout Items)
    where Items: MutableCollection & RandomAccessCollection {
        guard var last = items.indices.last else { return }
        for lastOffset in stride(from: items.count - 1, to: 0, by: -1) {
            let chosen = items.index(items.startIndex, offsetBy: Int(offset(upTo: UInt64(lastOffset))))
            items.swapAt(last, chosen)
            items.formIndex(before: &last)
        }
    }

    /// Returns 0 ..< count in random order: numpy's `permutation(count)`.
    ///
    /// - Precondition: `count` is not negative.
    public mutating func permutation(_ count: Int) -> [Int] {
        var items = Array(0..<count)
        shuffle(&items)
        return items
    }

    /// Returns `size` distinct numbers of 0 ..< count in random order: numpy's `choice(count, size, replace=False)`.
    ///
    /// - Precondition: `size` is in 0 ... count.
    /// - Complexity: O(count), since the result is a prefix of a permutation.
    public mutating func choice(_ size: Int, outOf count: Int) -> [Int] {
        precondition((0...count).contains(size), "the size must be in 0 ... count")
        return Array(permutation(count).prefix(size))
    }

    private mutating func gaussian() -> Double {
        if let cached = cachedGaussian {
            cachedGaussian = nil
            return cached
        }
        while true {
            let x = 2 * randomSample() - 1
            let y = 2 * randomSample() - 1
            let squaredRadius = x * x + y * y
            guard squaredRadius < 1, squaredRadius != 0 else { continue }
            let factor = (-2 * Double.log(squaredRadius) / squaredRadius).squareRoot()
            cachedGaussian = factor * x
            return factor * y
        }
    }

    /// Returns an integer in 0 ... greatest, by masked rejection.
    private mutating func offset(upTo greatest: UInt64) -> UInt64 {
        if greatest == 0 { return 0 }
        let mask = UInt64.max >> UInt64(greatest.leadingZeroBitCount)
        while true {
            let candidate = mask & (greatest <= UInt64(UInt32.max) ? UInt64(generator.next()) : pairOfWords())
            if candidate <= greatest { return candidate }
        }
    }

    private mutating func pairOfWords() -> UInt64 {
        let high = UInt64(generator.next())
        return high << 32 | UInt64(generator.next())
    }
}
