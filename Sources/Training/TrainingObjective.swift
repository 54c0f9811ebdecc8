public import Datasets
public import Optimization

/// The regularised cross-entropy of a network over a data set as a function of theta, which training minimises.
///
///     J(theta) = 1/m · Σᵢ Σₖ [ softplus(zₖ) − yₖ·zₖ ]  +  λ/(2m) · Σ w²
///
/// over the m points i and the outputs k, with yₖ = 1 for the point's own class and 0 for the others, and over all
/// weights w but no biases. softplus(z) − y·z is the binary cross-entropy −y·ln a − (1 − y)·ln(1 − a) of a =
/// sigmoid(z), from the logit and so finite for every finite logit. With sigmoids and hyperbolic tangents every finite
/// theta gives finite logits; rectifiers know no bound, and the logits of huge weights in several layers may overflow.
///
/// The gradient comes from backpropagation. With δ the derivative by a unit's logit and f the hidden units' activation,
///
///     δ_output = a − y,   δ_hidden = f′(z)·Σₖ wₖ·δₖ,   ∂J/∂w = 1/m · Σᵢ δ·input + λ/m·w.
///
/// Points form blocks, and blocks form chunks, whose sums are added in order. Blocks and chunks depend on the number of
/// points alone, so the number of threads changes no bit.
public struct TrainingObjective: Objective {
    private let plan: EvaluationPlan
    /// λ for weights, 0 for biases.
    private let penalties: [Double]
    /// The memory that an evaluation writes to. The first evaluation takes it: before, an objective is often copied.
    private var scratch: Scratch?

    private struct Scratch {
        var rows: LaneStorage
        var sums: LaneStorage
        /// λ·w for weights, 0 for biases.
        var penaltyGradient: [Double]
    }

    /// The number of components of theta.
    public let parameterCount: Int

    /// Creates the objective of a network over a data set.
    ///
    /// - Parameters:
    ///   - lambda: λ, 0 or greater.
    ///   - threads: the greatest number of threads that an evaluation may use. It uses one if there is too little work
    ///     to share.
    /// - Precondition: 1 thread or more; one output per class of the data set, and two inputs.
    public init(dataset: Dataset, shape: NetworkShape, lambda: Double, threads: Int = 1) {
        precondition(shape.inputCount == 2 && shape.outputCount == dataset.classCount, "the network fits the data set")
        precondition(threads >= 1, "work takes a thread")
        precondition(lambda >= 0 && lambda.isFinite, "λ is 0 or greater")
        parameterCount = shape.parameterCount
        plan = EvaluationPlan(dataset: dataset, shape: shape, threads: threads)
        var penalties = Array(repeating: lambda, count: parameterCount)
        for layer in plan.pass.layers {
            for bias in stride(from: layer.range.lowerBound, to: layer.range.upperBound, by: layer.rowLength) {
                penalties[bias] = 0
            }
        }
        self.penalties = penalties
    }

    /// Returns the number of components of theta, as a floating-point number so that it cannot overflow.
    package static func parameterCount(shape: NetworkShape) -> Double {
        zip(shape.unitCounts, shape.unitCounts.dropFirst()).reduce(0) { $0 + Double($1.1) * (1 + Double($1.0)) }
    }

    /// Returns the approximate size in bytes of an objective and its minimiser, as a floating-point number so that it
    /// cannot overflow.
    package static func memory(shape: NetworkShape, pointCount: Int, threads: Int) -> Double {
        let unitCount = shape.unitCounts.reduce(1) { $0 + Double($1) }
        let parameterCount = parameterCount(shape: shape)
        // A minimiser keeps up to 32 vectors as long as theta, those of a history included.
        return 8 * 32 * parameterCount
            + EvaluationPlan.memory(
                unitCount: unitCount, parameterCount: parameterCount, pointCount: pointCount, threads: threads)
    }

    public mutating func evaluate(at theta: [Double], gradient: inout [Double]) -> Double {
        precondition(theta.count == parameterCount && gradient.count == parameterCount, "one number per parameter")
        let (plan, parameterCount) = (plan, parameterCount)
        var scratch =
            self.scratch.take()
            ?? Scratch(
                rows: plan.makeRows(), sums: plan.makeSums(),
                penaltyGradient: Array(repeating: 0, count: parameterCount))
        defer { self.scratch = scratch }
        let share = 1 / Double(plan.dataset.points.count)
        let crossEntropy = theta.withUnsafeBufferPointer { theta in
            scratch.rows.withUnsafeMutableLanes { rows in
                scratch.sums.withUnsafeMutableLanes { sums in
                    guard let theta = theta.baseAddress else { return 0.0 }
                    plan.sumChunks(theta: theta, rows: rows, sums: sums)
                    // The sums of all chunks are added to those of the first, in order.
                    for chunk in plan.chunks.indices.dropFirst() {
                        for index in 0..<plan.sumsStride { sums[index] += sums[chunk * plan.sumsStride + index] }
                    }
                    let totals = sums.numbers
                    gradient.withUnsafeMutableBufferPointer { gradient in
                        scratch.penaltyGradient.withUnsafeMutableBufferPointer { penaltyGradient in
                            for index in 0..<parameterCount {
                                let penalty = penalties[index] * theta[index]
                                penaltyGradient[index] = penalty
                                gradient[index] = share * (totals[index] + penalty)
                            }
                        }
                    }
                    return totals[parameterCount]
                }
            }
        }
        return share * (crossEntropy + dot(scratch.penaltyGradient, theta) / 2)
    }
}
