import DataFiles
import Datasets
import Files
import Glibc
import Subprocesses

/// A classifier that is a shell command, started once for a picture.
///
/// It reads the points as CSV and prints as many rows. `BOUNDARYPLOT_TRAIN` names a CSV file with the training part.
struct CommandClassifier: Classifier {
    let name: String
    let command: String
    let kind: ScoreKind?
    /// The most seconds for an answer; nil without a limit.
    let timeout: Double?
    let data: ExternalData

    /// The environment variable with the path of the training part.
    private static let trainingVariable = "BOUNDARYPLOT_TRAIN"

    /// - Throws: `RunError` if the command fails, takes too long, or its rows are not answers.
    func answer(_ query: ClassifierQuery) throws -> ClassifierAnswer {
        let reader = AnswerReader(source: "the answer of '\(name)'", kind: kind, data: data, query: query)
        do {
            let training = try TemporaryInput(data.trainingText)
            // The file stays until the command has ended.
            return try withExtendedLifetime(training) {
                try answer(query, reader: reader, training: training.path)
            }
        } catch let error as FileError {
            let error = RunError(error)
            throw RunError(error.kind, "\(error.message); set TMPDIR to a folder for temporary files")
        } catch let error as ShellCommandError {
            throw RunError(error, name: name)
        }
    }

    private func answer(
        _ query: ClassifierQuery, reader: AnswerReader, training: String
    ) throws -> ClassifierAnswer {
        var text = QueryText(query, features: data.features)
        let running = RunningCommand(
            try ShellCommand(
                command, environment: [Self.trainingVariable: training], timeout: timeout,
                isCancelled: query.isCancelled
            ) { text.nextChunk() }, query)
        do {
            var rows = try CSVReader(name: name, options: AnswerReader.options, readInto: running.read)
            let answer = try reader.answer(from: &rows)
            try checkEnd(of: running, rowCount: query.pointCount, query)
            return answer
        } catch let error as CSVError {
            if let failure = running.failure { throw failure }
            guard case .noRows = error.problem else {
                throw RunError(.badData, "the answer of \(AnswerReader.message(of: error))")
            }
            try checkEnd(of: running, rowCount: 0, query)
            throw wrongRowCount(0, running, query)
        } catch let error as AnswerReader.WrongRowCount {
            if error.count < query.pointCount { try checkEnd(of: running, rowCount: error.count, query) }
            throw wrongRowCount(error.count, running, query)
        }
    }

    /// - Throws: `RunError` unless the command has read all points and ended without an error.
    private func checkEnd(of running: RunningCommand, rowCount: Int, _ query: ClassifierQuery) throws {
        guard let end = try running.finish() else { return }
        let rows = "after \(rowCount) of \(query.pointCount) rows"
        switch end.status {
        case .exited(0): break
        case .exited(let status):
            throw RunError(
                .badData, "'\(name)' exited with status \(status) \(rows)\(advice(onStatus: status))\(commandText)")
        case .signalled(let signal):
            throw RunError(.badData, "'\(name)' was ended by signal \(signal) \(rows)\(commandText)")
        }
        guard end.inputWasReadCompletely || rowCount < query.pointCount else {
            throw RunError(
                .badData,
                """
                '\(name)' has not read all \(query.pointCount) points that it answers; a classifier reads standard input to its \
                end, and \(.predictions) takes answers from a file
                """)
        }
    }

    private func wrongRowCount(_ count: Int, _ running: RunningCommand, _ query: ClassifierQuery) -> RunError {
        let remark =
            running.isSilent
            ? ", since it has printed nothing" : AnswerReader.remark(rowCount: count, lineCount: running.lineCount)
        // The rest of too many rows is not read, since it may have no end.
        let rows =
            count > query.pointCount
            ? "more rows than the \(query.pointCount) points" : "\(count) of \(query.pointCount) points\(remark)"
        return RunError(.badData, "'\(name)' has answered \(rows); a row for each is needed\(commandText)")
    }

    /// The command at the end of a message that begins with the name; empty if both are the same.
    private var commandText: String { name == command ? "" : ": \(command)" }

    /// Advice for a shell that has found no program.
    private func advice(onStatus status: Int32) -> String {
        // The name of this one has characters that names may not have.
        guard status == 127, name == command, command.contains("=") else { return "" }
        return "; a name before '=' may have letters, digits, blanks and _()- alone"
    }
}

/// A command whose output is read by a CSV reader.
private final class RunningCommand {
    private var command: ShellCommand?
    private let query: ClassifierQuery
    /// The number of line ends that were read, of which the first ends the header.
    private(set) var lineCount = 0
    /// True if the command has printed no byte.
    private(set) var isSilent = true
    /// The error that ended the output; nil if it ended by itself.
    private(set) var failure: ShellCommandError?

    init(_ command: consuming ShellCommand, _ query: ClassifierQuery) {
        self.command = consume command
        self.query = query
    }

    /// Reads output like the system's `read`, and reports the number of rows that have come. The CSV reader itself waits
    /// for the first 64 KB, which may be most of an answer.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(ShellCommandError) {
            let count = try command?.read(into: buffer) ?? 0
            if count > 0 { isSilent = false }
            lineCount += buffer[..<count].count { $0 == UInt8(ascii: "\n") }
            query.report(min(max(0, lineCount - 1), query.pointCount))
            return count
        } catch {
            failure = error
            errno = EIO
            return -1
        }
    }

    /// Waits for the end of the command; nil if it was waited for before.
    func finish() throws(ShellCommandError) -> ShellCommandEnd? {
        guard let command = command.take() else { return nil }
        return try command.finish()
    }
}

extension RunError {
    /// Creates the error of running the command of a classifier.
    fileprivate init(_ error: ShellCommandError, name: String) {
        switch error {
        case .notStarted(let reason): self.init(.badData, "'\(name)' cannot be started: \(reason)")
        case .failed(let reason): self.init(.badData, "'\(name)' cannot be read: \(reason)")
        case .timedOut(let seconds):
            self.init(
                .timedOut,
                "'\(name)' has not answered within \(DecimalText.shortest(seconds)) s, and was ended; \(.timeout) allows more"
            )
        case .cancelled: self = .cancelled
        }
    }
}
