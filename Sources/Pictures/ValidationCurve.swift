import Files

/// Error or cost of networks of different sizes, on training and held-out points.
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
        /// The part's name: "train", "test", "validation".
        public var name: String
        /// True if no network was trained on these points.
        public var isHeldOut: Bool
        /// One value per size; values that are not finite leave a gap.
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

    /// The networks.
    public let sizes: HiddenSizes
    /// The series, in drawing order.
    public let series: [Series]
    /// The quantity of the values.
    public let measure: Measure
    /// Index of the best size of the first held-out series, which is marked; optional.
    public let bestIndex: Int?
    /// The name of the marked size in the legend: "best", or "chosen" if a rule chose it.
    public let bestName: String

    /// Creates a curve with a given size marked.
    ///
    /// - Precondition: every series has one value per size.
    public init(sizes: HiddenSizes, series: [Series], measure: Measure, bestIndex: Int?, bestName: String = "best") {
        precondition(series.allSatisfy { $0.values.count == sizes.count }, "every size has a value")
        self.sizes = sizes
        self.series = series
        self.measure = measure
        self.bestIndex = bestIndex
        self.bestName = bestName
    }

    /// Creates a curve with the lowest value of the first held-out series marked, the first on a tie; unmarked if there
    /// is one size only.
    public init(sizes: HiddenSizes, series: [Series], measure: Measure) {
        let values = series.first(where: \.isHeldOut)?.values ?? []
        let best = values.indices.filter { values[$0].isFinite }.min { values[$0] < values[$1] }
        self.init(sizes: sizes, series: series, measure: measure, bestIndex: sizes.count > 1 ? best : nil)
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
