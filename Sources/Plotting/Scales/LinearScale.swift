/// A straight-line map of data units to points of the page.
public struct LinearScale: Hashable, Sendable {
    /// The data values at the ends of the axis.
    public let domain: ClosedRange<Double>
    /// Where the lower end of the domain lies on the page, in points.
    public let start: Double
    /// Where the upper end of the domain lies on the page, in points; less than `start` for an axis that runs upwards.
    public let end: Double

    /// - Precondition: the domain is finite and not a single value.
    public init(domain: ClosedRange<Double>, start: Double, end: Double) {
        precondition(
            domain.lowerBound.isFinite && domain.upperBound.isFinite && domain.lowerBound < domain.upperBound,
            "a scale maps a finite range of more than one value")
        self.domain = domain
        self.start = start
        self.end = end
    }

    /// The place of `value` on the page, in points; beyond the ends for a value outside of the domain.
    public func callAsFunction(_ value: Double) -> Double {
        start + (value - domain.lowerBound) * factor
    }

    /// Points of the page per data unit; negative for an axis that runs upwards.
    public var factor: Double { (end - start) / (domain.upperBound - domain.lowerBound) }
}
