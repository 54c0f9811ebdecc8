/// Keys and values of a settings file, not yet checked against the commands.
package struct ConfigFile: Hashable, Sendable {
    /// Values by key.
    package typealias Values = [String: ConfigValue]

    /// Settings outside of tables, for any command.
    package var common: Values = [:]
    /// Settings of single commands, by the name of the table.
    package var tables: [String: Values] = [:]
    /// Line of each key, such as `tune.folds`, counted from 1; empty for JSON.
    package var lines: [String: Int] = [:]

    /// Syntax of a settings file.
    package enum Format: String, CaseIterable, Sendable {
        case toml
        case json
    }

    /// Size limit of a settings file in bytes: far more than all options need.
    package static let greatestByteCount = 64 << 10

    init() {}

    /// Reads the text of a settings file.
    package init(parsing bytes: [UInt8], as format: Format) throws(ConfigFileError) {
        switch format {
        case .toml: self = try TOMLParser.configFile(in: bytes)
        case .json: try self.init(json: bytes)
        }
    }
}
