import Training

/// A rule that chooses one of several candidates.
public enum SelectionRule: String, CaseIterable, Hashable, Sendable {
    /// The greatest mean validation accuracy, then the lowest mean validation cost, then the fewest units, then the
    /// largest λ.
    case best
    /// The simplest candidate whose mean validation error is within one standard error of the best: the fewest units,
    /// then the largest λ, then as for `best`.
    ///
    /// Source: Breiman, Friedman, Olshen & Stone, "Classification and Regression Trees" (1984).
    case oneStandardError
}

/// Returns the index of the candidate to choose, the first on a tie.
///
/// Candidates whose costs are not finite in all folds cannot win. Mean accuracies that differ by at most 10⁻¹² count as
/// equal, since the sum of the folds' fractions is rounded. Different means over `Folds` of up to a million points
/// differ by more.
///
/// - Returns: nil if no candidate has finite costs in all folds.
public func winner(of validations: [CrossValidation], by rule: SelectionRule = .best) -> Int? {
    let finite = validations.indices.filter { validations[$0].isFinite }.map { Standing(validations[$0], index: $0) }
    let cheapest = finite.least(tolerance: Standing.tolerance) { $0.error.mean }.least { $0.cost }
    guard let best = cheapest.least(by: { $0.unitCount }).least(by: { $0.penalty }).first else { return nil }
    switch rule {
    case .best:
        return best.index
    case .oneStandardError:
        let limit = best.error.mean + best.error.standardError + Standing.tolerance
        let simplest = finite.filter { $0.error.mean <= limit }.least { $0.unitCount }.least { $0.penalty }
        return simplest.least(tolerance: Standing.tolerance) { $0.error.mean }.least { $0.cost }.first?.index
    }
}

/// The numbers that rules compare; less is better.
private struct Standing {
    let index: Int
    let error: SampleStatistics
    let cost: Double
    let unitCount: Double
    /// −λ.
    let penalty: Double

    /// The greatest difference of mean errors that count as equal.
    static let tolerance = 1e-12

    init(_ validation: CrossValidation, index: Int) {
        self.index = index
        error = validation.validationError
        cost = validation.validationCost.mean
        unitCount = Double(validation.candidate.unitCount)
        penalty = -validation.candidate.lambda
    }
}

extension [Standing] {
    /// Returns the elements with the least value of `key`, in the same order.
    fileprivate func least(tolerance: Double = 0, by key: (Standing) -> Double) -> [Standing] {
        guard let least = map(key).min() else { return [] }
        return filter { key($0) <= least + tolerance }
    }
}
