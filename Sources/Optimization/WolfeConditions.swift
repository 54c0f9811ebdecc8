/// The strong Wolfe conditions on a step length.
///
/// With φ₀ and φ₀′ < 0 at step length 0:
///
///     φ(α) ≤ φ₀ + c₁·α·φ₀′      sufficient decrease
///     |φ′(α)| ≤ c₂·|φ₀′|         curvature
///
/// The weak conditions limit only a negative slope: φ′(α) ≥ c₂·φ₀′.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., equations 3.6 and 3.7.
public struct WolfeConditions: Hashable, Sendable {
    /// c₁, between 0 and c₂.
    public let sufficientDecrease: Double
    /// c₂, between c₁ and 1; small values require a nearly exact line search.
    public let curvature: Double

    /// Creates the conditions from c₁ and c₂.
    ///
    /// - Precondition: 0 < c₁ < c₂ < 1.
    public init(sufficientDecrease: Double = 1e-4, curvature: Double = 0.4) {
        precondition(
            0 < sufficientDecrease && sufficientDecrease < curvature && curvature < 1,
            "the Wolfe conditions need 0 < c₁ < c₂ < 1")
        self.sufficientDecrease = sufficientDecrease
        self.curvature = curvature
    }

    func decreasesEnough(_ point: LinePoint, from origin: LinePoint) -> Bool {
        point.value <= origin.value + sufficientDecrease * point.step * origin.slope
    }

    func isFlatEnough(_ point: LinePoint, from origin: LinePoint) -> Bool {
        abs(point.slope) <= curvature * -origin.slope
    }

    /// The weak curvature condition.
    func isFarEnough(_ point: LinePoint, from origin: LinePoint) -> Bool {
        point.slope >= curvature * origin.slope
    }
}
