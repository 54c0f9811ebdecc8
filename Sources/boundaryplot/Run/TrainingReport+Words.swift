import DecisionBoundary
import Files
import Optimization
import Training

extension Termination {
    /// How it is said why training ended.
    var words: String {
        switch self {
        case .converged: "converged"
        case .iterationLimit: "iteration limit"
        case .lineSearchFailed: "line search failed"
        case .nonFinite: "not finite"
        case .interrupted: "interrupted"
        }
    }
}

extension TrainingReport {
    /// How the table says why training ended.
    var endingWords: String { termination.words }

    /// What a warning says of a training that did not converge.
    var shortcoming: String {
        let gradient = "the largest component of the gradient is \(DecimalText.significant(gradientNorm, digits: 2))"
        return switch termination {
        case .converged: "it did"
        case .iterationLimit: "after \(iterations) iterations \(gradient); more --max-iterations may help"
        case .lineSearchFailed: "rounding hides any further decrease after \(iterations) iterations; \(gradient)"
        case .nonFinite: "the cost is not finite"
        case .interrupted: "it was interrupted"
        }
    }
}
