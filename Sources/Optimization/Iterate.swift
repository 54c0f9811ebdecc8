/// A point that a minimisation has reached, as an observer sees it.
public struct Iterate: Hashable, Sendable {
    /// The number of iterations so far; 0 for the start.
    public let iteration: Int
    /// The objective's value there.
    public let value: Double
    /// The parameters; the theta of a network.
    public let parameters: [Double]

    /// Creates an iterate from its parts; for minimisers of one's own.
    public init(iteration: Int, value: Double, parameters: [Double]) {
        self.iteration = iteration
        self.value = value
        self.parameters = parameters
    }
}
