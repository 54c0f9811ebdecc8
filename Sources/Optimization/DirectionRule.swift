/// How a minimiser chooses its next search direction.
protocol DirectionRule {
    /// The share of ‖g‖² by which a direction must at least descend for the step before it to be taken; nil where the
    /// rule itself sees to that.
    var leastDescent: Double? { get }

    /// The step length to try first along a new direction.
    ///
    /// - Parameters:
    ///   - origin: step length 0 of the new direction.
    ///   - valueBefore: the value one step earlier.
    func firstStep(from origin: LinePoint, valueBefore: Double) -> Double

    /// Writes the direction that follows a step into `next`.
    ///
    /// Called once or more for trials that are not taken where `leastDescent` is set, and only for steps that are where
    /// it is nil.
    mutating func turn(after step: Step, into next: inout [Double])

    /// Forgets what earlier steps taught, so that the next direction is that of steepest descent; false where there was
    /// nothing to forget.
    mutating func reset() -> Bool
}

/// A step from one iterate to the next, as a direction rule sees it.
struct Step {
    /// The step length α.
    let length: Double
    /// The direction p; the step itself is α·p.
    let direction: [Double]
    let gradient: [Double]
    /// The gradient after the step.
    let nextGradient: [Double]
}
