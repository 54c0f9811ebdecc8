import Files

/// Error or cost of networks that differ in one quantity, on training and held-out points.
public struct ValidationCurve: Hashable, Sendable {
    /// The measured quantity.
    public enum Measure: Hashable, Sendable {
        /// The share of points that are misclassified, 0…1.
        case error
        /// The cost; 0 or greater.
        case cost
    }

    /// The values on one part of the data.
    public struct Series: Hashable, Sendable {
        /// The name of the part, "train", "test" or "validation"; or of the networks, if several lines are compared.
        public var name: String
        /// True if no network was trained on these points.
        public var isHeldOut: Bool
        /// One value per place of the axis; values that are not finite leave a gap.
        public var values: [Double]
        /// One standard deviation per value, over restarts or folds; nil if each value comes from one training.
        /// Deviations that are not finite count as 0.
        public var deviations: [Double]?

        /// A 95 % interval per value, in the unit of the values; nil to draw no intervals.
        public var intervals: [ClosedRange<Double>]?

        /// - Precondition: `deviations` and `intervals` are nil or as long as `values`.
        public init(
            _ name: String, isHeldOut: Bool, values: [Double], deviations: [Double]? = nil,
            intervals: [ClosedRange<Double>]? = nil
        ) {
            precondition(deviations == nil || deviations?.count == values.count, "every value has a deviation")
            precondition(intervals == nil || intervals?.count == values.count, "every value has an interval")
            self.name = name
            self.isHeldOut = isHeldOut
            self.values = values
            self.deviations = deviations
            self.intervals = intervals
        }

        func deviation(_ index: Int) -> Double {
            guard let deviation = deviations?[index], deviation.isFinite else { return 0 }
            return deviation
        }
    }

    /// The horizontal axis.
    public let axis: CurveAxis
    /// The series, in drawing order.
    public let series: [Series]
    /// The quantity of the values.
    public let measure: Measure
    /// Index on the axis of the best place of a held-out series, which is marked; optional.
    public let bestIndex: Int?
    /// Index of the series with the marked place.
    public let bestSeriesIndex: Int
    /// The name of the marked place in the legend: "best", or "chosen" if a rule chose it.
    public let bestName: String

    /// Creates a curve with a given place of the first held-out series marked.
    ///
    /// - Parameter bestSeriesIndex: another series with the marked place; optional.
    /// - Precondition: every series has one value per place of the axis.
    public init(
        axis: CurveAxis, series: [Series], measure: Measure, bestIndex: Int?, bestSeriesIndex: Int? = nil,
        bestName: String = "best"
    ) {
        precondition(series.allSatisfy { $0.values.count == axis.count }, "every place has a value")
        self.axis = axis
        self.series = series
        self.measure = measure
        self.bestIndex = bestIndex
        self.bestSeriesIndex = bestSeriesIndex ?? series.firstIndex(where: \.isHeldOut) ?? 0
        self.bestName = bestName
    }

    /// Creates a curve with the lowest value of the held-out series marked: on a tie that of the first series, in it the
    /// smallest network, or the largest λ. Unmarked along an axis of training points, and if there is one place only.
    public init(axis: CurveAxis, series: [Series], measure: Measure) {
        var best: (series: Int, index: Int, value: Double)?
        for (number, series) in series.enumerated() where series.isHeldOut {
            for index in axis.simplestFirst where series.values[index].isFinite {
                let value = series.values[index]
                if value < best?.value ?? .infinity { best = (number, index, value) }
            }
        }
        if axis.count < 2 { best = nil }
        self.init(
            axis: axis, series: series, measure: measure, bestIndex: best?.index, bestSeriesIndex: best?.series)
    }

    /// True if each line shows other networks, instead of another part of the data.
    var comparesNetworks: Bool { series.count > 1 && Set(series.map(\.isHeldOut)).count == 1 }

    /// The title of the y axis.
    var yTitle: String {
        guard comparesNetworks else { return measure.axisTitle }
        return (series[0].isHeldOut ? "test " : "training ") + measure.axisTitle
    }
}

extension ValidationCurve.Measure {
    /// Returns a value in the displayed unit: per cent for errors.
    func shown(_ value: Double) -> Double {
        self == .error ? 100 * value : value
    }

    /// The title of the y axis.
    var axisTitle: String {
        self == .error ? "error, %" : "cost"
    }

    /// Returns a value as text without a unit: "3.1" for an error of 0.031, "0.132" for a cost.
    func text(_ value: Double) -> String {
        switch (self, value.magnitude) {
        case (.error, _): DecimalText.fixed(100 * value, decimals: 1)
        case (.cost, ..<10): DecimalText.fixed(value, decimals: 3)
        case (.cost, ..<100): DecimalText.fixed(value, decimals: 2)
        default: DecimalText.significant(value, digits: 3)
        }
    }
}
