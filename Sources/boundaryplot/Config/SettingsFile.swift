import DecisionBoundary
import Glibc
import SettingsSyntax

/// The settings file that `--config` names.
struct SettingsFile {
    let path: String
    let format: Settings.Format

    /// - Throws: `Failure` of status 64 where the name does not say how the file is written.
    init(path: String) throws(Failure) {
        let name = path.lowercased()
        guard let format = Settings.Format.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
            throw Failure(
                .usage, "--config '\(path)' is of neither kind; a name that ends in .toml or .json is accepted")
        }
        self.path = path
        self.format = format
    }

    /// - Throws: `Failure` of status 66 where the file cannot be read, of status 65 where it is wrong.
    func settings() throws(Failure) -> Settings {
        let bytes = try bytes()
        do throws(SettingsError) {
            return try Settings(parsing: bytes, as: format)
        } catch {
            throw Failure(.badData, "'\(path)'\(error)")
        }
    }

    /// The bytes of the file; of one that is too long, enough to show it.
    private func bytes() throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var isAtEnd = false
        while !isAtEnd && bytes.count <= Settings.greatestByteCount {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: Settings.greatestByteCount) { buffer, readCount in
                count = read(descriptor, buffer.baseAddress, buffer.count)
                readCount = max(0, count)
            }
            if count < 0 && errno != EINTR { throw unreadable }
            bytes += piece
            isAtEnd = count == 0
        }
        return bytes
    }

    private var unreadable: Failure {
        Failure(.missingInput, "--config: cannot read '\(path)': \(SystemError.lastReason)")
    }
}
