/// A choice of minimiser with its settings.
public enum Optimizer: Hashable, Sendable {
    case conjugateGradient(ConjugateGradient)
    case limitedMemoryBFGS(LimitedMemoryBFGS)

    /// Finds a local minimum of `objective` downhill from `start`; see the minimisers.
    public func minimize<O: Objective>(
        _ objective: O, from start: [Double],
        while shouldContinue: (_ iterations: Int, _ value: Double) -> Bool = { _, _ in true }
    ) -> Minimum {
        switch self {
        case .conjugateGradient(let minimizer): minimizer.minimize(objective, from: start, while: shouldContinue)
        case .limitedMemoryBFGS(let minimizer): minimizer.minimize(objective, from: start, while: shouldContinue)
        }
    }
}
