/// Where a minimisation ended, and how.
///
/// Not having converged is a result like any other: `termination` tells.
public struct Minimum: Hashable, Sendable {
    /// The parameters with the lowest value found.
    public var parameters: [Double]
    /// The objective's value there.
    public var value: Double
    /// The greatest absolute component of the gradient there.
    public var gradientNorm: Double
    /// How many steps were taken.
    public var iterations: Int
    /// How many times value and gradient were evaluated, the first included.
    public var evaluations: Int
    /// Why the minimisation ended.
    public var termination: Termination

    /// What a minimiser reports; for minimisers of one's own.
    public init(
        parameters: [Double], value: Double, gradientNorm: Double, iterations: Int, evaluations: Int,
        termination: Termination
    ) {
        self.parameters = parameters
        self.value = value
        self.gradientNorm = gradientNorm
        self.iterations = iterations
        self.evaluations = evaluations
        self.termination = termination
    }
}
