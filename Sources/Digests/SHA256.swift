/// The SHA-256 hash of bytes that arrive in pieces.
///
///     var hash = SHA256()
///     while let piece = next() { hash.update(piece) }
///     print(hash.finish())
///
/// It identifies files, and is not meant for secrets: it does not erase its memory.
///
/// Reference: NIST, *Secure Hash Standard*, FIPS PUB 180-4 (2015). Section numbers and symbols below are the standard's.
public struct SHA256: Sendable {
    /// The size of a block, in bytes.
    private static let blockSize = 64

    /// H(i), section 5.3.3.
    private var state: SIMD8<UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// The bytes that do not yet fill a block.
    private var rest: [UInt8] = []
    /// The number of bytes so far, including `rest`.
    private var byteCount: UInt64 = 0

    /// Creates the hash of no bytes.
    public init() {}

    /// Appends `bytes`. The hash does not depend on the division into pieces.
    public mutating func update(_ bytes: some Collection<UInt8>) {
        let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
        if isContiguous == nil { Array(bytes).withUnsafeBytes { update($0) } }
    }

    private mutating func update(_ bytes: UnsafeRawBufferPointer) {
        byteCount += UInt64(bytes.count)
        var bytes = bytes[...]
        if !rest.isEmpty {
            let missing = bytes.prefix(Self.blockSize - rest.count)
            rest += missing
            bytes = bytes.dropFirst(missing.count)
            guard rest.count == Self.blockSize else { return }
            rest.withUnsafeBytes { Self.compress($0, into: &state) }
            rest.removeAll(keepingCapacity: true)
        }
        let end = bytes.count - bytes.count % Self.blockSize
        Self.compress(UnsafeRawBufferPointer(rebasing: bytes.prefix(end)), into: &state)
        rest += bytes.dropFirst(end)
    }

    /// Returns the hash of all bytes so far, as 64 lower-case hexadecimal digits.
    public func finish() -> String {
        // Section 5.1.1: a one, zeros, and the number of bits in eight bytes.
        let bitCount = byteCount &* 8
        var padding: [UInt8] = [0x80]
        padding += [UInt8](repeating: 0, count: (2 * Self.blockSize - 9 - rest.count) % Self.blockSize)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            padding.append(UInt8(truncatingIfNeeded: bitCount >> shift))
        }
        var last = self
        last.update(padding)
        return last.state.indices.map { index in
            let digits = String(last.state[index], radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// Section 6.2.2, for each block of `blocks` in turn.
    private static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
        // W(t), the message schedule.
        var w = InlineArray<64, UInt32>(repeating: 0)
        for start in stride(from: 0, to: blocks.count, by: blockSize) {
            for t in 0..<16 {
                let word = blocks.loadUnaligned(fromByteOffset: start + 4 * t, as: UInt32.self)
                w[t] = UInt32(bigEndian: word)
            }
            for t in 16..<64 {
                let (w2, w15) = (w[t - 2], w[t - 15])
                let small0 = rotated(w15, 7) ^ rotated(w15, 18) ^ w15 >> 3
                let small1 = rotated(w2, 17) ^ rotated(w2, 19) ^ w2 >> 10
                w[t] = small1 &+ w[t - 7] &+ small0 &+ w[t - 16]
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            // Rotating the arguments replaces moving the variables. After eight rounds each is in its place again.
            for t in stride(from: 0, to: 64, by: 8) {
                round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
                round(h, a, b, &c, d, e, f, &g, k[t + 1] &+ w[t + 1])
                round(g, h, a, &b, c, d, e, &f, k[t + 2] &+ w[t + 2])
                round(f, g, h, &a, b, c, d, &e, k[t + 3] &+ w[t + 3])
                round(e, f, g, &h, a, b, c, &d, k[t + 4] &+ w[t + 4])
                round(d, e, f, &g, h, a, b, &c, k[t + 5] &+ w[t + 5])
                round(c, d, e, &f, g, h, a, &b, k[t + 6] &+ w[t + 6])
                round(b, c, d, &e, f, g, h, &a, k[t + 7] &+ w[t + 7])
            }
            state &+= [a, b, c, d, e, f, g, h]
        }
    }

    /// Step 3 of section 6.2.2, without renaming the variables: afterwards d holds the new e, and h the new a.
    ///
    /// Ch and Maj have one operation fewer than in section 4.1.2.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ constantAndWord: UInt32
    ) {
        let large1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        let t1 = h &+ large1 &+ (g ^ e & (f ^ g)) &+ constantAndWord
        let large0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        d = d &+ t1
        h = t1 &+ large0 &+ (a & b | c & (a | b))
    }

    /// ROTR, section 3.2.
    @inline(__always)
    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 - count)
    }

    /// K(t), section 4.2.2.
    private static let k: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
