/// The bit patterns of eight doubles.
@usableFromInline typealias Bits = SIMD8<UInt64>

extension SIMD8 where Scalar == Double {
    // SAFETY: both ways, eight patterns of 64 bits for eight others.
    @inlinable @inline(__always)
    init(bits: Bits) { self = unsafeBitCast(bits, to: Self.self) }

    @inlinable @inline(__always)
    var bits: Bits { unsafeBitCast(self, to: Bits.self) }

    /// 1.5·2⁵²: a sum with it has no room for fraction bits, so that adding it rounds to the nearest whole number,
    /// which then stands in the last bits of the sum; subtracting it gives the number itself. Good for |x| ≤ 2⁵¹.
    @inlinable @inline(__always)
    static var wholeNumberShifter: Self { Self(repeating: 0x1.8p52) }
}
