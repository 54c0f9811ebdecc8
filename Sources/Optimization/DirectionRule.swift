/// A rule for the next search direction of a minimiser.
protocol DirectionRule {
    /// The constant c in the descent condition p′ᵀg′ ≤ −c·‖g′‖², which the next direction p′ must meet for a trial to be
    /// accepted; nil if the rule guarantees descent.
    var leastDescent: Double? { get }

    /// True if the directions lead along the kinks of a function, down to a minimum at a kink.
    var crossesKinks: Bool { get }

    /// Returns the step length of the first trial along a new direction.
    ///
    /// - Parameters:
    ///   - origin: step length 0 of the new direction.
    ///   - valueBefore: the value of the objective one step earlier.
    func firstStep(from origin: LinePoint, valueBefore: Double) -> Double

    /// Writes the direction after a step into `next`.
    ///
    /// If `leastDescent` is nil, this is called once for each step. Otherwise it is also called for rejected trials.
    mutating func turn(after step: Step, into next: inout [Double])

    /// Forgets all earlier steps, since the search resets to steepest descent.
    mutating func reset()
}

/// A step from one iterate to the next.
struct Step {
    /// The step length α.
    let length: Double
    /// The search direction p; the step itself is α·p.
    let direction: [Double]
    let gradient: [Double]
    /// The gradient after the step.
    let nextGradient: [Double]
}
