/// The result of a minimisation, converged or not.
public struct Minimum: Hashable, Sendable {
    /// The parameters with the lowest value found.
    public var parameters: [Double]
    /// The value of the objective at `parameters`.
    public var value: Double
    /// The maximum norm of the gradient at `parameters`: the largest absolute component.
    public var gradientNorm: Double
    /// The number of steps taken.
    public var iterations: Int
    /// The number of evaluations of value and gradient, including the first.
    public var evaluations: Int
    /// The reason for the end of the minimisation.
    public var termination: Termination

    /// Creates a result, for implementations of `Minimizer`.
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
