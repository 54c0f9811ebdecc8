/// The natural logarithm for all arguments.
@inlinable @inline(__always)
func logarithm(_ x: SIMD8<Double>) -> SIMD8<Double> {
    // A subnormal argument is scaled to a normal one, exactly.
    let isSubnormal = x .< 0x1p-1022
    let normal = x.replacing(with: x * 0x1p54, where: isSubnormal)
    let shift = SIMD8<Double>.zero.replacing(with: 54, where: isSubnormal)

    let (mantissa, exponent) = mantissaAndExponent(normal)
    let result = logarithm(onePlus: mantissa - 1, exponent: exponent - shift, correction: .zero)
    return withLogarithmLimits(result, argument: x)
}

/// log(1 + x) for all arguments.
@inlinable @inline(__always)
func logarithmOnePlus(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let u = 1 + x
    // The exact rounding error of u (Knuth's two-sum).
    let ofX = u - 1
    let lost = (1 - (u - ofX)) + (x - ofX)

    let (mantissa, exponent) = mantissaAndExponent(u)
    let isNearOne = exponent .== 0
    let f = (mantissa - 1).replacing(with: x, where: isNearOne)
    let correction = (lost / u).replacing(with: 0, where: isNearOne)
    let result = logarithm(onePlus: f, exponent: exponent, correction: correction)

    // log(1 + x) has the sign of x, but `result` is +0 for x = -0.
    let sign = x.bits & 0x8000_0000_0000_0000
    return withLogarithmLimits(SIMD8(bits: result.bits | sign), argument: u)
}

/// exponent·ln 2 + log(1 + f) + correction, for f in [√½ - 1, √2 - 1].
///
/// With s = f / (2 + f), log(1 + f) = 2·artanh(s) = f - f²/2 + s·(f²/2 + s²·P(s²)), where P is a minimax polynomial
/// (`Scripts/oracles/minimax.py`). The terms before the last are summed with their rounding errors, and the last one is
/// small. So most results are correctly rounded, like those of the C library, and most Gaussians equal numpy's.
@inlinable @inline(__always)
func logarithm(onePlus f: SIMD8<Double>, exponent: SIMD8<Double>, correction: SIMD8<Double>) -> SIMD8<Double> {
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    let p01 = z * 0x1.9999999995273p-2 + 0x1.5555555555558p-1
    let p23 = z * 0x1.c71c62d5e43dfp-3 + 0x1.2492492dfd879p-2
    let p45 = z * 0x1.39fdcce1da1aep-3 + 0x1.7462b91bd6c45p-3
    let p456 = z2 * 0x1.2b5f6919aa514p-3 + p45
    let p = p456 * (z2 * z2) + (p23 * z2 + p01)
    let tail = s * (0.5 * (f * f) + z * p) + (exponent * 0x1.ef35793c76730p-45 + correction)

    // f - f²/2 as a sum of two doubles: the square of f's first 26 bits is exact.
    let head = SIMD8<Double>(bits: f.bits & 0xffff_ffff_f800_0000)
    let headHalfSquare = 0.5 * (head * head)
    let leading = f - headHalfSquare
    let leadingLost = ((f - leading) - headHalfSquare) - 0.5 * ((f - head) * (f + head))

    let whole = exponent * 0x1.62e42fefa3800p-1
    let sum = whole + leading
    let sumLost = leading - (sum - whole)
    return sum + (sumLost + (leadingLost + tail))
}

/// Splits a positive normal number into mantissa·2^exponent, with the mantissa in [√½, √2).
@inlinable @inline(__always)
func mantissaAndExponent(_ x: SIMD8<Double>) -> (mantissa: SIMD8<Double>, exponent: SIMD8<Double>) {
    // The leading bits of √½. Adding their distance from the bits of 1 makes the exponent change at √½ instead of 1.
    let rootHalf = Bits(repeating: 0x3fe6_a09e_0000_0000)
    let one = Bits(repeating: 0x3ff0_0000_0000_0000)
    let moved = x.bits &+ (one &- rootHalf)
    let mantissa = SIMD8<Double>(bits: (moved & 0x000f_ffff_ffff_ffff) &+ rootHalf)
    // An integer k < 2⁵² in the last bits of 2⁵² gives 2⁵² + k.
    let exponent = SIMD8<Double>(bits: (moved &>> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    return (mantissa, exponent)
}

/// Replaces `result` if the logarithm is not finite: -∞ at 0, ∞ at ∞, NaN at NaN and below 0.
@inlinable @inline(__always)
func withLogarithmLimits(_ result: SIMD8<Double>, argument: SIMD8<Double>) -> SIMD8<Double> {
    let isFinite = argument .< .infinity
    let atMost = argument.replacing(with: result, where: isFinite)
    let aboveZero = atMost.replacing(with: -.infinity, where: argument .== 0)
    return aboveZero.replacing(with: .nan, where: argument .< 0)
}
