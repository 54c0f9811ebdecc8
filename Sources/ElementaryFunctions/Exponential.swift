/// The exponential function for all arguments.
///
/// With x = n·ln 2 + r and |r| ≤ ln 2 / 2, eˣ = 2ⁿ·eʳ and eʳ = 1 + r + r²·P(r), where P is a minimax polynomial
/// (`Scripts/oracles/minimax.py`). ln 2 is split into two parts: n times the first is exact. The rounding error of r is
/// added at the end.
///
/// Reference: W. J. Cody, W. Waite, *Software Manual for the Elementary Functions* (1980).
@inlinable @inline(__always)
func exponential(_ argument: SIMD8<Double>) -> SIMD8<Double> {
    // Beyond these limits the result is 0 or infinite, as it is at the limits. Comparisons with NaN are false, so NaN is
    // not replaced.
    let bounded = argument.replacing(with: -746, where: argument .< -746)
    let x = bounded.replacing(with: 710, where: bounded .> 710)

    let n = (x * 0x1.71547652b82fep+0 + .wholeNumberShifter) - .wholeNumberShifter
    let high = x - n * 0x1.62e42fefa3800p-1
    let low = n * 0x1.ef35793c76730p-45
    let r = high - low
    let lost = (high - r) - low

    // Estrin's scheme has shorter dependency chains than Horner's, and the processor overlaps them.
    let r2 = r * r
    let r4 = r2 * r2
    let p01 = r * 0x1.5555555555556p-3 + 0x1.0000000000001p-1
    let p23 = r * 0x1.11111111109adp-7 + 0x1.5555555553d4fp-5
    let p45 = r * 0x1.a01a01a7c8d47p-13 + 0x1.6c16c17893833p-10
    let p67 = r * 0x1.71de0d9c145d0p-19 + 0x1.a019b8ef67c6cp-16
    let p89 = r * 0x1.af38d53857513p-26 + 0x1.2891a8c1d838dp-22
    let p4 = p89 * r4 + (p67 * r2 + p45)
    let p = p4 * r4 + (p23 * r2 + p01)
    let power = ((p * r2 + lost) + r) + 1

    // 2ⁿ is the product of two normal numbers: the first product below is exact, so a subnormal result is rounded once.
    // The last bits of the biased shifter are the exponent bias, and shifting left leaves only the exponent.
    let biasedShifter = SIMD8<Double>.wholeNumberShifter + 1023
    let firstExponent = n * 0.5 + biasedShifter
    let secondExponent = (n - (firstExponent - biasedShifter)) + biasedShifter
    let first = SIMD8<Double>(bits: firstExponent.bits &<< 52)
    let second = SIMD8<Double>(bits: secondExponent.bits &<< 52)
    return (power * first) * second
}
