/// A kind of network that may be trained: its hidden layers, their activation and λ.
public struct Candidate: Hashable, Sendable {
    /// Units per hidden layer, from the inputs to the outputs; empty for a linear classifier.
    public let hidden: [Int]
    /// The activation of the hidden units.
    public let activation: Activation
    /// λ, the weight of the penalty on large weights.
    public let lambda: Double

    /// - Precondition: no layer is empty; λ is 0 or greater, and finite.
    public init(hidden: [Int], activation: Activation = .sigmoid, lambda: Double) {
        precondition(hidden.allSatisfy { $0 >= 1 }, "a layer has one unit or more")
        precondition(lambda >= 0 && lambda.isFinite, "λ is 0 or greater")
        self.hidden = hidden
        self.activation = activation
        self.lambda = lambda
    }

    /// The number of hidden units of all layers together; at most `Int.max`.
    public var unitCount: Int {
        hidden.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
    }
}

extension Candidate: Comparable {
    /// Orders by the number of hidden units, then by the first layers that differ, then by λ, then by the name of the
    /// activation.
    public static func < (first: Candidate, second: Candidate) -> Bool {
        if first.unitCount != second.unitCount { return first.unitCount < second.unitCount }
        if first.hidden != second.hidden { return first.hidden.lexicographicallyPrecedes(second.hidden) }
        if first.lambda != second.lambda { return first.lambda < second.lambda }
        return first.activation.rawValue < second.activation.rawValue
    }
}
