/// `count` numbers at equal distances from `start` to `stop`, both included: numpy's `linspace`.
///
/// Number i is start + i·step with step = (stop - start) / (count - 1), but the last one is `stop` exactly; a single
/// one is `start`.
struct EvenSpacing {
    let start: Double
    let stop: Double
    let count: Int
    private let step: Double

    init(from start: Double, to stop: Double, count: Int) {
        self.start = start
        self.stop = stop
        self.count = count
        step = count > 1 ? (stop - start) / Double(count - 1) : 0
    }

    subscript(index: Int) -> Double {
        index > 0 && index == count - 1 ? stop : start + Double(index) * step
    }
}
