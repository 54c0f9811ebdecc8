/// Equally spaced coordinates along one axis, by the rule of numpy's `arange`.
///
///     count   = ⌈(stop − start) / step⌉
///     value i = start + i·((start + step) − start)
///
/// The increment is the step as rounded at `start`, not the step itself, so the values equal those of `arange` bit for
/// bit.
public struct SampledAxis: Hashable, Sendable {
    /// The first value, in data units.
    public let start: Double
    /// The requested distance between neighbours, in data units; greater than 0.
    public let step: Double
    /// The number of values; two or more.
    public let count: Int

    /// - Precondition: `start` and `step` are finite, the step is greater than 0, the count two or more.
    public init(start: Double, step: Double, count: Int) {
        precondition(start.isFinite && step.isFinite && step > 0, "an axis starts and steps by finite amounts")
        precondition(count >= 2, "an axis has two or more values")
        self.start = start
        self.step = step
        self.count = count
    }

    /// Returns the number of values of `arange(start, stop, step)`, as a floating-point number so that it cannot
    /// overflow.
    public static func count(from start: Double, to stop: Double, by step: Double) -> Double {
        max(0, ((stop - start) / step).rounded(.up))
    }

    /// The rounded distance between neighbouring values.
    public var increment: Double { (start + step) - start }

    /// The coordinate of value `index`, in data units.
    public subscript(index: Int) -> Double {
        start + Double(index) * increment
    }

    /// All coordinates, ascending.
    public var values: [Double] { (0..<count).map { self[$0] } }
}
