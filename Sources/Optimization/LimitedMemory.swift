/// The quasi-Newton directions of the limited-memory BFGS method.
///
/// The direction is p = −H·g. H is an estimate of the inverse Hessian from the most recent steps s and the changes y of
/// the gradient over them.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., algorithm 7.4 and equation 7.20.
struct LimitedMemory: DirectionRule {
    let leastDescent: Double? = nil
    let crossesKinks = true
    /// The stored s, a ring buffer whose last written element is `newest`.
    private var steps: [[Double]]
    /// The stored y, in the same order.
    private var changes: [[Double]]
    /// The stored ρ = 1 / yᵀs, in the same order.
    private var reciprocals: [Double]
    private var coefficients: [Double]
    private var newest = 0
    private var count = 0

    /// - Parameter capacity: the maximum number of stored steps; 1 or more.
    init(capacity: Int, parameterCount: Int) {
        steps = Array(repeating: Array(repeating: 0, count: parameterCount), count: capacity)
        changes = steps
        reciprocals = Array(repeating: 0, count: capacity)
        coefficients = reciprocals
    }

    /// Returns 1, as in Newton's method. Without a stored step, the step α·p has at most length 1.
    func firstStep(from origin: LinePoint, valueBefore: Double) -> Double {
        count > 0 ? 1 : min(1, 1 / (-origin.slope).squareRoot())
    }

    mutating func turn(after step: Step, into next: inout [Double]) {
        remember(step)
        for index in next.indices { next[index] = -step.nextGradient[index] }
        guard count > 0 else { return }

        let slots = (0..<count).map { (newest + steps.count - $0) % steps.count }
        for slot in slots {
            coefficients[slot] = reciprocals[slot] * dot(steps[slot], next)
            add(-coefficients[slot], times: changes[slot], to: &next)
        }
        // The scale of the initial H (equation 7.20).
        let scale = 1 / (reciprocals[newest] * dot(changes[newest], changes[newest]))
        for index in next.indices { next[index] *= scale }
        for slot in slots.reversed() {
            let correction = reciprocals[slot] * dot(changes[slot], next)
            add(coefficients[slot] - correction, times: steps[slot], to: &next)
        }
    }

    mutating func reset() { count = 0 }

    /// Stores a step in place of the oldest, unless its curvature yᵀs is not positive: H must stay positive definite.
    private mutating func remember(_ step: Step) {
        let slot = (newest + 1) % steps.count
        for index in step.gradient.indices {
            steps[slot][index] = step.length * step.direction[index]
            changes[slot][index] = step.nextGradient[index] - step.gradient[index]
        }
        let curvature = dot(steps[slot], changes[slot])
        guard curvature > 0 else { return }
        reciprocals[slot] = 1 / curvature
        newest = slot
        count = min(count + 1, steps.count)
    }
}
