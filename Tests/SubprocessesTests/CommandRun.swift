@testable import Subprocesses

/// The answer of a command that has ended.
struct CommandRun {
    var output: [UInt8] = []
    let end: ShellCommandEnd

    /// Runs a command and reads all its output.
    ///
    /// - Parameters:
    ///   - bufferSize: bytes that are read at once, at most.
    ///   - pieceSize: bytes of input that are passed at once.
    ///   - timeout: long enough for a slow machine; a test that fails does not hang.
    init(
        _ text: String, input: [UInt8] = [], environment: [String: String] = [:], bufferSize: Int = 65_536,
        pieceSize: Int = 100_000, timeout: Double = 50
    ) throws {
        var rest = input[...]
        func nextPiece() -> [UInt8] {
            defer { rest = rest.dropFirst(pieceSize) }
            return Array(rest.prefix(pieceSize))
        }
        var command = try ShellCommand(
            text, environment: environment, timeout: timeout, isCancelled: { false }, input: nextPiece)
        output = try command.rest(bufferSize)
        end = try command.finish()
    }

    var text: String { String(decoding: output, as: UTF8.self) }

    var lines: [Substring] { text.split(separator: "\n") }
}

extension ShellCommand {
    /// Starts a command without input.
    ///
    /// - Parameter timeout: as in `CommandRun`.
    init(
        _ text: String, timeout: Double = 50, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(ShellCommandError) {
        try self.init(text, environment: [:], timeout: timeout, isCancelled: isCancelled, input: { [] })
    }

    /// Returns the next output; empty at its end.
    mutating func next(_ size: Int = 65_536) throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: size)
        let count = try buffer.withUnsafeMutableBytes { try read(into: $0) }
        return Array(buffer[..<count])
    }

    /// Returns the output up to its end.
    mutating func rest(_ size: Int = 65_536) throws -> [UInt8] {
        var rest: [UInt8] = []
        while true {
            let bytes = try next(size)
            guard !bytes.isEmpty else { return rest }
            rest += bytes
        }
    }

    /// Reads a line, and returns it without its end.
    mutating func line() throws -> String {
        var line: [UInt8] = []
        while true {
            let byte = try next(1)
            if byte.isEmpty || byte == [UInt8(ascii: "\n")] { return String(decoding: line, as: UTF8.self) }
            line += byte
        }
    }

    /// Returns the error with which reading the rest ends.
    mutating func readingError() -> ShellCommandError? {
        do {
            while try !next().isEmpty {}
            return nil
        } catch {
            return error as? ShellCommandError
        }
    }

    /// Returns the error with which the command ends.
    consuming func finishingError() -> ShellCommandError? {
        do {
            _ = try finish()
            return nil
        } catch {
            return error
        }
    }
}

extension ShellCommandEnd {
    init(_ status: Status, inputWasReadCompletely: Bool = true) {
        self.init(status: status, inputWasReadCompletely: inputWasReadCompletely)
    }
}
