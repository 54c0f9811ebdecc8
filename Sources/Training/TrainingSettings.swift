public import Optimization

/// Settings that all networks of a run share.
public struct TrainingSettings: Hashable, Sendable {
    /// The seed of the initial theta.
    public var initialSeed: UInt32
    /// The method that minimises the cost.
    public var optimizer: Optimizer
    /// The number of threads that an evaluation of the cost may use; changes no bit of the result.
    public var threads: Int

    /// Creates settings from their parts.
    public init(initialSeed: UInt32 = 0, optimizer: Optimizer = .conjugateGradient(), threads: Int = 1) {
        self.initialSeed = initialSeed
        self.optimizer = optimizer
        self.threads = threads
    }
}
