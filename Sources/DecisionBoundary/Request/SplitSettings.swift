import Files

/// The division of the points into a training part and a held-out part.
public struct SplitSettings: RequestPart, CustomStringConvertible {
    /// The held-out share of the points, between 0 and 1; required.
    public var testFraction = 0.0
    /// The seed for the choice of points, as `random_state` of scikit-learn.
    public var seed: UInt32 = 0
    /// True if the split is stratified by class.
    public var isStratified = false

    public init() {}

    /// Creates settings from their parts.
    public init(testFraction: Double, seed: UInt32 = 0, isStratified: Bool = false) {
        self.testFraction = testFraction
        self.seed = seed
        self.isStratified = isStratified
    }

    public static var fields: [RequestField<SplitSettings>] {
        [
            RequestField("testFraction", \.testFraction), RequestField("seed", \.seed),
            RequestField("stratify", \.isStratified),
        ]
    }

    /// "0.3 of them held out, split seed 0".
    public var description: String {
        "\(DecimalText.shortest(testFraction)) of them held out, split seed \(seed)"
            + (isStratified ? ", stratified" : "")
    }
}
