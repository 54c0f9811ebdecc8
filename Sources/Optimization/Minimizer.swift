/// An algorithm that finds a local minimum of a smooth function.
public protocol Minimizer: Sendable {
    /// Finds a local minimum of `objective` downhill from `start`.
    ///
    /// - Parameters:
    ///   - start: the first parameters; as many as the objective has.
    ///   - shouldContinue: asked before every iteration, with the number of steps taken so far and the value reached.
    func minimize<O: Objective>(
        _ objective: O, from start: [Double], while shouldContinue: (_ iterations: Int, _ value: Double) -> Bool
    ) -> Minimum
}

extension Minimizer {
    /// Finds a local minimum of `objective` downhill from `start`, as far as the minimiser's own limits let it.
    public func minimize<O: Objective>(_ objective: O, from start: [Double]) -> Minimum {
        minimize(objective, from: start) { _, _ in true }
    }
}
