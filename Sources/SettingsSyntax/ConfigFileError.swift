/// Reason why a settings file cannot be used; its description is the end of a line that begins with the file's name.
package enum ConfigFileError: Error, Hashable, Sendable {
    case notUTF8(line: Int)
    /// The text is not TOML or JSON; line and column, in characters, are counted from 1.
    case syntax(line: Int, column: Int, reason: String)
    /// JSON, but not an object.
    case noObject
    /// A value that no option takes, such as a date.
    case unsuitable(key: String, found: String, line: Int?)
    /// A table that is not named after a command.
    case unknownTable(String, nearest: String, line: Int?)
    /// A key that is not an option of any command.
    case unknownKey(String, nearest: String, line: Int?)
    /// A key that is an option of other commands.
    case optionOfOthers(key: String, command: String, others: [String], line: Int?)
    /// An option that is accepted on the command line only.
    case commandLineAlone(key: String, line: Int?)
    /// A flag with a value other than true or false.
    case noFlagValue(key: String, text: String, line: Int?)
    /// True or false for an option that takes a value.
    case flagValue(key: String, Bool, valueName: String, line: Int?)
    /// Two keys of the same table that contradict each other.
    case contradiction(key: String, opposite: String, line: Int?)
}

extension ConfigFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notUTF8(let line): ", line \(line): the text is not UTF-8"
        case .syntax(let line, let column, let reason): ", line \(line), column \(column): \(reason)"
        case .noObject: ": a JSON object is wanted, such as {\"hidden\": [3, 20]}"
        case .unsuitable(let key, let found, let line):
            "\(Self.place(line)): '\(key)' is \(found); a text, a number, a list of them, true or false are accepted"
        case .unknownTable(let name, let nearest, let line):
            "\(Self.place(line)): unknown table [\(name)]; a table is named after a command, the nearest is '\(nearest)'"
        case .unknownKey(let key, let nearest, let line):
            "\(Self.place(line)): '\(key)' is not an option; the nearest name is '\(nearest)'"
        case .optionOfOthers(let key, let command, let others, let line):
            """
            \(Self.place(line)): '\(key)' is not an option of 'boundaryplot \(command)'; put it into the table \
            \(Self.list(others.map { "[\($0)]" }))
            """
        case .commandLineAlone(let key, let line):
            "\(Self.place(line)): '\(key)' is not a setting; it is accepted on the command line only"
        case .noFlagValue(let key, let text, let line):
            "\(Self.place(line)): '\(key)' is on or off, not '\(text)'; true and false are accepted"
        case .flagValue(let key, let flag, let valueName, let line):
            "\(Self.place(line)): '\(key)' takes a value, <\(valueName)>, and not \(flag)"
        case .contradiction(let key, let opposite, let line):
            "\(Self.place(line)): '\(key)' and '\(opposite)' contradict each other; one of them is accepted"
        }
    }

    /// Returns ", line 3"; empty if the line is not known.
    private static func place(_ line: Int?) -> String {
        line.map { ", line \($0)" } ?? ""
    }

    /// Returns "[plot], [tune] or [diff]".
    private static func list(_ items: [String]) -> String {
        items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " or " + items[items.count - 1]
    }
}
