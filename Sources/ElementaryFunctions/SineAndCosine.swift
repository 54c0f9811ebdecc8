@inlinable @inline(__always)
func sine(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let angle = quarterTurns(x)
    let result = angle.sineOrCosine(ofTurns: angle.turns)
    // The sine of a tiny angle is the angle, and -0 keeps its sign.
    let isTiny = (x .< 0x1p-27) .& (x .> -0x1p-27)
    return result.replacing(with: x, where: isTiny)
}

@inlinable @inline(__always)
func cosine(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let angle = quarterTurns(x)
    return angle.sineOrCosine(ofTurns: angle.turns &+ 1)
}

/// An angle as a number of quarter turns and a remainder in [-π/4, π/4].
@frozen @usableFromInline
struct QuarterTurns {
    /// The number of quarter turns modulo 4, in the last two bits.
    @usableFromInline let turns: Bits
    /// The remainder in radians, as the sum of a double and its rounding error; NaN if the angle is out of range.
    @usableFromInline let rest: SIMD8<Double>
    @usableFromInline let lost: SIMD8<Double>

    @inlinable @inline(__always)
    init(turns: Bits, rest: SIMD8<Double>, lost: SIMD8<Double>) {
        self.turns = turns
        self.rest = rest
        self.lost = lost
    }

    /// sin(rest + turns·π/2), which is the cosine of the angle if `turns` has one quarter turn more.
    ///
    /// sin(r) = r + r³·S(r²) and cos(r) = 1 - r²/2 + r⁴·C(r²) with S and C minimax polynomials
    /// (`Scripts/oracles/minimax.py`). The rounding error of r enters by the first derivative.
    @inlinable @inline(__always)
    func sineOrCosine(ofTurns turns: Bits) -> SIMD8<Double> {
        let r = rest
        let z = r * r
        let halfSquare = 0.5 * z

        var s = z * 0x1.5e0a4fb47ace3p-33 - 0x1.ae6008d0f0520p-26
        s = s * z + 0x1.71de37946eb45p-19
        s = s * z - 0x1.a01a019e820acp-13
        s = s * z + 0x1.1111111110babp-7
        s = s * z - 0x1.5555555555555p-3
        let sine = r + (s * (z * r) + lost * (1 - halfSquare))

        var c = z * -0x1.907cd8f26aa3fp-37 + 0x1.1eeb67d014ecep-29
        c = c * z - 0x1.27e4fa16cc1bcp-22
        c = c * z + 0x1.a01a019f4ddfdp-16
        c = c * z - 0x1.6c16c16c16963p-10
        c = c * z + 0x1.5555555555555p-5
        let leading = 1 - halfSquare
        let cosine = leading + (((1 - leading) - halfSquare) + (c * (z * z) - r * lost))

        // All bits are set if the number of quarter turns is odd. Comparing 64-bit integers is slow on SSE2.
        let isOdd = Bits.zero &- (turns & 1)
        let magnitude = (cosine.bits & isOdd) | (sine.bits & ~isOdd)
        return SIMD8(bits: magnitude ^ ((turns & 2) &<< 62))
    }
}

/// Subtracts the nearest number n of quarter turns from an angle of magnitude 2²⁰ or less.
///
/// π/2 is split into four parts, the first three of 33 bits. n has 20 bits, so its products with these are exact, and
/// x - n·π/2 is accurate even for the doubles nearest to a multiple of π/2.
///
/// Reference: W. J. Cody, W. Waite, *Software Manual for the Elementary Functions* (1980).
@inlinable @inline(__always)
func quarterTurns(_ argument: SIMD8<Double>) -> QuarterTurns {
    let isInRange = (argument .<= 0x1p20) .& (argument .>= -0x1p20)
    let x = SIMD8<Double>(repeating: .nan).replacing(with: argument, where: isInRange)

    let shifted = x * 0x1.45f306dc9c883p-1 + .wholeNumberShifter
    let n = shifted - .wholeNumberShifter
    let first = x - n * 0x1.921fb54400000p+0
    let (second, secondLost) = difference(first, n * 0x1.0b4611a600000p-34)
    let (third, thirdLost) = difference(second, n * 0x1.3198a2e000000p-69)
    let tail = (secondLost + thirdLost) - n * 0x1.b839a252049c1p-104
    let rest = third + tail
    return QuarterTurns(turns: shifted.bits, rest: rest, lost: (third - rest) + tail)
}

/// Returns a - b rounded, and the rounding error (Knuth's two-sum).
@inlinable @inline(__always)
func difference(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> (value: SIMD8<Double>, lost: SIMD8<Double>) {
    let value = a - b
    let ofB = value - a
    return (value, (a - (value - ofB)) - (b + ofB))
}
