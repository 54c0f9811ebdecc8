/// A trial of a line search: φ(α) = f(x + α·p) and its slope φ′(α) = ∇f(x + α·p)ᵀp at step length α.
struct LinePoint: Equatable {
    var step: Double
    var value: Double
    var slope: Double
}
