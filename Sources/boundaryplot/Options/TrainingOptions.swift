import ArgumentParser
import Optimization
import Training

/// How networks are trained.
struct TrainingOptions: ParsableArguments {
    enum Optimizer: String, CaseIterable, ExpressibleByArgument {
        case cg
        case lbfgs
    }

    @Option(
        help: ArgumentHelp(
            "The optimiser: cg, the conjugate gradient of SciPy's fmin_cg; or lbfgs, limited-memory BFGS, faster and perhaps "
                + "to another minimum. (default: cg)",
            valueName: "name"))
    var optimizer: Optimizer?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Training has converged when no component of the gradient is greater. (default: 1e-5)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number of 0 or greater") { $0 >= 0 } })
    var tolerance: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The most iterations; 0 draws the untrained network. (default: 200 per weight)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number of 0 or greater", in: 0...) })
    var maxIterations: Int?

    @Flag(
        help:
            "End with status 1, after all is written, where a network did not converge; of tune, the one that is chosen."
    )
    var strict = false

    var usedOptimizer: Optimizer { optimizer ?? .cg }
    var usedTolerance: Double { tolerance ?? 1e-5 }

    var minimizer: any Minimizer {
        switch usedOptimizer {
        case .cg: ConjugateGradient(gradientTolerance: usedTolerance, iterationLimit: maxIterations)
        case .lbfgs: LimitedMemoryBFGS(gradientTolerance: usedTolerance, iterationLimit: maxIterations)
        }
    }

    /// What all networks of a run have in common: all but sizes and λ.
    func settings(initialSeed: UInt32) -> TrainingSettings {
        TrainingSettings(initialSeed: initialSeed, optimizer: minimizer)
    }

    /// Warns of networks that did not converge.
    ///
    /// - Parameter shortcomings: what is to be said, a line for each.
    /// - Throws: `Failure` of status 1 where there is one and the run is strict.
    func report(_ shortcomings: [String]) throws(Failure) {
        if strict, let first = shortcomings.first {
            let others = shortcomings.count > 1 ? "; nor did \(shortcomings.count - 1) more" : ""
            throw Failure(.notAsAsked, "--strict: \(first)\(others)")
        }
        // Nobody who asks for an untrained network expects it to have converged.
        guard maxIterations != 0 else { return }
        for shortcoming in shortcomings { StandardStream.note("Warning: \(shortcoming)") }
    }
}
