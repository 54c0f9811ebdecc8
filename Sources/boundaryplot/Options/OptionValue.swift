import ArgumentParser
import DecisionBoundary

/// Parsers of option values; each error names the accepted values.
///
/// ArgumentParser prefixes the option and the value: "The value '-1' is invalid for '--lambda <number>': …".
enum OptionValue {
    /// Parses a finite number that `isAccepted`; `accepted` describes such numbers.
    static func number(_ text: String, accepted: String, where isAccepted: (Double) -> Bool) throws -> Double {
        guard let value = Double(text), value.isFinite, isAccepted(value) else {
            throw ValidationError("\(accepted) is accepted")
        }
        return value
    }

    /// Returns a parser of whole numbers in `range`; the upper bound `Int.max` means no limit.
    static func wholeNumber(in range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
        { text in
            guard let value = Int(text), range.contains(value) else {
                let accepted =
                    range.upperBound == .max
                    ? "of \(range.lowerBound) or greater" : "from \(range.lowerBound) to \(range.upperBound)"
                throw ValidationError("a whole number \(accepted) is accepted")
            }
            return value
        }
    }

    /// Parses one finite number for both axes, or two numbers separated by a comma, x first.
    static func pair(
        _ text: String, accepted: String, where isAccepted: (Double) -> Bool
    ) throws -> AxisPair {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0.isFinite && isAccepted($0) }) else {
            throw ValidationError("\(accepted) is accepted, or two for x and y, such as 0.5,20")
        }
        return AxisPair(x: numbers[0], y: numbers[numbers.count - 1])
    }

    /// Parses two finite numbers separated by a comma, in ascending order.
    static func range(_ text: String) throws -> [Double] {
        let ends = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        // A finite difference rules out overflow between the limits.
        guard ends.count == 2, ends[0] < ends[1], (ends[1] - ends[0]).isFinite else {
            throw ValidationError("two numbers, the lower first, are accepted, such as -2,3")
        }
        return ends
    }

    /// Parses width and height in inches: two positive numbers separated by an x.
    static func size(_ text: String) throws -> AxisPair {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard sides.count == 2, sides.allSatisfy({ $0 > 0 && $0.isFinite }) else {
            throw ValidationError("width and height in inches, both greater than 0, are accepted, such as 6.4x4.8")
        }
        return AxisPair(x: sides[0], y: sides[1])
    }

    /// Parses a standard deviation; the upper limit prevents overflow of coordinates.
    static func deviation(_ text: String) throws -> Double {
        try number(text, accepted: "a number from 0 to 1e300") { (0...1e300).contains($0) }
    }

    /// Parses a share of the points between 0 and 1.
    static func fraction(_ text: String) throws -> Double {
        try number(text, accepted: "a number between 0 and 1, such as 0.3,") { 0 < $0 && $0 < 1 }
    }

    /// Parses a shard, such as 3/16.
    static func shard(_ text: String) throws -> Shard {
        guard let shard = Shard(text) else { throw ValidationError(Shard.accepted) }
        return shard
    }

    /// Parses a seed of numpy's legacy random numbers.
    static func seed(_ text: String) throws -> UInt32 {
        guard let value = UInt32(text) else {
            throw ValidationError("a whole number from 0 to 4294967295 is accepted")
        }
        return value
    }
}
