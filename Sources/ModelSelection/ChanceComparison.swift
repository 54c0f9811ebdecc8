/// Comparisons of classifiers with one of them, the reference, on the same points.
public struct ChanceComparison: Hashable, Sendable {
    /// The index of the reference.
    public let reference: Int
    /// A test of each classifier against the reference, whose counts come second; in order, the reference included.
    public let tests: [McNemarTest]

    /// - Parameters:
    ///   - reference: an index of `misclassified`.
    ///   - misclassified: for each classifier, true for each point that it misclassifies.
    public init(reference: Int, misclassified: [[Bool]]) {
        self.reference = reference
        tests = misclassified.map { McNemarTest(misclassified: $0, misclassified[reference]) }
    }

    /// The indices of the other classifiers that do not differ from the reference beyond chance.
    public var withinChance: [Int] { tests.indices.filter { $0 != reference && tests[$0].isWithinChance } }
}
