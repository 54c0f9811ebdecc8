/// Settings from which no data set can be made; each says what would be accepted.
public enum DatasetError: Error, Hashable, Sendable {
    /// A number of samples below the least one that the generator can work with.
    case tooFewSamples(Int, least: Int)
    /// A standard deviation of the noise that is negative, not a number, or so large that coordinates would overflow.
    case impossibleNoise(Double)
}

extension DatasetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooFewSamples(let count, let least):
            "\(count) samples are too few: \(least) or more are accepted"
        case .impossibleNoise(let noise):
            "noise \(noise) is impossible: a standard deviation from 0 to 1e300 is accepted"
        }
    }
}
