/// One of the minimisers of this module, with its settings.
///
/// A closed choice instead of `any Minimizer`, so that settings can be compared, and so that the training also compiles
/// for the page of a report, whose Swift has no existentials.
public enum Optimizer: Hashable, Sendable {
    case conjugateGradient(ConjugateGradient = ConjugateGradient())
    case limitedMemoryBFGS(LimitedMemoryBFGS = LimitedMemoryBFGS())
}

extension Optimizer: Minimizer {
    public func minimize<O: Objective>(
        _ objective: O, from start: [Double], observing observer: (Iterate) -> Bool
    ) -> Minimum {
        switch self {
        case .conjugateGradient(let minimizer): minimizer.minimize(objective, from: start, observing: observer)
        case .limitedMemoryBFGS(let minimizer): minimizer.minimize(objective, from: start, observing: observer)
        }
    }
}
