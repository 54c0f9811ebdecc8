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

    /// Returns true if a network of this kind can do all that one of `other` does, at the same cost: with as many hidden
    /// layers, none of them narrower and one wider, and the same activation and λ. Units beyond those of `other` may have
    /// weights of 0.
    public func contains(_ other: Candidate) -> Bool {
        hidden.count == other.hidden.count && hidden != other.hidden
            && zip(hidden, other.hidden).allSatisfy { $0 >= $1 }
            && activation == other.activation && lambda == other.lambda
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
