import Files

/// The division of the points into a training part and a held-out part.
public struct SplitSettings: RequestPart, CustomStringConvertible {
    /// The held-out share of the points, between 0 and 1; required unless `lastCount` is set.
    public var testFraction = 0.0
    /// The number of points at the end of the data that are held out, in their order, instead of a random choice; optional.
    public var lastCount: Int?
    /// The seed for the choice of points, as `random_state` of scikit-learn.
    public var seed: UInt32 = 0
    /// True if the split is stratified by class.
    public var isStratified = false
    /// The number of divisions whose results are averaged, with seeds from `seed` upwards; 1 or greater. A curve repeats
    /// the choice of held-out points, a tuning the choice of the folds; other products have one division.
    public var repeats = 1

    public init() {}

    /// The accepted numbers of repeats.
    package static let repeatCounts = 1...1000

    /// Creates the settings that hold out the last points of the data.
    public init(lastCount: Int) { self.lastCount = lastCount }

    /// Creates settings from their parts.
    public init(testFraction: Double, seed: UInt32 = 0, isStratified: Bool = false, repeats: Int = 1) {
        self.testFraction = testFraction
        self.seed = seed
        self.isStratified = isStratified
        self.repeats = repeats
    }

    public static var fields: [RequestField<SplitSettings>] {
        [
            RequestField("testFraction", \.testFraction), RequestField("last", \.lastCount),
            RequestField("seed", \.seed),
            RequestField("stratify", \.isStratified),
            RequestField("repeats", \.repeats) {
                repeatCounts.contains($0) ? nil : "a whole number from 1 to 1000 is accepted"
            },
        ]
    }

    /// "0.3 of them held out, split seed 0", or "split seeds 0 to 9" of ten repeats; or "the last 60 of them held out".
    public var description: String {
        if let lastCount { return "the last \(lastCount) of them held out" }
        return "\(DecimalText.shortest(testFraction)) of them held out, split \(seedsText)"
            + (isStratified ? ", stratified" : "")
    }

    /// "seed 0", or "seeds 0 to 9" of ten repeats.
    package var seedsText: String {
        repeats > 1 ? "seeds \(seed) to \(UInt64(seed) + UInt64(repeats) - 1)" : "seed \(seed)"
    }
}
