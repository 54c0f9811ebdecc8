import DecisionBoundary
import Glibc

/// Small files that are read whole.
enum InputFile {
    /// More than any settings, model or picture of ours has.
    private static let greatestSize = 1 << 28

    /// The contents of a file.
    ///
    /// - Parameters:
    ///   - option: what names the file, for errors; nil where it stands alone.
    ///   - limit: how many bytes are enough to show that the file is too long; nil where that is an error here.
    /// - Throws: `Failure` of status 66 with the system's reason, of status 65 where the file is too large.
    static func bytes(_ path: String, option: String? = nil, limit: Int? = nil) throws(Failure) -> [UInt8] {
        let place = option.map { "\($0): " } ?? ""
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.missingInput, "\(place)cannot read '\(path)': \(SystemError.lastReason)")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit ?? greatestSize {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw Failure(.missingInput, "\(place)cannot read '\(path)': \(SystemError.lastReason)")
            }
        }
        guard limit != nil else { throw Failure(.badData, "\(place)'\(path)' has more than 256 MiB") }
        return bytes
    }
}
