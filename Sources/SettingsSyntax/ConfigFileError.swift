/// A reason to reject a settings file; the description follows the name of the file.
package enum ConfigFileError: Error, Hashable, Sendable {
    case notUTF8(line: Int)
    /// The text is not TOML or JSON; line and column, in characters, are counted from 1.
    case syntax(line: Int, column: Int, reason: String)
    /// The text is JSON but not an object.
    case noObject
    /// A value that no option takes, such as a date.
    case unsuitable(key: String, found: String, line: Int?)
    /// A setting that the commands do not accept.
    case invalid(reason: String, line: Int?)
}

extension ConfigFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notUTF8(let line): ", line \(line): the text is not UTF-8"
        case .syntax(let line, let column, let reason): ", line \(line), column \(column): \(reason)"
        case .noObject: ": a JSON object is wanted, such as {\"hidden\": [3, 20]}"
        case .unsuitable(let key, let found, let line):
            "\(Self.place(line)): '\(key)' is \(found); a text, a number, a list of them, true or false are accepted"
        case .invalid(let reason, let line): "\(Self.place(line)): \(reason)"
        }
    }

    /// Returns ", line 3"; empty if the line is not known.
    private static func place(_ line: Int?) -> String {
        line.map { ", line \($0)" } ?? ""
    }
}
