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
    /// The fits of an earlier run of the same request, in the order of completion, with their lines from 1.
    let entries: [(line: Int, fit: Entry)]
    /// The number of unreadable lines, without an incomplete last line.
    let unreadableLineCount: Int

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

    /// The first line.
    private struct Header: Codable {
        static let version = 3
        var journal = version
        let request: Request
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
            (entries, unreadableLineCount) = try Self.read(
                descriptor, path: path, request: request, startsOver: startsOver)
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

    /// Reads the entries of an open journal, and truncates it to a header and complete lines.
    private static func read(
        _ descriptor: CInt, path: String, request: Request, startsOver: Bool
    ) throws -> (entries: [(line: Int, fit: Entry)], unreadableLineCount: Int) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw RunError(.cannotCreate, "\(.path): '\(path)' is not a file, and a journal is kept there")
        }
        // A journal that was removed before it was locked belonged to a run that has just ended.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
            throw RunError(.cannotCreate, "\(.path): another run writes '\(path)'; wait for it, or use another folder")
        }
        let text = startsOver ? [] : try allBytes(descriptor, path: path)
        // Text after the last line feed is incomplete.
        let end = (text.lastIndex(of: newline) ?? -1) + 1
        let lines = text[..<end].split(separator: newline)
        let ownHeader = try JSONText.line(of: Header(request: request))
        // An incomplete header has no fits after it.
        if lines.isEmpty && ownHeader.starts(with: text) {
            try truncate(descriptor, to: 0, path: path)
            try append(ownHeader, to: descriptor, path: path)
            return ([], 0)
        }
        guard let first = lines.first, let header = try? JSONDecoder().decode(Header.self, from: Data(first)),
            header.journal == Header.version
        else {
            throw RunError(
                .badData,
                """
                '\(path)' is not a journal of this version of 'boundaryplot tune'; \(.startsOver) overwrites it, and \
                another \(.path) keeps it
                """)
        }
        guard header.request == request else {
            throw RunError(
                .badRequest,
                """
                '\(path)' is the journal of another run\(difference(of: header.request, from: request)); \
                \(.startsOver) starts over, and another \(.path) keeps both
                """)
        }
        let entries = lines.enumerated().dropFirst().compactMap { index, line in
            Entry(line: line).map { (line: index + 1, fit: $0) }
        }
        try truncate(descriptor, to: end, path: path)
        return (entries, lines.count - 1 - entries.count)
    }

    /// Returns the first key that differs: ", with training.tolerance 0.1 instead of its default".
    private static func difference(of found: Request, from wanted: Request) -> RequestMessage {
        let (found, wanted) = (found.leaves, wanted.leaves)
        let path = Set(found.keys).union(wanted.keys).sorted().first { found[$0] != wanted[$0] }
        guard let path else { return "" }
        if path == RequestKey.classifiers.rawValue { return ", with another \(.classifiers)" }
        let key = RequestKey(rawValue: path).map { "\($0)" as RequestMessage } ?? "\(path)"
        return ", with \(key) \(found[path] ?? "at its default") instead of \(wanted[path] ?? "its default")"
    }

    /// Appends one fit.
    func append(_ entry: Entry) throws {
        try Self.append(JSONText.line(of: entry), to: descriptor, path: path)
    }

    /// Removes the file; the fits are in other files by then.
    func remove() {
        unlink(path.systemPath)
    }

    private static let newline = UInt8(ascii: "\n")

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
