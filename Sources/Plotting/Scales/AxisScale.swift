import ElementaryFunctions

/// A map of data units to points of the page along one axis.
public struct AxisScale: Hashable, Sendable {
    /// How lengths on the page go with data.
    public enum Kind: Hashable, Sendable {
        /// Equal differences are equally long.
        case linear
        /// Equal ratios are equally long; for values greater than 0.
        case logarithmic
    }

    /// How lengths on the page go with data.
    public let kind: Kind
    /// The data values at the ends of the axis.
    public let domain: ClosedRange<Double>
    /// Where the lower end of the domain lies on the page, in points.
    public let start: Double
    /// Where the upper end of the domain lies on the page, in points; less than `start` for an axis that runs upwards.
    public let end: Double

    /// The lower end of the domain, or its logarithm.
    private let origin: Double
    /// Points of the page per data unit, or per unit of the logarithm; negative for an axis that runs upwards.
    private let factor: Double

    /// - Precondition: the domain is finite and not a single value; of a logarithmic scale it is greater than 0.
    public init(_ kind: Kind = .linear, domain: ClosedRange<Double>, start: Double, end: Double) {
        precondition(
            domain.lowerBound.isFinite && domain.upperBound.isFinite && domain.lowerBound < domain.upperBound,
            "a scale maps a finite range of more than one value")
        precondition(kind == .linear || domain.lowerBound > 0, "a logarithmic scale maps values greater than 0")
        self.kind = kind
        self.domain = domain
        self.start = start
        self.end = end
        origin = AxisScale.coordinate(of: domain.lowerBound, kind)
        factor = (end - start) / (AxisScale.coordinate(of: domain.upperBound, kind) - origin)
    }

    /// The place of `value` on the page, in points; beyond the ends for a value outside of the domain, and not finite
    /// where a logarithmic scale is given a value that has no logarithm.
    public func callAsFunction(_ value: Double) -> Double {
        start + (AxisScale.coordinate(of: value, kind) - origin) * factor
    }

    /// What grows evenly along the axis.
    private static func coordinate(of value: Double, _ kind: Kind) -> Double {
        switch kind {
        case .linear: value
        case .logarithmic: .log(value)
        }
    }
}
