public import Geometry

extension RegularGrid {
    /// The grid of numpy's `meshgrid(arange(minX, maxX, step), arange(minY, maxY, step))`.
    ///
    /// - Parameters:
    ///   - limits: in data units; finite.
    ///   - step: the distance between neighbours in either direction, in data units; greater than 0.
    /// - Throws: `GridError.stepTooLarge` where an axis would have fewer than two values, `.stepTooSmall` where the points
    ///   cannot be counted. Whether their memory can be had is the caller's question: see `pointCount(covering:step:)`.
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

    /// The largest step of three decimal digits with which both axes have two values.
    public static func largestStep(covering limits: Rectangle) -> Double {
        var digits = ThreeDigits(min(limits.width, limits.height), .down)
        while pointCount(covering: limits, step: digits.value) < 4 && digits.digits > 1 { digits.digits -= 1 }
        return digits.value
    }

    /// The smallest step of three decimal digits, or nearly so, with which a grid has no more than `pointCount` points.
    ///
    /// - Parameter pointCount: 4 or greater.
    public static func smallestStep(covering limits: Rectangle, pointCount: Double) -> Double {
        var digits = ThreeDigits(limits.width.squareRoot() * (limits.height / pointCount).squareRoot(), .up)
        // Both counts are rounded up, so the estimate may be a little small.
        while Self.pointCount(covering: limits, step: digits.value) > pointCount { digits.digits += 1 }
        return digits.value
    }
}

/// A positive number cut or raised to three significant decimal digits.
private struct ThreeDigits {
    /// A whole number; 100…1000 at first.
    var digits: Double
    private var exponent = 0

    init(_ value: Double, _ rule: FloatingPointRoundingRule) {
        while value / Self.power(exponent) >= 1000 { exponent += 1 }
        while value / Self.power(exponent) < 100 && exponent > -300 { exponent -= 1 }
        digits = (value / Self.power(exponent)).rounded(rule)
    }

    /// Divided by a power rather than multiplied by its reciprocal, so that 0.05 is 0.05.
    var value: Double { exponent < 0 ? digits / Self.power(-exponent) : digits * Self.power(exponent) }

    private static func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }
}
