/// The descent that all minimisers share: line searches along the directions of a rule.
struct Descent {
    let gradientTolerance: Double
    /// Defaults to 200 iterations per parameter.
    let iterationLimit: Int?
    let conditions: WolfeConditions

    func minimize<O: Objective, Rule: DirectionRule>(
        _ objective: O, from start: [Double], rule: Rule, observing observer: (Iterate) -> Bool
    ) -> Minimum {
        precondition(gradientTolerance >= 0, "the gradient tolerance must be 0 or greater")
        precondition(iterationLimit ?? 0 >= 0, "the iteration limit must be 0 or greater")
        precondition(start.count == objective.parameterCount, "there must be one start value per parameter")
        let iterationLimit = iterationLimit ?? 200 * start.count
        var line = SearchLine(objective: objective, rule: rule, start: start, gradientTolerance: gradientTolerance)
        // As in SciPy: as if an earlier step had decreased the value by half of the gradient's length.
        var valueBefore = line.value + dot(line.gradient, line.gradient).squareRoot() / 2
        var iterations = 0

        func minimum(_ termination: Termination) -> Minimum {
            Minimum(
                parameters: line.parameters, value: line.value, gradientNorm: line.gradientNorm,
                iterations: iterations, evaluations: line.evaluations, termination: termination)
        }

        while true {
            let goesOn = observer(
                Iterate(iteration: iterations, value: line.value, parameters: line.parameters))
            guard line.value.isFinite && line.gradientNorm.isFinite else { return minimum(.nonFinite) }
            guard line.gradientNorm > gradientTolerance else { return minimum(.converged) }
            guard iterations < iterationLimit else { return minimum(.iterationLimit) }
            guard goesOn else { return minimum(.interrupted) }
            let value = line.value
            guard
                findStep(along: &line, valueBefore: valueBefore)
                    || (line.reset() && findStep(along: &line, valueBefore: valueBefore))
            else { return minimum(.lineSearchFailed) }
            line.advance()
            valueBefore = value
            iterations += 1
        }
    }

    /// Searches for an accepted trial, which is then the current one of `line`; returns false if none is found.
    private func findStep<O: Objective, Rule: DirectionRule>(
        along line: inout SearchLine<O, Rule>, valueBefore: Double
    ) -> Bool {
        let origin = line.origin
        let firstStep = line.firstStep(valueBefore: valueBefore)
        let search = MoreThuenteSearch(conditions: conditions)
        if search.search(&line, from: origin, firstStep: firstStep) != nil && line.acceptsTrial() { return true }
        let fallback = ZoomSearch(conditions: conditions)
        return fallback.search(&line, from: origin, firstStep: firstStep) != nil
    }
}
