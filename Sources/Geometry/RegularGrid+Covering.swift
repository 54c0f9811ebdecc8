extension RegularGrid {
    /// Creates the grid of numpy's `meshgrid(arange(minX, maxX, step), arange(minY, maxY, step))`.
    ///
    /// - Parameters:
    ///   - limits: in data units; finite.
    ///   - step: the distance between neighbours in either direction, in data units; greater than 0.
    /// - Throws: `GridError.stepTooLarge` if an axis would have fewer than two values, `.stepTooSmall` if the points
    ///   cannot be counted. The caller checks that there is memory for them: see `pointCount(covering:step:)`.
    public init(covering limits: Rectangle, step: Double) throws(GridError) {
        try self.init(covering: limits, step: GridStep(step))
    }

    /// Creates the same grid with a step for each direction.
    ///
    /// - Throws: as with one step; `.stepTooLarge` for the first axis that would have fewer than two values.
    public init(covering limits: Rectangle, step: GridStep) throws(GridError) {
        let columns = SampledAxis.count(from: limits.minX, to: limits.maxX, by: step.x)
        let rows = SampledAxis.count(from: limits.minY, to: limits.maxY, by: step.y)
        guard columns >= 2 && rows >= 2 else {
            // A common step must fit the shorter axis.
            let sides = step.x == step.y ? [limits.width, limits.height] : [columns < 2 ? limits.width : limits.height]
            throw .stepTooLarge(
                step: columns < 2 ? step.x : step.y, largest: Self.largestStep(along: sides.reduce(.infinity, min)))
        }
        // 2⁶² numbers of 8 bytes would not have an address each.
        guard columns * rows < 0x1p59 else {
            throw .stepTooSmall(step: min(step.x, step.y), points: columns * rows)
        }
        self.init(
            x: SampledAxis(start: limits.minX, step: step.x, count: Int(columns)),
            y: SampledAxis(start: limits.minY, step: step.y, count: Int(rows)))
    }

    /// Returns the number of points of such a grid, as a floating-point number so that it cannot overflow.
    public static func pointCount(covering limits: Rectangle, step: GridStep) -> Double {
        SampledAxis.count(from: limits.minX, to: limits.maxX, by: step.x)
            * SampledAxis.count(from: limits.minY, to: limits.maxY, by: step.y)
    }

    /// Returns the largest step of three decimal digits that gives both axes two values; 0 if an axis has no length.
    public static func largestStep(covering limits: Rectangle) -> Double {
        largestStep(along: min(limits.width, limits.height))
    }

    private static func largestStep(along side: Double) -> Double {
        var step = ThreeDigits(side)
        step.raise()
        while step.digits > 0 && SampledAxis.count(from: 0, to: side, by: step.value) < 2 { step.lower() }
        return step.value
    }

    /// Returns the smallest step of three decimal digits that gives a grid at most `pointCount` points.
    ///
    /// If one side is more than `pointCount` times as long as the other, the step leaves the shorter axis fewer than
    /// two values.
    ///
    /// - Parameter pointCount: 4 or greater.
    public static func smallestStep(covering limits: Rectangle, pointCount: Double) -> Double {
        // Exact only if counts were not rounded up.
        var step = ThreeDigits(limits.width.squareRoot() * (limits.height / pointCount).squareRoot())
        step.lower()
        while Self.pointCount(covering: limits, step: GridStep(step.value)) > pointCount { step.raise() }
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
