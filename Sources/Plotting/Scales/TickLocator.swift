/// Round numbers for the ticks of an axis: multiples of 1, 2, 2.5 or 5 times a power of ten.
///
/// The step is the smallest such number that cuts the range into no more than `maximumBinCount` bins. If fewer than two
/// multiples of it lie in the range, the next smaller steps are tried. These are the ticks of matplotlib's
/// `MaxNLocator` with `steps=[1, 2, 2.5, 5, 10]`, without those outside of the range. A multiple that misses an end of
/// the range only by rounding (10⁻¹⁰ of the step, or the last digits of the end itself) counts as inside.
public struct TickLocator: Hashable, Sendable {
    /// Greatest number of bins; one or more.
    public var maximumBinCount: Int

    /// - Precondition: one bin or more.
    public init(maximumBinCount: Int) {
        precondition(maximumBinCount >= 1, "the greatest number of bins must be at least 1")
        self.maximumBinCount = maximumBinCount
    }

    /// Returns the ticks within `range`, ascending; none if the range is not finite, or is narrower than about 10⁻¹³ of
    /// its ends.
    public func ticks(in range: ClosedRange<Double>) -> Ticks {
        // Halves first: the width of the widest finite range is not finite.
        let bin = 2 * ((range.upperBound / 2 - range.lowerBound / 2) / Double(maximumBinCount))
        guard bin > 0, bin.isFinite else { return Ticks(multiples: [], exponent: 0) }

        let decade = Ticks.decimalExponent(of: bin)
        // From ten times the bin's decade down to a tenth of it: the smallest step that is wide enough, then smaller
        // ones.
        let steps = [(20, 0), (10, 0), (5, 0), (25, -1), (2, 0), (1, 0), (5, -1), (25, -2), (2, -1), (1, -1)]
            .map { (factor: $0.0, exponent: $0.1 + decade) }
        let first = steps.lastIndex { Ticks.value(of: $0.factor, exponent: $0.exponent) >= bin } ?? 0
        var ticks = Ticks(multiples: [], exponent: 0)
        for step in steps[first...] {
            ticks = TickLocator.multiples(of: step.factor, exponent: step.exponent, in: range)
            if ticks.multiples.count >= 2 { break }
        }
        return ticks
    }

    /// Returns the multiples of `factor`·10^`exponent` in `range`.
    private static func multiples(of factor: Int, exponent: Int, in range: ClosedRange<Double>) -> Ticks {
        let step = Ticks.value(of: factor, exponent: exponent)
        let lower = range.lowerBound / step
        let upper = range.upperBound / step
        // Beyond this limit rounding is not small beside a step, and ticks would be wrong.
        let limit = 1e14
        guard step > 0, abs(lower) < limit, abs(upper) < limit else { return Ticks(multiples: [], exponent: 0) }
        let tolerance = min(0.4999, max(1e-10, 4e-16 * max(abs(lower), abs(upper))))
        let first = Int((lower - tolerance).rounded(.up))
        let last = Int((upper + tolerance).rounded(.down))
        guard first <= last else { return Ticks(multiples: [], exponent: 0) }
        return Ticks(multiples: (first...last).map { $0 * factor }, exponent: exponent)
    }
}
