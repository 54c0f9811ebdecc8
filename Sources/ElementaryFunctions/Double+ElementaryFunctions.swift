/// Elementary functions with the same bits on every processor, unlike those of the C library.
///
/// Each is one lane of the function of `SIMD8<Double>` with the same name, so the bits are equal. A release build does
/// not compute the other lanes.
extension Double {
    /// eˣ, within 1 ulp: 0 at -∞, ∞ at ∞, NaN at NaN, subnormal where eˣ is.
    @inlinable
    public static func exp(_ x: Double) -> Double { SIMD8.exp(SIMD8(repeating: x))[0] }

    /// The natural logarithm, within 1 ulp: -∞ at 0, ∞ at ∞, NaN at NaN and below 0.
    @inlinable
    public static func log(_ x: Double) -> Double { SIMD8.log(SIMD8(repeating: x))[0] }

    /// log(1 + x), within 1 ulp however small x is: -∞ at -1, ∞ at ∞, NaN at NaN and below -1.
    @inlinable
    public static func log1p(_ x: Double) -> Double { SIMD8.log1p(SIMD8(repeating: x))[0] }

    /// The sine of an angle in radians, within 1 ulp for |x| ≤ 2²⁰; NaN beyond, and at NaN.
    @inlinable
    public static func sin(_ x: Double) -> Double { SIMD8.sin(SIMD8(repeating: x))[0] }

    /// The cosine of an angle in radians, within 1 ulp for |x| ≤ 2²⁰; NaN beyond, and at NaN.
    @inlinable
    public static func cos(_ x: Double) -> Double { SIMD8.cos(SIMD8(repeating: x))[0] }
}
