/// A line search that brackets a step length by doubling and then zooms in on it.
///
/// Slower than `MoreThuenteSearch` but able to go on past a trial that meets the strong Wolfe conditions and is refused
/// for another reason: the fallback of the conjugate gradient.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., algorithms 3.5 and 3.6; interpolation as in
/// section 3.5, equations 3.58 and 3.59.
struct ZoomSearch {
    var conditions = WolfeConditions()
    var maximumStep = 1e100
    /// The greatest number of doublings of the step length.
    var doublingLimit = 10
    /// The greatest number of halvings and interpolations within the bracket.
    var zoomLimit = 10

    /// A cubic's minimiser is taken where it keeps this share of the bracket's width from both ends.
    private let cubicMargin = 0.2
    /// The same for a parabola's.
    private let quadraticMargin = 0.1

    /// Returns a trial that meets the strong Wolfe conditions and is accepted by the function, always the one evaluated
    /// last; nil where none is found.
    ///
    /// - Parameters:
    ///   - function: φ.
    ///   - origin: step length 0, with a negative slope.
    ///   - firstStep: the first trial's step length; greater than 0, or there is no search.
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
        return nil
    }

    /// Algorithm 3.6: between `low`, the lowest value that decreases enough, and `high` lies a step length that will
    /// do.
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

    /// The cubic's minimiser where it is well inside of the bracket, else the parabola's, else the middle.
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

/// Where the cubic with the value and slope of `a` and the values of `b` and `c` is least; nil where it has no minimum.
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

/// Where the parabola with the value and slope of `a` and the value of `b` is least; not finite where it has no
/// minimum.
private func quadraticMinimizer(_ a: LinePoint, _ b: LinePoint) -> Double {
    let stride = b.step - a.step
    let square = (b.value - a.value - a.slope * stride) / (stride * stride)
    return a.step - a.slope / (2 * square)
}
