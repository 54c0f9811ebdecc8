/// The bit patterns of eight doubles.
@usableFromInline typealias Bits = SIMD8<UInt64>

extension SIMD8 where Scalar == Double {
    // SAFETY: in both directions, eight patterns of 64 bits become eight others.
    @inlinable @inline(__always)
    init(bits: Bits) { self = unsafeBitCast(bits, to: Self.self) }

    @inlinable @inline(__always)
    var bits: Bits { unsafeBitCast(self, to: Bits.self) }

    /// The constant 1.5·2⁵², which rounds x to the nearest integer, for |x| ≤ 2⁵¹.
    ///
    /// The sum with x has no fraction bits. Its last bits are the rounded integer, and subtracting the constant again
    /// gives that integer as a double.
    @inlinable @inline(__always)
    static var wholeNumberShifter: Self { Self(repeating: 0x1.8p52) }
}
