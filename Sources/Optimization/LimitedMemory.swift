/// The quasi-Newton directions of the limited-memory BFGS method: p = −H·g, with H an estimate of the inverse Hessian
/// from the last steps s and the changes y of the gradient over them.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., algorithm 7.4 and equation 7.20.
struct LimitedMemory: DirectionRule {
    let leastDescent: Double? = nil
    /// One for each remembered step, in a ring: `newest` is the last written.
    private var steps: [[Double]]
    private var changes: [[Double]]
    /// ρ = 1 / yᵀs.
    private var reciprocals: [Double]
    private var coefficients: [Double]
    private var newest = 0
    private var count = 0

    /// - Parameter capacity: how many steps are remembered; 1 or more.
    init(capacity: Int, parameterCount: Int) {
        steps = Array(repeating: Array(repeating: 0, count: parameterCount), count: capacity)
        changes = steps
        reciprocals = Array(repeating: 0, count: capacity)
        coefficients = reciprocals
    }

    /// 1, the step of Newton's method; before anything is known of the curvature, a step of length 1 at most.
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
        // The newest step's curvature sets the scale (equation 7.20).
        let scale = 1 / (reciprocals[newest] * dot(changes[newest], changes[newest]))
        for index in next.indices { next[index] *= scale }
        for slot in slots.reversed() {
            let correction = reciprocals[slot] * dot(changes[slot], next)
            add(coefficients[slot] - correction, times: steps[slot], to: &next)
        }
    }

    mutating func reset() -> Bool {
        defer { count = 0 }
        return count > 0
    }

    /// Takes up a step, in the place of the oldest; not one without positive curvature, which says nothing of a
    /// minimum.
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
