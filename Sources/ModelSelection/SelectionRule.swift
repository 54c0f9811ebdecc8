import Training

/// What makes a candidate the winner.
public enum SelectionRule: String, CaseIterable, Hashable, Sendable {
    /// The greatest mean validation accuracy; of those with the same the lowest mean validation cost, then the fewest
    /// units, then the largest λ.
    case best
    /// The simplest of those whose mean validation error is at most one standard error above that of the best one: the
    /// fewest units, then the largest λ, then as for `best`.
    ///
    /// Source: Breiman, Friedman, Olshen & Stone, "Classification and Regression Trees" (1984).
    case oneStandardError
}

/// The index of the candidate to choose; the first of those that no rule tells apart.
///
/// Mean accuracies are the same where they differ by no more than 10⁻¹²: what is equal as a fraction may differ in the
/// last bits, as the folds' fractions are rounded and added up. Means over `Folds` of up to a million points that are not
/// equal differ by more.
///
/// - Returns: `nil` where no candidate has finite costs throughout, since only such a one may win.
public func winner(of validations: [CrossValidation], by rule: SelectionRule = .best) -> Int? {
    let finite = validations.indices.filter { validations[$0].isFinite }.map { Standing(validations[$0], index: $0) }
    let cheapest = finite.least(\.error.mean, tolerance: Standing.tolerance).least(\.cost)
    guard let best = cheapest.least(\.unitCount).least(\.penalty).first else { return nil }
    switch rule {
    case .best:
        return best.index
    case .oneStandardError:
        let limit = best.error.mean + best.error.standardError + Standing.tolerance
        let simplest = finite.filter { $0.error.mean <= limit }.least(\.unitCount).least(\.penalty)
        return simplest.least(\.error.mean, tolerance: Standing.tolerance).least(\.cost).first?.index
    }
}

/// What the rules compare: the less the better.
private struct Standing {
    let index: Int
    let error: SampleStatistics
    let cost: Double
    let unitCount: Double
    /// −λ.
    let penalty: Double

    /// Within which mean errors are the same.
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
    /// Those with the least value of `key`, in the same order.
    fileprivate func least(_ key: (Standing) -> Double, tolerance: Double = 0) -> [Standing] {
        guard let least = map(key).min() else { return [] }
        return filter { key($0) <= least + tolerance }
    }
}
