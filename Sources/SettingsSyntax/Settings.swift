/// What a settings file says, of which nothing is checked against the commands yet.
package struct Settings: Hashable, Sendable {
    /// The keys of every command, and those of a table.
    package typealias Values = [String: SettingValue]

    /// What stands outside of tables: settings for whichever command is run.
    package var common: Values = [:]
    /// Settings for single commands, by the name of the table.
    package var tables: [String: Values] = [:]
    /// In which line a key is, such as `tune.folds`, counted from 1; of JSON nothing is known.
    package var lines: [String: Int] = [:]

    /// How a settings file is written.
    package enum Format: String, CaseIterable, Sendable {
        case toml
        case json
    }

    /// The most bytes that a settings file may have: far more than all options need, and few enough to be read whole.
    package static let greatestByteCount = 64 * 1024

    /// Reads the text of a settings file.
    ///
    /// Any bytes are answered, be it with an error.
    package init(parsing bytes: [UInt8], as format: Format) throws(SettingsError) {
        guard bytes.count <= Self.greatestByteCount else { throw .tooLong }
        switch format {
        case .toml: self = try TOMLParser.settings(in: bytes)
        case .json: try self.init(json: bytes)
        }
    }

    package init(common: Values = [:], tables: [String: Values] = [:]) {
        self.common = common
        self.tables = tables
    }
}
