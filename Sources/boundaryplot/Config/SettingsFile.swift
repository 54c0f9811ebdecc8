import Files
import SettingsSyntax

/// The settings file that `--config` names.
struct SettingsFile {
    let path: String
    let format: ConfigFile.Format

    /// - Throws: `Failure` of status 64 where the name does not say how the file is written.
    init(path: String) throws(Failure) {
        let name = path.lowercased()
        guard let format = ConfigFile.Format.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
            throw Failure(
                .usage, "--config '\(path)' is of neither kind; a name that ends in .toml or .json is accepted")
        }
        self.path = path
        self.format = format
    }

    /// - Throws: `Failure` of status 66 where the file cannot be read, of status 65 where it is wrong.
    func settings() throws(Failure) -> ConfigFile {
        let bytes = try InputFile.bytes(path, option: "--config", limit: ConfigFile.greatestByteCount)
        do throws(ConfigFileError) {
            return try ConfigFile(parsing: bytes, as: format)
        } catch {
            throw Failure(.badData, "'\(path)'\(error)")
        }
    }
}
