/// Settings from which no data set can be made; each says what would be accepted.
public enum DatasetError: Error, Hashable, Sendable {
    /// A number of samples below the least one, which is one for each class.
    case tooFewSamples(Int, least: Int)
    /// A standard deviation of the noise that is negative, not a number, or so large that coordinates would overflow.
    case impossibleNoise(Double)
    /// A standard deviation of clusters that is negative, not a number, or so large that coordinates would overflow.
    case impossibleSpread(Double)
    /// A radius of the inner circle that is negative, not a number, or not below that of the outer one.
    case impossibleFactor(Double)
    /// A number of clusters outside of 2 ... 100.
    case impossibleCenterCount(Int)
    /// A number of classes outside of 2 ... 100.
    case impossibleClassCount(Int)
}

extension DatasetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooFewSamples(let count, let least):
            "\(count) samples are too few: \(least) or more are accepted\(least > 2 ? ", one for each class" : "")"
        case .impossibleNoise(let noise):
            "noise \(noise) is impossible: a standard deviation from 0 to 1e300 is accepted"
        case .impossibleSpread(let spread):
            "spread \(spread) is impossible: a standard deviation from 0 to 1e300 is accepted"
        case .impossibleFactor(let factor):
            "factor \(factor) is impossible: a radius from 0 to below 1 is accepted"
        case .impossibleCenterCount(let count):
            "\(count) centers are impossible: a number from 2 to 100 is accepted"
        case .impossibleClassCount(let count):
            "\(count) classes are impossible: a number from 2 to 100 is accepted"
        }
    }
}

extension DatasetError {
    /// Refuses fewer points than one for each class.
    static func check(sampleCount: Int, classCount: Int) throws(DatasetError) {
        guard sampleCount >= classCount else { throw .tooFewSamples(sampleCount, least: classCount) }
    }

    /// Refuses what is no standard deviation of noise.
    static func check(noise: Double) throws(DatasetError) {
        guard (0...Dataset.greatestDeviation).contains(noise) else { throw .impossibleNoise(noise) }
    }
}

extension Dataset {
    /// How many classes a data set may have.
    static let classCounts = 2...100

    /// No Gaussian of the polar method is beyond ±13, so that up to this standard deviation no coordinate overflows.
    static let greatestDeviation = 1e300
}
