import Files

/// How well networks of different sizes do, on the points they were trained on and on others.
public struct ValidationCurve: Hashable, Sendable {
    /// What is measured.
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
        /// Whether no network has been trained on these points.
        public var isHeldOut: Bool
        /// One for each size; one that is not finite leaves a gap.
        public var values: [Double]
        /// One standard deviation for each value, over restarts or folds; nil where each value is a single one. One
        /// that is not finite counts as 0.
        public var deviations: [Double]?

        /// - Precondition: there are as many deviations as values, or none.
        public init(_ name: String, isHeldOut: Bool, values: [Double], deviations: [Double]? = nil) {
            precondition(deviations == nil || deviations?.count == values.count, "every value has a deviation")
            self.name = name
            self.isHeldOut = isHeldOut
            self.values = values
            self.deviations = deviations
        }

        func deviation(_ index: Int) -> Double {
            guard let deviation = deviations?[index], deviation.isFinite else { return 0 }
            return deviation
        }
    }

    /// The networks.
    public let sizes: HiddenSizes
    /// In drawing order.
    public let series: [Series]
    /// What the values are.
    public let measure: Measure
    /// Which size is marked as the best by the first held-out series; none where nil.
    public let bestIndex: Int?
    /// What the legend calls that size: "best", or "chosen" where a rule prefers another than the best.
    public let bestName: String

    /// A curve with a size of the caller's choice marked.
    ///
    /// - Precondition: every series has a value for each size.
    public init(sizes: HiddenSizes, series: [Series], measure: Measure, bestIndex: Int?, bestName: String = "best") {
        precondition(series.allSatisfy { $0.values.count == sizes.count }, "every size has a value")
        self.sizes = sizes
        self.series = series
        self.measure = measure
        self.bestIndex = bestIndex
        self.bestName = bestName
    }

    /// A curve with the size marked that has the lowest value of the first held-out series, the first on a tie; none
    /// where there is a single one.
    public init(sizes: HiddenSizes, series: [Series], measure: Measure) {
        let values = series.first(where: \.isHeldOut)?.values ?? []
        let best = values.indices.filter { values[$0].isFinite }.min { values[$0] < values[$1] }
        self.init(sizes: sizes, series: series, measure: measure, bestIndex: sizes.count > 1 ? best : nil)
    }

    /// The same for networks of one hidden layer each: `HiddenSizes.init(_:)` of `sizes`.
    public init(sizes: [Int], series: [Series], measure: Measure) {
        self.init(sizes: HiddenSizes(sizes), series: series, measure: measure)
    }
}

extension ValidationCurve.Measure {
    /// A value in the unit that is shown: errors in per cent.
    func shown(_ value: Double) -> Double {
        self == .error ? 100 * value : value
    }

    /// The title of an axis of such values.
    var axisTitle: String {
        self == .error ? "error, %" : "cost"
    }

    /// A value as text, without its unit: "3.1" for an error of 0.031, "0.132" for a cost.
    func text(_ value: Double) -> String {
        switch (self, value.magnitude) {
        case (.error, _): DecimalText.fixed(100 * value, decimals: 1)
        case (.cost, ..<10): DecimalText.fixed(value, decimals: 3)
        case (.cost, ..<100): DecimalText.fixed(value, decimals: 2)
        default: DecimalText.significant(value, digits: 3)
        }
    }
}
