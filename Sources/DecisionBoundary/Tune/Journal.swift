import Files
import FoundationEssentials
import Glibc
import ModelSelection
import Training

/// The finished fits of a tuning, so that an interrupted run can continue. The file has one line of JSON per fit.
///
/// The first line is the request. Unreadable lines, such as an incomplete last line, are ignored, and their fits are
/// repeated. Several threads may append lines; each line is a single write, which the system does not interleave.
final class Journal: Sendable {
    let path: String
    private let descriptor: CInt
    /// The fits of an earlier run of the same request.
    let contents: Contents

    /// One fit.
    struct Entry: Codable, Sendable {
        let candidate: Candidate
        let score: FoldScore
        /// The numbers of errors and of points that the line states beside the answers.
        let stated: (errors: Double, points: Double)

        private enum CodingKeys: CodingKey {
            case classifier, fit
        }

        init(_ candidate: Candidate, _ score: FoldScore) {
            (self.candidate, self.score) = (candidate, score)
            stated = (Double(score.validationErrorCount), Double(score.validationCount))
        }

        /// Reads a line; nil if it has no fit.
        init?(line: some Sequence<UInt8>) {
            guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else { return nil }
            self = entry
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let fit = try container.decode(JSONValue.self, forKey: .fit)
            guard let candidate = try container.decode(ClassifierRequest.self, forKey: .classifier).candidate,
                let score = FoldScore(fit), case .object(let members) = fit,
                case .number(let errors) = members["validationErrors"],
                case .number(let points) = members["validationCount"]
            else { throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no fit")) }
            (self.candidate, self.score, stated) = (candidate, score, (errors, points))
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(ClassifierRequest.network(candidate), forKey: .classifier)
            try container.encode(score.json(), forKey: .fit)
        }
    }

    /// Opens the journal at `path`, or creates it.
    ///
    /// - Parameters:
    ///   - request: the request, as far as the fits depend on it.
    ///   - startsOver: true to discard existing fits.
    /// - Throws: `RunError` if another run has the journal open, or the journal belongs to another request.
    init(path: String, request: Request, startsOver: Bool) throws {
        let descriptor = open(path.systemPath, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw RunError(.cannotCreate, "\(.path): cannot create '\(path)': \(SystemError.lastReason)")
        }
        do {
            contents = try Self.read(descriptor, path: path, request: request, startsOver: startsOver)
        } catch {
            close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Reads the fits of an open journal, and truncates it to a header and complete lines.
    private static func read(
        _ descriptor: CInt, path: String, request: Request, startsOver: Bool
    ) throws -> Contents {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw RunError(.cannotCreate, "\(.path): '\(path)' is not a file, and a journal is kept there")
        }
        // Some file systems of clusters have no locks. A journal that was removed before it was locked belonged to a run that
        // has just ended.
        let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
        guard !isLocked, fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
            throw RunError(.cannotCreate, "\(.path): another run writes '\(path)'; wait for it, or use another folder")
        }
        let text = startsOver ? [] : try allBytes(descriptor, path: path)
        guard let contents = try Contents(text, path: path, request: request) else {
            try truncate(descriptor, to: 0, path: path)
            try append(Contents.header(of: request), to: descriptor, path: path)
            return Contents()
        }
        try truncate(descriptor, to: contents.byteCount, path: path)
        return contents
    }

    /// Appends one fit.
    func append(_ entry: Entry) throws {
        try Self.append(JSONText.line(of: entry), to: descriptor, path: path)
    }

    /// Removes the file; the fits are in other files by then.
    func remove() {
        unlink(path.systemPath)
    }

    private static func allBytes(_ descriptor: CInt, path: String) throws(RunError) -> [UInt8] {
        do throws(FileError) {
            return try InputFile.bytes(from: descriptor, path: path)
        } catch {
            throw RunError(error, .path)
        }
    }

    private static func truncate(_ descriptor: CInt, to size: Int, path: String) throws(RunError) {
        guard ftruncate(descriptor, size) == 0 else {
            throw RunError(.writeFailed, "\(.path): cannot write '\(path)': \(SystemError.lastReason)")
        }
    }

    private static func append(_ line: [UInt8], to descriptor: CInt, path: String) throws(RunError) {
        var count: Int
        repeat { count = write(descriptor, line, line.count) } while count < 0 && errno == EINTR
        guard count == line.count else {
            let reason = count < 0 ? SystemError.lastReason : "no space left"
            throw RunError(.writeFailed, "\(.path): cannot write '\(path)': \(reason)")
        }
    }
}
