/// Evenly spaced numbers, equal to those of numpy's `linspace`.
///
/// Number i is start + i·step.
package struct EvenSpacing {
    let start: Double
    let count: Int
    private let step: Double
    /// `stop` if it is included, since start + i·step may miss it by rounding.
    private let last: Double?

    /// Creates `count` numbers from `start` to `stop`.
    ///
    /// The step is (stop - start) / (count - 1) if `stop` is included, and (stop - start) / count otherwise.
    package init(from start: Double, to stop: Double, count: Int, includesStop: Bool = true) {
        self.start = start
        self.count = count
        let stepCount = includesStop ? count - 1 : count
        step = stepCount > 0 ? (stop - start) / Double(stepCount) : 0
        last = includesStop && count > 1 ? stop : nil
    }

    package subscript(index: Int) -> Double {
        if let last, index == count - 1 { return last }
        return start + Double(index) * step
    }
}
