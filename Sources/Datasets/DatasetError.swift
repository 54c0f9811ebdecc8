/// Parameters from which no data set can be made.
public enum DatasetError: Error, Hashable, Sendable {
    /// A number of samples below `least`, which is one for each class.
    case tooFewSamples(Int, least: Int)
    /// A number of classes (of clusters for blobs) outside of 2 ... 100.
    case classCountOutOfRange(Int)
    /// A standard deviation, `noise` or `spread`, that is negative, NaN, or so large that coordinates would overflow.
    case deviationOutOfRange(Double, parameter: String)
    /// A radius of the inner circle that is negative, NaN, or not less than that of the outer circle.
    case factorOutOfRange(Double)
}

extension DatasetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooFewSamples(let count, let least):
            "\(count) \(count == 1 ? "sample is" : "samples are") too few; use \(least) or more\(least > 2 ? ", one for each class" : "")"
        case .classCountOutOfRange(let count): "a data set cannot have \(count) classes; use 2 to 100"
        case .deviationOutOfRange(let value, let parameter):
            "\(parameter) \(value) is out of range; use a standard deviation from 0 to 1e300"
        case .factorOutOfRange(let factor):
            "factor \(factor) is out of range; use a radius of 0 or more and less than 1"
        }
    }
}

extension DatasetError {
    static func check(sampleCount: Int, classCount: Int) throws(DatasetError) {
        guard Dataset.classCounts.contains(classCount) else { throw .classCountOutOfRange(classCount) }
        guard sampleCount >= classCount else { throw .tooFewSamples(sampleCount, least: classCount) }
    }

    /// Checks a standard deviation.
    ///
    /// A Gaussian of the polar method is within ±13, so no coordinate overflows up to 1e300.
    static func check(deviation: Double, of parameter: String) throws(DatasetError) {
        guard (0...1e300).contains(deviation) else { throw .deviationOutOfRange(deviation, parameter: parameter) }
    }
}

extension Dataset {
    /// The accepted numbers of classes.
    package static let classCounts = 2...100
}
