import Foundation
import Testing

/// The built `boundaryplot`, run as a process in a temporary folder.
struct Command {
    /// The working directory of the command, removed with this value.
    let folder = TemporaryFolder()

    /// The executable, in the folder of the tests.
    static let path = Bundle.main.bundleURL.appending(path: "boundaryplot").path

    /// True if the command is built with a sanitizer, which maps terabytes and is much slower.
    static let isSanitized =
        ProcessInfo.processInfo.arguments[0].contains("sanitizer") || dlsym(nil, "__tsan_init") != nil

    /// Options for tests that do not depend on the numbers: a picture takes a few hundredths of a second even in a
    /// debug build.
    static let small = ["--samples", "20", "--max-iterations", "5", "--step", "0.1", "--dpi", "50"]

    /// Runs the command to its end.
    ///
    /// - Parameters:
    ///   - environment: variables to add to the environment of the tests.
    ///   - seconds: a time limit to detect a hanging process.
    func run(
        _ arguments: [String], environment: [String: String] = [:], within seconds: Double = 120
    ) throws -> Outcome {
        try start(Self.path, arguments, environment: environment).outcome(within: seconds)
    }

    /// Runs a line of bash; `"$@"` is the command with its arguments.
    func run(bash line: String, _ arguments: [String] = [], within seconds: Double = 120) throws -> Outcome {
        try start(bash: line, arguments).outcome(within: seconds)
    }

    /// Starts a line of bash without waiting for it; `"$@"` is the command with its arguments.
    func start(bash line: String, _ arguments: [String] = []) throws -> RunningCommand {
        try start("/bin/bash", ["-c", line, "bash", Self.path] + arguments)
    }

    /// Starts the command without waiting for it.
    func start(_ arguments: [String]) throws -> RunningCommand {
        try start(Self.path, arguments)
    }

    private func start(
        _ executable: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> RunningCommand {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        return try RunningCommand(process)
    }
}
