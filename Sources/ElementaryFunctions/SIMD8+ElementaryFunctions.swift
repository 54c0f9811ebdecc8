/// Elementary functions of eight doubles at once, with the same bits on every processor.
///
/// They consist of additions, multiplications, divisions and bit operations, without branches or fused operations. Eight
/// lanes fill several registers, and their interleaved instructions are a quarter faster than one register at a time.
/// `Double` has the same functions.
extension SIMD8 where Scalar == Double {
    /// eˣ of every lane, within 1 ulp: 0 at -∞, ∞ at ∞, NaN at NaN, subnormal where eˣ is.
    @inlinable @inline(__always)
    public static func exp(_ x: Self) -> Self { exponential(x) }

    /// The natural logarithm of every lane, within 1 ulp: -∞ at 0, ∞ at ∞, NaN at NaN and below 0.
    @inlinable @inline(__always)
    public static func log(_ x: Self) -> Self { logarithm(x) }

    /// log(1 + x) of every lane, within 1 ulp however small x is: -∞ at -1, ∞ at ∞, NaN at NaN and below -1.
    @inlinable @inline(__always)
    public static func log1p(_ x: Self) -> Self { logarithmOnePlus(x) }

    /// The sine of every lane, in radians, within 1 ulp for |x| ≤ 2²⁰; NaN beyond, and at NaN.
    @inlinable @inline(__always)
    public static func sin(_ x: Self) -> Self { sine(x) }

    /// The cosine of every lane, in radians, within 1 ulp for |x| ≤ 2²⁰; NaN beyond, and at NaN.
    @inlinable @inline(__always)
    public static func cos(_ x: Self) -> Self { cosine(x) }
}
