/// A kind of network that may be chosen.
public struct Candidate: Hashable, Sendable {
    /// Units per hidden layer, from the inputs to the outputs.
    public let hidden: [Int]
    /// λ, the weight of the penalty on large weights.
    public let lambda: Double

    /// - Precondition: no layer is empty; λ is 0 or greater, and finite.
    public init(hidden: [Int], lambda: Double) {
        precondition(hidden.allSatisfy { $0 >= 1 }, "a layer has one unit or more")
        precondition(lambda >= 0 && lambda.isFinite, "λ is 0 or greater")
        self.hidden = hidden
        self.lambda = lambda
    }

    /// The number of hidden units of all layers together.
    public var unitCount: Int { hidden.reduce(0, +) }
}

extension Candidate: Comparable {
    /// Fewer hidden units come first; of as many, those whose first differing layer has fewer; of the same layers, the
    /// smaller λ.
    public static func < (first: Candidate, second: Candidate) -> Bool {
        if first.unitCount != second.unitCount { return first.unitCount < second.unitCount }
        if first.hidden != second.hidden { return first.hidden.lexicographicallyPrecedes(second.hidden) }
        return first.lambda < second.lambda
    }
}
