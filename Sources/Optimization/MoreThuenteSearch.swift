/// The line search of Moré and Thuente, which shrinks an interval until a trial meets the strong Wolfe conditions.
///
/// The interval has an end `best` with the lowest value so far and an end `other`. Until a trial of sufficient decrease
/// has a slope of 0 or more, the interval is updated by the auxiliary function
///
///     ψ(α) = φ(α) − φ₀ − c₁·α·φ₀′
///
/// whose minimisers meet the sufficient decrease. From then on it is updated by φ.
///
/// Reference: J. J. Moré, D. J. Thuente, *Line search algorithms with guaranteed sufficient decrease*, ACM Transactions
/// on Mathematical Software 20 (1994), 286–307. Section and case numbers below are the paper's.
struct MoreThuenteSearch {
    var conditions = WolfeConditions()
    /// The width of the bracket, relative to its upper end, at which the search ends because of rounding.
    var relativeWidth = 1e-14
    var minimumStep = 1e-100
    var maximumStep = 1e100
    var trialLimit = 100
    /// True if the function may have kinks, at which no trial may meet the strong Wolfe conditions: after three trials
    /// that meet the weak ones, the next that meets them is accepted.
    var acceptsKinks = false

    /// The range of the next trial without a bracket: its distance from the last trial, as a multiple of the distance
    /// from the best to the last trial.
    private let extrapolation = (least: 1.1, most: 4.0)
    /// δ of section 4: a bracket that has not shrunk by this factor in two rounds is bisected.
    private let shrinkage = 0.66
    /// The number of trials that meet the weak Wolfe conditions and are passed over. A smooth function rarely has more.
    private let weakTrialLimit = 3

    /// Returns a trial that meets the strong Wolfe conditions, with `acceptsKinks` perhaps the weak ones alone; nil if
    /// none is found.
    ///
    /// The returned trial is always the last one evaluated.
    ///
    /// - Parameters:
    ///   - function: φ; its `acceptsTrial` is not called.
    ///   - origin: step length 0, with a negative slope.
    ///   - firstStep: the step length of the first trial; the result is nil unless it is in `minimumStep ... maximumStep`.
    func search<F: LineFunction>(_ function: inout F, from origin: LinePoint, firstStep: Double) -> LinePoint? {
        guard origin.slope < 0, (minimumStep...maximumStep).contains(firstStep) else { return nil }
        var interval = Interval(best: origin, other: origin)
        var limits = 0...firstStep * (1 + extrapolation.most)
        var usesAuxiliary = true
        var width = maximumStep - minimumStep
        var widthBefore = 2 * width
        var step = firstStep
        var weakTrialCount = 0

        for _ in 0..<trialLimit {
            let trial = function.evaluate(at: step)
            let decreasesEnough = conditions.decreasesEnough(trial, from: origin)
            if decreasesEnough && conditions.isFlatEnough(trial, from: origin) { return trial }
            if acceptsKinks && decreasesEnough && conditions.isFarEnough(trial, from: origin) {
                weakTrialCount += 1
                if weakTrialCount > weakTrialLimit { return trial }
            }
            if usesAuxiliary && decreasesEnough && trial.slope >= 0 { usesAuxiliary = false }
            if isExhausted(interval, limits, step) || isAtLimit(trial, decreasesEnough, origin) { return nil }

            // Section 3: a trial that is lower than the best without sufficient decrease updates the interval of ψ.
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
            // The best step is evaluated again, so that the next round returns it if it meets the conditions.
            if isExhausted(interval, limits, step) { step = interval.best.step }
        }
        return nil
    }

    /// Returns true if rounding leaves no room for a trial inside the bracket.
    private func isExhausted(_ interval: Interval, _ limits: ClosedRange<Double>, _ step: Double) -> Bool {
        guard interval.isBracket else { return false }
        let isInside = limits.lowerBound < step && step < limits.upperBound
        return !isInside || limits.upperBound - limits.lowerBound <= relativeWidth * limits.upperBound
    }

    /// Returns true if ψ still decreases at the maximum step length, or already increases at the minimum.
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
    /// Returns the same trial of the function φ(α) + `slope`·α.
    fileprivate func tilted(by slope: Double) -> LinePoint {
        LinePoint(step: step, value: value + step * slope, slope: self.slope + slope)
    }
}

/// The interval of section 2.
private struct Interval {
    /// The end with the lowest value so far.
    var best: LinePoint
    var other: LinePoint
    /// True if a minimiser is known to lie between the ends.
    var isBracket = false

    var width: Double { abs(other.step - best.step) }
    var middle: Double { best.step + 0.5 * (other.step - best.step) }

    func tilted(by slope: Double) -> Interval {
        Interval(best: best.tilted(by: slope), other: other.tilted(by: slope), isBracket: isBracket)
    }

    /// Replaces an end by `trial`, and returns the step length of the next trial (section 4).
    mutating func update(with trial: LinePoint, limits: ClosedRange<Double>) -> Double {
        let next: Double
        let hasOppositeSlopes = trial.slope * (best.slope < 0 ? -1 : 1) < 0
        let outwards = trial.step > best.step ? limits.upperBound : limits.lowerBound
        if trial.value > best.value {
            // Case 1: a higher value. The minimiser lies between, at the cubic's minimiser if that is closer to the best.
            let cubic = cubicMinimizer(best, trial)
            let quadratic = best.step + quadraticFraction(best, trial) * (trial.step - best.step)
            let cubicIsCloser = abs(cubic - best.step) < abs(quadratic - best.step)
            next = cubicIsCloser ? cubic : cubic + (quadratic - cubic) / 2
            isBracket = true
        } else if hasOppositeSlopes {
            // Case 2: a lower value and a slope of the opposite sign. The minimiser lies between.
            let cubic = cubicMinimizer(trial, best)
            let secant = secantStep(trial, best)
            next = abs(cubic - trial.step) > abs(secant - trial.step) ? cubic : secant
            isBracket = true
        } else if abs(trial.slope) < abs(best.slope) {
            // Case 3: a lower value and a smaller slope of the same sign. The cubic may have no minimiser on this side.
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
            // Case 4: a lower value and a slope of the same sign that is not smaller.
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

/// Returns the minimiser of the cubic with the values and slopes of `a` and `b`, as a step length.
private func cubicMinimizer(_ a: LinePoint, _ b: LinePoint) -> Double {
    let cubic = HermiteCubic(a, b)
    let root = cubic.root(of: cubic.discriminant, towards: b.step - a.step)
    let numerator = (root - a.slope) + cubic.theta
    let denominator = ((root - a.slope) + root) + b.slope
    return a.step + numerator / denominator * (b.step - a.step)
}

/// Returns the minimiser of the cubic with the values and slopes of `a` and `b`; nil unless `a` lies between it and `b`.
private func cubicMinimizerBeyond(_ a: LinePoint, awayFrom b: LinePoint) -> Double? {
    let cubic = HermiteCubic(a, b)
    let root = cubic.root(of: max(0, cubic.discriminant), towards: b.step - a.step)
    let numerator = (root - a.slope) + cubic.theta
    let denominator = (root + (b.slope - a.slope)) + root
    let fraction = numerator / denominator
    guard fraction < 0 && root != 0 else { return nil }
    return a.step + fraction * (b.step - a.step)
}

/// Returns the vertex of the parabola with the value and slope of `a` and the value of `b`, as a fraction of b − a.
private func quadraticFraction(_ a: LinePoint, _ b: LinePoint) -> Double {
    a.slope / ((a.value - b.value) / (b.step - a.step) + a.slope) / 2
}

/// Returns the zero of the secant through the slopes of `a` and `b`, as a step length.
private func secantStep(_ a: LinePoint, _ b: LinePoint) -> Double {
    a.step + a.slope / (a.slope - b.slope) * (b.step - a.step)
}

/// The intermediate values of section 4 for the cubic with the values and slopes of two points, scaled against overflow.
private struct HermiteCubic {
    let theta: Double
    let scale: Double
    let discriminant: Double

    init(_ a: LinePoint, _ b: LinePoint) {
        theta = 3 * (a.value - b.value) / (b.step - a.step) + a.slope + b.slope
        scale = max(abs(theta), abs(a.slope), abs(b.slope))
        discriminant = (theta / scale) * (theta / scale) - (a.slope / scale) * (b.slope / scale)
    }

    /// Returns the square root of the discriminant, with the sign of `direction`, which selects the minimiser of the two
    /// stationary points.
    func root(of discriminant: Double, towards direction: Double) -> Double {
        let root = scale * discriminant.squareRoot()
        return direction < 0 ? -root : root
    }
}
