import DecisionBoundary
import Training

extension Candidate {
    /// "3", as `--hidden` has it; "8x4" for stacked layers.
    var hiddenText: String { hidden.layersText }

    /// "1 hidden unit", "3 hidden units" or "8×4 hidden units".
    var unitsText: String { hidden.hiddenUnitsText }

    /// "0.001", as `--lambda` has it.
    var lambdaText: String { DecimalText.shortest(lambda) }

    /// "hidden-3", or "hidden-3-lambda-0.1".
    func fileName(withLambda: Bool) -> String { "hidden-\(hiddenText)" + (withLambda ? "-lambda-\(lambdaText)" : "") }

    /// "hidden size 3", or "hidden size 3 and λ 0.1".
    func name(withLambda: Bool) -> String { "hidden size \(hiddenText)" + (withLambda ? " and λ \(lambdaText)" : "") }
}
