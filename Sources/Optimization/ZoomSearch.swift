/// A line search that brackets a step length by doubling, then zooms into the bracket.
///
/// It is slower than `MoreThuenteSearch`, but it can continue after a trial that meets the strong Wolfe conditions and
/// is rejected by the function. `Descent` uses it as a fallback.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., algorithms 3.5 and 3.6; interpolation as in
/// section 3.5, equations 3.58 and 3.59.
struct ZoomSearch {
    var conditions = WolfeConditions()
    var maximumStep = 1e100
    /// The maximum number of doublings of the step length.
    var doublingLimit = 10
    /// The maximum number of trials in the bracket is one more than this.
    var zoomLimit = 10

    /// The least distance of a cubic's minimiser from both ends of the bracket, relative to its width.
    private let cubicMargin = 0.2
    /// The same for the minimiser of a parabola.
    private let quadraticMargin = 0.1

    /// Returns a trial that meets the strong Wolfe conditions and is accepted by the function; nil if none is found.
    ///
    /// If the function still falls after the last doubling, the last trial of sufficient decrease is returned, as in SciPy.
    ///
    /// The returned trial is always the last one evaluated.
    ///
    /// - Parameters:
    ///   - function: φ.
    ///   - origin: step length 0, with a negative slope.
    ///   - firstStep: the step length of the first trial; the result is nil unless it is greater than 0.
    func search<F: LineFunction>(_ function: inout F, from origin: LinePoint, firstStep: Double) -> LinePoint? {
        guard origin.slope < 0, firstStep > 0 else { return nil }
        var previous = origin
        var step = min(firstStep, maximumStep)
        for round in 0..<doublingLimit {
            let trial = function.evaluate(at: step)
            let roseAgain = round > 0 && trial.value >= previous.value
            if !conditions.decreasesEnough(trial, from: origin) || roseAgain {
                return zoom(&function, low: previous, high: trial, from: origin)
            }
            if conditions.isFlatEnough(trial, from: origin) && function.acceptsTrial() { return trial }
            if trial.slope >= 0 {
                return zoom(&function, low: trial, high: previous, from: origin)
            }
            previous = trial
            step = min(2 * step, maximumStep)
        }
        let last = function.evaluate(at: step)
        if conditions.decreasesEnough(last, from: origin) && last.value.isFinite && last.slope.isFinite { return last }
        return previous.slope < 0 ? function.evaluate(at: previous.step) : nil
    }

    /// Shrinks the bracket by algorithm 3.6.
    ///
    /// `low` is the trial with the lowest value among those of sufficient decrease. A step length that meets the strong
    /// Wolfe conditions lies between `low` and `high`, of which either may be the greater.
    private func zoom<F: LineFunction>(
        _ function: inout F, low: LinePoint, high: LinePoint, from origin: LinePoint
    ) -> LinePoint? {
        var low = low
        var high = high
        var discarded: LinePoint?
        for _ in 0...zoomLimit {
            let trial = function.evaluate(at: nextStep(low: low, high: high, discarded: discarded))
            if !conditions.decreasesEnough(trial, from: origin) || trial.value >= low.value || !trial.value.isFinite {
                discarded = high
                high = trial
            } else {
                if conditions.isFlatEnough(trial, from: origin) && function.acceptsTrial() { return trial }
                if trial.slope * (high.step - low.step) >= 0 {
                    discarded = high
                    high = low
                } else {
                    discarded = low
                }
                low = trial
            }
        }
        return nil
    }

    /// Returns the cubic's minimiser if it is well inside the bracket, else the parabola's, else the midpoint.
    private func nextStep(low: LinePoint, high: LinePoint, discarded: LinePoint?) -> Double {
        let bounds = min(low.step, high.step)...max(low.step, high.step)
        let width = bounds.upperBound - bounds.lowerBound
        func isInside(_ step: Double, by margin: Double) -> Bool {
            bounds.lowerBound + margin * width <= step && step <= bounds.upperBound - margin * width
        }
        if let discarded, let cubic = cubicMinimizer(low, high, discarded), isInside(cubic, by: cubicMargin) {
            return cubic
        }
        let quadratic = quadraticMinimizer(low, high)
        if isInside(quadratic, by: quadraticMargin) { return quadratic }
        return low.step + 0.5 * (high.step - low.step)
    }
}

/// Returns the minimiser of the cubic with the value and slope of `a` and the values of `b` and `c`; nil if it has none.
///
///     φ(α) = A·(α − a)³ + B·(α − a)² + φ′(a)·(α − a) + φ(a)
private func cubicMinimizer(_ a: LinePoint, _ b: LinePoint, _ c: LinePoint) -> Double? {
    let strideB = b.step - a.step
    let strideC = c.step - a.step
    let divisor = (strideB * strideC) * (strideB * strideC) * (strideB - strideC)
    let residueB = b.value - a.value - a.slope * strideB
    let residueC = c.value - a.value - a.slope * strideC
    let cubic = (strideC * strideC * residueB - strideB * strideB * residueC) / divisor
    let square = (strideB * strideB * strideB * residueC - strideC * strideC * strideC * residueB) / divisor
    let radical = square * square - 3 * cubic * a.slope
    let step = a.step + (-square + radical.squareRoot()) / (3 * cubic)
    return step.isFinite ? step : nil
}

/// Returns the vertex of the parabola with the value and slope of `a` and the value of `b`; not finite if it is a line.
private func quadraticMinimizer(_ a: LinePoint, _ b: LinePoint) -> Double {
    let stride = b.step - a.step
    let square = (b.value - a.value - a.slope * stride) / (stride * stride)
    return a.step - a.slope / (2 * square)
}
