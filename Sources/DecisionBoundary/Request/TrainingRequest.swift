import Optimization
public import Training

/// The training of the networks of a run.
public struct TrainingRequest: RequestPart {
    /// The optimisers.
    public enum Optimizer: String, RequestChoice {
        /// The conjugate gradient of SciPy's `fmin_cg`.
        case cg
        /// Limited-memory BFGS.
        case lbfgs
    }

    /// The optimiser; nil chooses `defaultOptimizer(for:)` for each network.
    public var optimizer: Optimizer?
    /// Training stops when no component of the gradient is greater; 0 or greater.
    public var tolerance = 1e-5
    /// The maximum number of iterations, 0 or greater; defaults to 200 per weight.
    public var maxIterations: Int?
    /// The seed of the initial weights.
    public var initialSeed: UInt32 = 0
    /// The number of trainings of each network, with seeds from `initialSeed` upwards; 1 or greater. The training with
    /// the lowest cost is drawn. `Request.init` sets the default of the product.
    public var restarts = 1

    public init() {}

    /// The accepted numbers of restarts.
    package static let restartCounts = 1...10_000

    public static var fields: [RequestField<TrainingRequest>] {
        [
            RequestField("optimizer", \.optimizer),
            RequestField("tolerance", \.tolerance) {
                $0 >= 0 && $0.isFinite ? nil : "a number of 0 or greater is accepted"
            },
            RequestField("maxIterations", \.maxIterations) {
                $0 ?? 0 >= 0 ? nil : "a whole number of 0 or greater is accepted"
            }, RequestField("initialSeed", \.initialSeed),
            RequestField("restarts", \.restarts) {
                restartCounts.contains($0) ? nil : "a whole number from 1 to 10000 is accepted"
            },
        ]
    }

    /// Returns the optimiser of networks without a requested one: `lbfgs` for rectifiers, whose cost has kinks that hold
    /// up a conjugate gradient, and `cg` for others.
    public static func defaultOptimizer(for activation: Activation) -> Optimizer {
        activation == .relu ? .lbfgs : .cg
    }

    /// Returns the optimiser of a network.
    package func optimizer(for candidate: Candidate) -> Optimizer {
        optimizer ?? Self.defaultOptimizer(for: candidate.activation)
    }

    /// Returns the maximum number of iterations of a network; by default 200 per weight, or about as many if that is very
    /// large.
    func iterationLimit(for candidate: Candidate, classCount: Int) -> Int {
        let parameterCount = TrainingObjective.parameterCount(
            shape: NetworkShape(hidden: candidate.hidden, classCount: classCount))
        return maxIterations ?? Int(min(200 * parameterCount, 1e18))
    }

    /// Returns the settings of a network's training.
    func settings(for candidate: Candidate) -> TrainingSettings {
        let minimizer: Optimization.Optimizer =
            switch optimizer(for: candidate) {
            case .cg: .conjugateGradient(.init(gradientTolerance: tolerance, iterationLimit: maxIterations))
            case .lbfgs: .limitedMemoryBFGS(.init(gradientTolerance: tolerance, iterationLimit: maxIterations))
            }
        return TrainingSettings(initialSeed: initialSeed, optimizer: minimizer)
    }
}
