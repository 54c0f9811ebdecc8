public import Geometry

extension RegularGrid {
    /// The grid of numpy's `meshgrid(arange(minX, maxX, step), arange(minY, maxY, step))`.
    ///
    /// - Parameters:
    ///   - limits: in data units; finite.
    ///   - step: the distance between neighbours in either direction, in data units; greater than 0.
    /// - Throws: `GridError.stepTooLarge` where an axis would have fewer than two values, `.stepTooSmall` where the
    ///   points cannot be counted. Whether their memory can be had is the caller's question: see
    ///   `pointCount(covering:step:)`.
    public init(covering limits: Rectangle, step: Double) throws(GridError) {
        let columns = SampledAxis.count(from: limits.minX, to: limits.maxX, by: step)
        let rows = SampledAxis.count(from: limits.minY, to: limits.maxY, by: step)
        guard columns >= 2 && rows >= 2 else {
            throw .stepTooLarge(step: step, largest: Self.largestStep(covering: limits))
        }
        // 2⁶² numbers of 8 bytes would not have an address each.
        guard columns * rows < 0x1p59 else { throw .stepTooSmall(step: step, points: columns * rows) }
        self.init(
            x: SampledAxis(start: limits.minX, step: step, count: Int(columns)),
            y: SampledAxis(start: limits.minY, step: step, count: Int(rows)))
    }

    /// The number of points that such a grid has; a floating-point number, so that it cannot overflow.
    public static func pointCount(covering limits: Rectangle, step: Double) -> Double {
        SampledAxis.count(from: limits.minX, to: limits.maxX, by: step)
            * SampledAxis.count(from: limits.minY, to: limits.maxY, by: step)
    }

    /// The largest step of three decimal digits with which both axes have two values; 0 where an axis has no length.
    public static func largestStep(covering limits: Rectangle) -> Double {
        let shorter = min(limits.width, limits.height)
        var step = ThreeDigits(shorter)
        step.raise()
        while step.digits > 0 && SampledAxis.count(from: 0, to: shorter, by: step.value) < 2 { step.lower() }
        return step.value
    }

    /// The smallest step of three decimal digits with which a grid has no more than `pointCount` points.
    ///
    /// Where one side is more than `pointCount` times as long as the other, such a step leaves the other fewer than two
    /// values.
    ///
    /// - Parameter pointCount: 4 or greater.
    public static func smallestStep(covering limits: Rectangle, pointCount: Double) -> Double {
        // With counts that were not rounded up this would be it.
        var step = ThreeDigits(limits.width.squareRoot() * (limits.height / pointCount).squareRoot())
        step.lower()
        while Self.pointCount(covering: limits, step: step.value) > pointCount { step.raise() }
        return step.value
    }
}

/// A number of three significant decimal digits.
private struct ThreeDigits {
    /// A whole number, 100…999; 0 for a number too small to have three.
    private(set) var digits: Double
    private var exponent = 0

    /// The nearest such number, or a neighbour of it.
    init(_ value: Double) {
        while value / Self.power(exponent) >= 1000 { exponent += 1 }
        while value / Self.power(exponent) < 100 && exponent > -300 { exponent -= 1 }
        digits = min(999, (value / Self.power(exponent)).rounded())
        if digits < 100 { digits = 0 }
    }

    /// Divided by a power rather than multiplied by its reciprocal, so that 0.05 is 0.05.
    var value: Double { exponent < 0 ? digits / Self.power(-exponent) : digits * Self.power(exponent) }

    /// Goes on to the next greater number.
    mutating func raise() {
        digits = digits == 999 ? 100 : max(100, digits + 1)
        if digits == 100 && exponent > -300 { exponent += 1 }
    }

    /// Goes back to the next smaller one.
    mutating func lower() {
        guard digits > 0 else { return }
        digits -= 1
        guard digits < 100 else { return }
        digits = exponent > -300 ? 999 : 0
        exponent = max(-300, exponent - 1)
    }

    private static func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }
}
