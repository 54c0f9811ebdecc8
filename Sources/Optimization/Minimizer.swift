/// An algorithm that finds a local minimum of a smooth function.
public protocol Minimizer: Sendable {
    /// Finds a local minimum of `objective` downhill from `start`.
    ///
    /// - Parameters:
    ///   - start: the first parameters; as many as the objective has.
    ///   - observer: called before the first and after every iteration, the last included; false ends the minimisation
    ///     as `.interrupted` unless it has ended anyway.
    func minimize<O: Objective>(
        _ objective: O, from start: [Double], observing observer: (Iterate) -> Bool
    ) -> Minimum
}

extension Minimizer {
    /// Finds a local minimum of `objective` downhill from `start`, as far as the minimiser's own limits let it.
    public func minimize<O: Objective>(_ objective: O, from start: [Double]) -> Minimum {
        minimize(objective, from: start) { _ in true }
    }
}
