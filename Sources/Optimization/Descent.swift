/// The descent that all minimisers share: line searches along the directions of a rule.
///
/// If a search finds no step, the direction resets to steepest descent. The minimisation ends if no step along −g
/// decreases the value visibly either, by more than `leastDecrease`.
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
            guard findStep(along: &line, valueBefore: valueBefore) || restart(&line) else {
                let isAtKink = line.crossesKinks && iterations > 0 && line.trial.slope.isFinite
                return minimum(isAtKink ? .valueConverged : .lineSearchFailed)
            }
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
        if line.crossesKinks { return findDecrease(along: &line, firstStep: firstStep) }
        let search = MoreThuenteSearch(conditions: conditions)
        if search.search(&line, from: origin, firstStep: firstStep) != nil && line.acceptsTrial() { return true }
        let fallback = ZoomSearch(conditions: conditions)
        return fallback.search(&line, from: origin, firstStep: firstStep) != nil
    }

    /// Searches along −g as at a new start, at last among all step lengths from 1 / ‖g‖ down; returns false if no trial
    /// decreases the value visibly.
    private func restart<O: Objective, Rule: DirectionRule>(_ line: inout SearchLine<O, Rule>) -> Bool {
        line.reset()
        let origin = line.origin
        let length = (-origin.slope).squareRoot()
        if findDecrease(along: &line, firstStep: line.firstStep(valueBefore: origin.value + length / 2)) { return true }
        var step = 1 / length
        // Rounding hides the decrease of a shorter step.
        while step.isFinite && step * length * length > leastDecrease(from: origin) {
            if isVisible(line.evaluate(at: step), from: origin) { return true }
            step /= 2
        }
        return false
    }

    /// Searches for a trial that meets the strong Wolfe conditions, or meets the weak ones at a kink and decreases visibly.
    private func findDecrease<O: Objective, Rule: DirectionRule>(
        along line: inout SearchLine<O, Rule>, firstStep: Double
    ) -> Bool {
        var search = MoreThuenteSearch(conditions: conditions)
        search.acceptsKinks = true
        let origin = line.origin
        guard let trial = search.search(&line, from: origin, firstStep: firstStep) else { return false }
        return conditions.isFlatEnough(trial, from: origin) || isVisible(trial, from: origin)
    }

    private func isVisible(_ trial: LinePoint, from origin: LinePoint) -> Bool {
        trial.value.isFinite && trial.slope.isFinite && conditions.decreasesEnough(trial, from: origin)
            && origin.value - trial.value > leastDecrease(from: origin)
    }

    /// 64 units in the last place of 1, relative to the value; the limit of scikit-learn's L-BFGS.
    private func leastDecrease(from origin: LinePoint) -> Double { 64 * 0x1p-52 * abs(origin.value) }
}
