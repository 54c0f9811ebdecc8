import ArgumentParser

/// Reads the values of options; each failure says what would be accepted.
///
/// The command line names the option and the value in front of it: "The value '-1' is invalid for '--lambda <number>':
/// …".
enum OptionValue {
    /// A finite number that is `isAccepted`, which `accepted` describes.
    static func number(_ text: String, accepted: String, where isAccepted: (Double) -> Bool) throws -> Double {
        guard let value = Double(text), value.isFinite, isAccepted(value) else {
            throw ValidationError("\(accepted) is accepted")
        }
        return value
    }

    /// A whole number of `range`, which `accepted` describes.
    static func wholeNumber(_ text: String, accepted: String, in range: some RangeExpression<Int>) throws -> Int {
        guard let value = Int(text), range.contains(value) else {
            throw ValidationError("\(accepted) is accepted")
        }
        return value
    }

    /// One finite number for both axes, or two with a comma between them, x first, each of which `isAccepted`.
    static func pair(
        _ text: String, accepted: String, where isAccepted: (Double) -> Bool
    ) throws -> (x: Double, y: Double) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0.isFinite && isAccepted($0) }) else {
            throw ValidationError("\(accepted) is accepted, or two for x and y, such as 0.5,20")
        }
        return (numbers[0], numbers[numbers.count - 1])
    }

    /// Two finite numbers with a comma between them, the lower one first.
    static func range(_ text: String) throws -> ClosedRange<Double> {
        let ends = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        // Their distance is finite too, so that nothing overflows between them.
        guard ends.count == 2, ends[0] < ends[1], (ends[1] - ends[0]).isFinite else {
            throw ValidationError("two numbers, the lower first, are accepted, such as -2,3")
        }
        return ends[0]...ends[1]
    }

    /// A standard deviation of data, up to which no coordinate overflows.
    static func deviation(_ text: String) throws -> Double {
        try number(text, accepted: "a number from 0 to 1e300") { (0...1e300).contains($0) }
    }

    /// A share of the points that leaves some on either side.
    static func fraction(_ text: String) throws -> Double {
        try number(text, accepted: "a number between 0 and 1, such as 0.3,") { 0 < $0 && $0 < 1 }
    }

    /// A seed of numpy's legacy random numbers.
    static func seed(_ text: String) throws -> UInt32 {
        guard let value = UInt32(text) else {
            throw ValidationError("a whole number from 0 to 4294967295 is accepted")
        }
        return value
    }
}
