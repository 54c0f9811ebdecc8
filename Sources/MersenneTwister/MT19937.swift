/// The Mersenne Twister of Matsumoto & Nishimura, a stream of 32-bit words with the period 2¹⁹⁹³⁷ - 1.
///
/// The constants are n = 624, m = 397, r = 31, u = 11, s = 7, t = 15 and l = 18 in the symbols of the paper. Seeding is
/// `init_genrand` of the authors' revision of 2002.
///
/// Reference: M. Matsumoto, T. Nishimura, "Mersenne Twister: A 623-dimensionally equidistributed uniform pseudorandom
/// number generator", ACM TOMACS 8 (1998).
struct MT19937: Sendable {
    /// The state, n words.
    private var state: [UInt32]
    /// The index of the next word of the state to return; n if all have been returned.
    private var position = Self.n

    private static let n = 624
    private static let m = 397

    /// `init_genrand`.
    init(seed: UInt32) {
        state = []
        state.reserveCapacity(Self.n)
        var word = seed
        for index in 1...UInt32(Self.n) {
            state.append(word)
            word = 1_812_433_253 &* (word ^ (word >> 30)) &+ index
        }
    }

    /// Returns the next word, tempered.
    mutating func next() -> UInt32 {
        if position == Self.n { twist() }
        var word = state[position]
        position += 1
        word ^= word >> 11
        word ^= (word << 7) & 0x9d2c_5680
        word ^= (word << 15) & 0xefc6_0000
        return word ^ (word >> 18)
    }

    /// Computes the next n words of the state.
    private mutating func twist() {
        let (n, m) = (Self.n, Self.m)
        for index in 0..<n - m { twist(index, with: index + 1, and: index + m) }
        for index in n - m..<n - 1 { twist(index, with: index + 1, and: index + m - n) }
        twist(n - 1, with: 0, and: m - 1)
        position = 0
    }

    @inline(__always)
    private mutating func twist(_ index: Int, with following: Int, and distant: Int) {
        // The highest bit (w - r = 1) of one word and the r lowest bits of the next.
        let joined = (state[index] & 0x8000_0000) | (state[following] & 0x7fff_ffff)
        state[index] = state[distant] ^ (joined >> 1) ^ ((joined & 1) &* 0x9908_b0df)
    }
}
