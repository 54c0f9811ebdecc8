import ElementaryFunctions

/// A map from data units to points of the page along one axis.
public struct AxisScale: Hashable, Sendable {
    /// Relation of lengths on the page to data.
    public enum Kind: Hashable, Sendable {
        /// Equal differences are equally long.
        case linear
        /// Equal ratios are equally long; for values greater than 0.
        case logarithmic
    }

    /// Kind of the scale.
    public let kind: Kind
    /// Data values at the ends of the axis.
    public let domain: ClosedRange<Double>
    /// Place of the lower end of the domain on the page, in points.
    public let start: Double
    /// Place of the upper end of the domain on the page, in points; less than `start` for an axis that runs upwards.
    public let end: Double

    /// Lower end of the domain, or its logarithm.
    private let origin: Double
    /// Points of the page per data unit, or per unit of the logarithm; negative for an axis that runs upwards.
    private let factor: Double

    /// - Precondition: the domain is finite and holds more than one value; on a logarithmic scale it is greater than 0.
    public init(_ kind: Kind = .linear, domain: ClosedRange<Double>, start: Double, end: Double) {
        precondition(
            domain.lowerBound.isFinite && domain.upperBound.isFinite && domain.lowerBound < domain.upperBound,
            "the domain of a scale must be finite and hold more than one value")
        precondition(
            kind == .linear || domain.lowerBound > 0, "the domain of a logarithmic scale must be greater than 0")
        self.kind = kind
        self.domain = domain
        self.start = start
        self.end = end
        origin = AxisScale.coordinate(of: domain.lowerBound, kind)
        factor = (end - start) / (AxisScale.coordinate(of: domain.upperBound, kind) - origin)
    }

    /// Returns the place of `value` on the page, in points. It lies beyond the ends for a value outside of the domain,
    /// and is not finite if a logarithmic scale is given a value without a logarithm.
    public func callAsFunction(_ value: Double) -> Double {
        start + (AxisScale.coordinate(of: value, kind) - origin) * factor
    }

    /// Returns the quantity that grows evenly along the axis.
    private static func coordinate(of value: Double, _ kind: Kind) -> Double {
        switch kind {
        case .linear: value
        case .logarithmic: .log(value)
        }
    }
}
