/// The conjugate directions of Polak and Ribière.
///
///     β = max(0, g′ᵀ(g′ − g) / gᵀg)
///     p′ = −g′ + β·p
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., equations 5.44 and 5.45.
struct PolakRibiere: DirectionRule {
    let leastDescent: Double? = 0.01
    let crossesKinks = false

    /// Returns the step length at which a linear function would decrease by 2.02 times the decrease of the previous step,
    /// but at most 1.
    func firstStep(from origin: LinePoint, valueBefore: Double) -> Double {
        let step = 2.02 * (origin.value - valueBefore) / origin.slope
        return step < 0 ? 1 : min(1, step)
    }

    func turn(after step: Step, into next: inout [Double]) {
        let numerator = dot(step.nextGradient, minus: step.gradient)
        let beta = max(0, numerator / dot(step.gradient, step.gradient))
        write(minus: step.nextGradient, plus: beta, times: step.direction, to: &next)
    }

    func reset() {}
}
