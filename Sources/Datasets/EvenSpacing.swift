/// `count` numbers at equal distances from `start`, as numpy's `linspace` makes them.
///
/// Number i is start + i·step; a single one is `start`.
struct EvenSpacing {
    let start: Double
    let count: Int
    private let step: Double
    /// The last number where it is given, for rounding might miss it.
    private let last: Double?

    /// The numbers from `start` to `stop`, both included: the step is (stop - start) / (count - 1).
    init(from start: Double, to stop: Double, count: Int) {
        self.start = start
        self.count = count
        step = count > 1 ? (stop - start) / Double(count - 1) : 0
        last = count > 1 ? stop : nil
    }

    /// The numbers from `start` on that are below `stop`, which would be the next one: the step is
    /// (stop - start) / count.
    init(from start: Double, upTo stop: Double, count: Int) {
        self.start = start
        self.count = count
        step = count > 0 ? (stop - start) / Double(count) : 0
        last = nil
    }

    subscript(index: Int) -> Double {
        if let last, index == count - 1 { return last }
        return start + Double(index) * step
    }
}
