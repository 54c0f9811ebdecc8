package import ModelSelection
import Pictures
import Training

extension [ScoredClassifier] {
    /// Compares all classifiers with the best one on the held-out points; nil for a single one, or if no points are held
    /// out.
    var testComparison: ChanceComparison? {
        let answers = compactMap { $0.testScore?.misclassified }
        guard count > 1, answers.count == count, let best = bestOnTest else { return nil }
        return ChanceComparison(reference: best, misclassified: answers)
    }
}

extension Plan {
    /// "Within chance of the best, 5 hidden units (McNemar's exact test, 5 %): 3, 20 hidden units".
    package func text(of comparison: ChanceComparison, _ scored: [ScoredClassifier]) -> String {
        let test = "(McNemar's exact test, 5 %)"
        let best = listedName(of: scored[comparison.reference])
        let others = comparison.withinChance.map { scored[$0] }
        guard !others.isEmpty else { return "All others differ from the best, \(best), beyond chance \(test)" }
        let names = others.map(listedName)
        // Names that differ by the number of units alone share their last words.
        let labels = zip(others, names).compactMap { other, name in
            other.network.map { HiddenLayers($0.candidate.hidden) }.flatMap { $0.name == name ? $0.label : nil }
        }
        let list =
            labels.count == names.count && labels != ["1"]
            ? labels.joined(separator: ", ") + " hidden units" : names.joined(separator: "; ")
        return "Within chance of the best, \(best) \(test): \(list)"
    }
}
