import DecisionBoundary
import Files
import SettingsSyntax

extension ConfigFile {
    /// Reads the settings file that `--config` names.
    ///
    /// - Throws: `Failure` of status 64 for an unknown extension, of status 66 if the file cannot be read;
    ///   `ConfigFileError` if its contents are wrong.
    init(path: String) throws {
        let name = path.lowercased()
        guard let format = Format.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
            throw Failure(
                .badRequest, "--config '\(path)' has an unknown extension; use .toml or .json")
        }
        let bytes = try Failure.naming("--config") { try InputFile.bytes(path, limit: Self.greatestByteCount) }
        try self.init(parsing: bytes, as: format)
    }
}
