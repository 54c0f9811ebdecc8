/// The line search of Moré and Thuente: a step length that meets the strong Wolfe conditions, by shrinking an interval.
///
/// The interval has an end `best` with the lowest value so far and an end `other`. Until a trial has decreased the
/// function enough with a slope that is no longer negative, the interval is updated by the auxiliary function
///
///     ψ(α) = φ(α) − φ₀ − c₁·α·φ₀′
///
/// whose minimisers meet the sufficient decrease, and by φ itself from then on.
///
/// Reference: J. J. Moré, D. J. Thuente, *Line search algorithms with guaranteed sufficient decrease*, ACM Transactions
/// on Mathematical Software 20 (1994), 286–307. Section and case numbers below are the paper's.
struct MoreThuenteSearch {
    var conditions = WolfeConditions()
    /// The width of the interval, relative to its far end, at which rounding is taken to stop the search.
    var relativeWidth = 1e-14
    var minimumStep = 1e-100
    var maximumStep = 1e100
    /// The greatest number of trials.
    var trialLimit = 100

    /// Before a bracket stands, the next trial lies between these multiples of the last stride beyond the last trial.
    private let extrapolation = (least: 1.1, most: 4.0)
    /// δ of section 4: a bracket that has not shrunk to this share within two rounds is bisected.
    private let shrinkage = 0.66

    /// Returns a trial that meets the strong Wolfe conditions, always the one evaluated last; nil where none is found.
    ///
    /// - Parameters:
    ///   - function: φ, whose `acceptsTrial` is not asked.
    ///   - origin: step length 0, with a negative slope.
    ///   - firstStep: the first trial's step length; outside of `minimumStep ... maximumStep` there is no search.
    func search<F: LineFunction>(_ function: inout F, from origin: LinePoint, firstStep: Double) -> LinePoint? {
        guard origin.slope < 0, (minimumStep...maximumStep).contains(firstStep) else { return nil }
        var interval = Interval(best: origin, other: origin)
        var limits = 0...firstStep * (1 + extrapolation.most)
        var usesAuxiliary = true
        var width = maximumStep - minimumStep
        var widthBefore = 2 * width
        var step = firstStep

        for _ in 0..<trialLimit {
            let trial = function.evaluate(at: step)
            let decreasesEnough = conditions.decreasesEnough(trial, from: origin)
            if decreasesEnough && conditions.isFlatEnough(trial, from: origin) { return trial }
            if usesAuxiliary && decreasesEnough && trial.slope >= 0 { usesAuxiliary = false }
            if isExhausted(interval, limits, step) || isAtLimit(trial, decreasesEnough, origin) { return nil }

            // A trial that is lower than the best but not low enough would mislead φ's interval: ψ's is updated
            // instead.
            if usesAuxiliary && trial.value <= interval.best.value && !decreasesEnough {
                let tilt = conditions.sufficientDecrease * origin.slope
                var auxiliary = interval.tilted(by: -tilt)
                step = auxiliary.update(with: trial.tilted(by: -tilt), limits: limits)
                interval = auxiliary.tilted(by: tilt)
            } else {
                step = interval.update(with: trial, limits: limits)
            }
            guard step.isFinite else { return nil }

            if interval.isBracket {
                if interval.width >= shrinkage * widthBefore { step = interval.middle }
                widthBefore = width
                width = interval.width
                limits = ordered(interval.best.step, interval.other.step)
            } else {
                let stride = step - interval.best.step
                limits = ordered(step + extrapolation.least * stride, step + extrapolation.most * stride)
            }
            step = min(max(step, minimumStep), maximumStep)
            // Evaluated once more, so that the next round ends the search at the best step if it will do.
            if isExhausted(interval, limits, step) { step = interval.best.step }
        }
        return nil
    }

    /// Whether rounding leaves no room for a trial inside of the bracket.
    private func isExhausted(_ interval: Interval, _ limits: ClosedRange<Double>, _ step: Double) -> Bool {
        guard interval.isBracket else { return false }
        let isInside = limits.lowerBound < step && step < limits.upperBound
        return !isInside || limits.upperBound - limits.lowerBound <= relativeWidth * limits.upperBound
    }

    /// Whether the function still falls at the greatest step length, or already rises at the least.
    private func isAtLimit(_ trial: LinePoint, _ decreasesEnough: Bool, _ origin: LinePoint) -> Bool {
        let slopeBound = conditions.sufficientDecrease * origin.slope
        return (trial.step == maximumStep && decreasesEnough && trial.slope <= slopeBound)
            || (trial.step == minimumStep && (!decreasesEnough || trial.slope >= slopeBound))
    }
}

private func ordered(_ a: Double, _ b: Double) -> ClosedRange<Double> {
    min(a, b)...max(a, b)
}

extension LinePoint {
    /// The same trial of the function φ(α) + `slope`·α.
    fileprivate func tilted(by slope: Double) -> LinePoint {
        LinePoint(step: step, value: value + step * slope, slope: self.slope + slope)
    }
}

/// The interval of section 2: the end with the lowest value, and the other.
private struct Interval {
    var best: LinePoint
    var other: LinePoint
    /// Whether a minimiser is known to lie between the ends.
    var isBracket = false

    var width: Double { abs(other.step - best.step) }
    var middle: Double { best.step + 0.5 * (other.step - best.step) }

    func tilted(by slope: Double) -> Interval {
        Interval(best: best.tilted(by: slope), other: other.tilted(by: slope), isBracket: isBracket)
    }

    /// Takes up `trial` as a new end, and returns the next step length to try (section 4).
    mutating func update(with trial: LinePoint, limits: ClosedRange<Double>) -> Double {
        let next: Double
        let hasOppositeSlopes = trial.slope * (best.slope < 0 ? -1 : 1) < 0
        let outwards = trial.step > best.step ? limits.upperBound : limits.lowerBound
        if trial.value > best.value {
            // Case 1: a higher value. The minimiser lies between; the cubic is trusted where it is the more cautious.
            let cubic = cubicMinimizer(best, trial)
            let quadratic = best.step + quadraticFraction(best, trial) * (trial.step - best.step)
            let cubicIsCloser = abs(cubic - best.step) < abs(quadratic - best.step)
            next = cubicIsCloser ? cubic : cubic + (quadratic - cubic) / 2
            isBracket = true
        } else if hasOppositeSlopes {
            // Case 2: a lower value and the slope has turned. The minimiser lies between.
            let cubic = cubicMinimizer(trial, best)
            let secant = secantStep(trial, best)
            next = abs(cubic - trial.step) > abs(secant - trial.step) ? cubic : secant
            isBracket = true
        } else if abs(trial.slope) < abs(best.slope) {
            // Case 3: a lower value and a gentler slope of the same sign. The cubic may have no minimiser this way.
            let cubic = cubicMinimizerBeyond(trial, awayFrom: best) ?? outwards
            let secant = secantStep(trial, best)
            let cubicIsCloser = abs(cubic - trial.step) < abs(secant - trial.step)
            if isBracket {
                // At most 0.66 of the way to the far end, so that the bracket shrinks.
                let farthest = trial.step + 0.66 * (other.step - trial.step)
                let candidate = cubicIsCloser ? cubic : secant
                next = trial.step > best.step ? min(farthest, candidate) : max(farthest, candidate)
            } else {
                next = min(max(cubicIsCloser ? secant : cubic, limits.lowerBound), limits.upperBound)
            }
        } else {
            // Case 4: a lower value and a slope as steep as before.
            next = isBracket ? cubicMinimizer(trial, other) : outwards
        }

        if trial.value > best.value {
            other = trial
        } else {
            if hasOppositeSlopes { other = best }
            best = trial
        }
        return next
    }
}

/// The minimiser of the cubic that has the values and slopes of `a` and `b`, as a step length.
private func cubicMinimizer(_ a: LinePoint, _ b: LinePoint) -> Double {
    let cubic = HermiteCubic(a, b)
    let root = cubic.root(of: cubic.discriminant, towards: b.step - a.step)
    let numerator = (root - a.slope) + cubic.theta
    let denominator = ((root - a.slope) + root) + b.slope
    return a.step + numerator / denominator * (b.step - a.step)
}

/// The minimiser of the cubic through `a` and `b` where it lies beyond `a` as seen from `b`; nil where there is none.
private func cubicMinimizerBeyond(_ a: LinePoint, awayFrom b: LinePoint) -> Double? {
    let cubic = HermiteCubic(a, b)
    let root = cubic.root(of: max(0, cubic.discriminant), towards: b.step - a.step)
    let numerator = (root - a.slope) + cubic.theta
    let denominator = (root + (b.slope - a.slope)) + root
    let fraction = numerator / denominator
    guard fraction < 0 && root != 0 else { return nil }
    return a.step + fraction * (b.step - a.step)
}

/// Where the parabola with the value and slope of `a` and the value of `b` is least, as a share of the way from a to b.
private func quadraticFraction(_ a: LinePoint, _ b: LinePoint) -> Double {
    a.slope / ((a.value - b.value) / (b.step - a.step) + a.slope) / 2
}

/// Where the line through the slopes of `a` and `b` is zero, as a step length.
private func secantStep(_ a: LinePoint, _ b: LinePoint) -> Double {
    a.step + a.slope / (a.slope - b.slope) * (b.step - a.step)
}

/// What the minimiser of the cubic through two points with slopes needs, scaled against overflow.
private struct HermiteCubic {
    let theta: Double
    let scale: Double
    let discriminant: Double

    init(_ a: LinePoint, _ b: LinePoint) {
        theta = 3 * (a.value - b.value) / (b.step - a.step) + a.slope + b.slope
        scale = max(abs(theta), abs(a.slope), abs(b.slope))
        discriminant = (theta / scale) * (theta / scale) - (a.slope / scale) * (b.slope / scale)
    }

    /// The root of the scaled discriminant, with the sign of `direction`: of the two stationary points the minimiser's.
    func root(of discriminant: Double, towards direction: Double) -> Double {
        let root = scale * discriminant.squareRoot()
        return direction < 0 ? -root : root
    }
}
