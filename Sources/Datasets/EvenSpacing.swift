/// `count` numbers at equal distances from `start`, as numpy's `linspace` makes them.
///
/// Number i is start + i·step; a single one is `start`.
struct EvenSpacing {
    let start: Double
    let count: Int
    private let step: Double
    /// The last number where it is given, for rounding might miss it.
    private let last: Double?

    /// The numbers from `start` to `stop`: with n the count, the step is (stop - start) / (n - 1) if `stop` is
    /// included, and otherwise (stop - start) / n.
    init(from start: Double, to stop: Double, count: Int, includesStop: Bool = true) {
        self.start = start
        self.count = count
        let stepCount = includesStop ? count - 1 : count
        step = stepCount > 0 ? (stop - start) / Double(stepCount) : 0
        last = includesStop && count > 1 ? stop : nil
    }

    subscript(index: Int) -> Double {
        if let last, index == count - 1 { return last }
        return start + Double(index) * step
    }
}
