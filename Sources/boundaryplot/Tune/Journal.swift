import DecisionBoundary
import FoundationEssentials
import Glibc
import ModelSelection
import Training

/// The fits that an interrupted run has finished: a file to which each is appended as it comes, one line of JSON each.
///
/// The first line has the settings of the run. A line that cannot be read, such as one that was not written to its end,
/// does not count: its fit is made again. Lines may come
/// from several threads at once: each is a single append, which the system does not mix with another.
final class Journal: Sendable {
    let path: String
    private let descriptor: CInt
    /// The fits that an earlier run of the same settings has left, in the order of finishing.
    let entries: [Entry]
    /// How many lines could not be read, but for one at the end.
    let unreadableLineCount: Int

    /// One fit.
    struct Entry: Codable, Sendable {
        let name: Name
        let score: FoldScoreSummary

        /// Which candidate it is of.
        struct Name: Codable, Hashable, Sendable {
            let hidden: String
            let lambda: Double

            init(_ candidate: Candidate) {
                hidden = candidate.hiddenText
                lambda = candidate.lambda
            }
        }

        init(_ candidate: Candidate, _ score: FoldScore) {
            name = Name(candidate)
            self.score = FoldScoreSummary(score)
        }
    }

    /// The first line.
    private struct Header: Codable {
        var journal = 1
        let settings: [String: String]
    }

    /// Opens the journal at `path`, or makes it.
    ///
    /// - Parameters:
    ///   - settings: all that the fits depend on, as options and their values.
    ///   - startsOver: whether fits that are there are forgotten, whatever their settings.
    /// - Throws: `Failure` where another run writes to it, or it has other settings.
    init(path: String, settings: [String: String], startsOver: Bool) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw Failure(.cannotCreate, "--output: cannot create '\(path)': \(SystemError.lastReason)")
        }
        do {
            (entries, unreadableLineCount) = try Self.read(
                descriptor, path: path, settings: settings, startsOver: startsOver)
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

    /// The entries of an open journal, which has a header and whole lines alone afterwards.
    private static func read(
        _ descriptor: CInt, path: String, settings: [String: String], startsOver: Bool
    ) throws -> (entries: [Entry], unreadableLineCount: Int) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.cannotCreate, "--output: '\(path)' is not a file, and a journal is to be kept there")
        }
        // One that was removed while this waited to open it belongs to a run that has ended just now.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
            throw Failure(
                .cannotCreate, "--output: another run writes '\(path)'; wait for it, or name another folder")
        }
        let text = startsOver ? [] : try allBytes(descriptor, path: path)
        // What follows the last line feed was not written to its end.
        let end = (text.lastIndex(of: newline) ?? -1) + 1
        let lines = text[..<end].split(separator: newline)
        let ownHeader = try JSONText.line(of: Header(settings: settings))
        // Of a header that was not written to its end there is nothing to lose; of anything else there is.
        if lines.isEmpty && ownHeader.starts(with: text) {
            try truncate(descriptor, to: 0, path: path)
            try append(ownHeader, to: descriptor, path: path)
            return ([], 0)
        }
        guard let first = lines.first, let header = try? JSONDecoder().decode(Header.self, from: Data(first)) else {
            throw Failure(.usage, "--output: '\(path)' is not a journal of 'boundaryplot tune'; --fresh overwrites it")
        }
        if let difference = difference(of: header.settings, from: settings) {
            throw Failure(
                .usage,
                """
                '\(path)' is the journal of another run, \(difference); --fresh starts over, and another --output keeps both
                """)
        }
        let entries = lines.dropFirst().map { try? JSONDecoder().decode(Entry.self, from: Data($0)) }
        try truncate(descriptor, to: end, path: path)
        return (entries.compactMap(\.self), entries.count { $0 == nil })
    }

    /// "with --lambda 0.1 instead of 1": the first setting that differs; nil where none does.
    private static func difference(of found: [String: String], from wanted: [String: String]) -> String? {
        for key in Set(found.keys).union(wanted.keys).sorted() where found[key] != wanted[key] {
            return "with \(key) \(found[key] ?? "missing") instead of \(wanted[key] ?? "none")"
        }
        return nil
    }

    /// Adds one fit.
    func append(_ entry: Entry) throws {
        try Self.append(JSONText.line(of: entry), to: descriptor, path: path)
    }

    /// Removes the file: what it holds is kept elsewhere now.
    func remove() {
        unlink(path)
    }

    private static let newline = UInt8(ascii: "\n")

    private static func allBytes(_ descriptor: CInt, path: String) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = readSome(descriptor, &buffer)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw Failure(.cannotCreate, "--output: cannot read '\(path)': \(SystemError.lastReason)")
            }
            bytes += buffer[..<count]
        }
    }

    private static func truncate(_ descriptor: CInt, to size: Int, path: String) throws(Failure) {
        guard ftruncate(descriptor, size) == 0 else {
            throw Failure(.writeFailed, "--output: cannot write '\(path)': \(SystemError.lastReason)")
        }
    }

    private static func append(_ line: [UInt8], to descriptor: CInt, path: String) throws(Failure) {
        var count: Int
        repeat { count = write(descriptor, line, line.count) } while count < 0 && errno == EINTR
        guard count == line.count else {
            let reason = count < 0 ? SystemError.lastReason : "no space left"
            throw Failure(.writeFailed, "--output: cannot write '\(path)': \(reason)")
        }
    }
}

/// The system's `read`, whose name is taken inside of `Journal`.
private func readSome(_ descriptor: CInt, _ buffer: inout [UInt8]) -> Int {
    read(descriptor, &buffer, buffer.count)
}
