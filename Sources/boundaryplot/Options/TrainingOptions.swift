import ArgumentParser
import Optimization

/// How networks are trained.
struct TrainingOptions: ParsableArguments {
    enum Optimizer: String, CaseIterable, ExpressibleByArgument {
        case cg
        case lbfgs
    }

    @Option(
        help: ArgumentHelp(
            "The optimiser: cg, the conjugate gradient of SciPy's fmin_cg; or lbfgs, limited-memory BFGS, faster and perhaps "
                + "to another minimum.",
            valueName: "name"))
    var optimizer = Optimizer.cg

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Training has converged when no component of the gradient is greater. (default: 1e-5)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number of 0 or greater") { $0 >= 0 } })
    var tolerance = 1e-5

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The most iterations; 0 draws the untrained network. (default: 200 per weight)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number of 0 or greater", in: 0...) })
    var maxIterations: Int?

    var minimizer: any Minimizer {
        switch optimizer {
        case .cg: ConjugateGradient(gradientTolerance: tolerance, iterationLimit: maxIterations)
        case .lbfgs: LimitedMemoryBFGS(gradientTolerance: tolerance, iterationLimit: maxIterations)
        }
    }
}
