/// The iterations at which a training keeps theta, known before its length is. The last iteration is always kept too.
public enum RecordedIterations: Hashable, Sendable {
    /// The first and the last iteration only.
    case ends
    /// 0, 1, 3, 10, 30, 100, …
    case decades
    /// All up to `resolution`, then each 1/`resolution` of itself after the one before: about evenly spaced logarithms.
    case logarithmic(resolution: Int)

    /// Returns the iteration to keep after `iteration`; `Int.max` if there is none.
    public func next(after iteration: Int) -> Int {
        switch self {
        case .ends: return .max
        case .decades:
            var power = 1
            while true {
                if power > iteration { return power }
                if 3 * power > iteration { return 3 * power }
                let (next, isTooLarge) = power.multipliedReportingOverflow(by: 10)
                guard !isTooLarge, next < Int.max / 3 else { return .max }
                power = next
            }
        case .logarithmic(let resolution):
            let (next, isTooLarge) = iteration.addingReportingOverflow(max(1, iteration / max(1, resolution)))
            return isTooLarge ? .max : next
        }
    }

    /// Returns the greatest number of thetas that a training of `iterationLimit` iterations keeps, 2 or more.
    public func count(upTo iterationLimit: Int) -> Int {
        var (count, iteration) = (1, 0)
        while iteration < iterationLimit {
            count += 1
            iteration = next(after: iteration)
        }
        return max(2, count)
    }
}
