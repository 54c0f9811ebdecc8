import Foundation
import Testing

/// The built `boundaryplot`, run as its users run it: as a process, in a folder of its own.
struct Command {
    /// Where the command works; fresh, and gone with the value that made it.
    let folder = TemporaryFolder()

    /// The executable, which stands beside the tests.
    static let path = Bundle.main.bundleURL.appending(path: "boundaryplot").path

    /// Whether the command is built with a sanitizer, which maps terabytes and multiplies all times.
    static let isSanitized =
        ProcessInfo.processInfo.arguments[0].contains("sanitizer") || dlsym(nil, "__tsan_init") != nil

    /// Options for tests that are not about the numbers: a picture takes a few hundredths of a second even in a debug
    /// build.
    static let small = ["--samples", "20", "--max-iterations", "5", "--step", "0.1", "--dpi", "50"]

    /// Runs the command to its end.
    ///
    /// - Parameters:
    ///   - environment: added to that of the tests.
    ///   - seconds: a guard against hanging, not a measurement.
    func run(
        _ arguments: [String], environment: [String: String] = [:], within seconds: Double = 120
    ) throws -> Outcome {
        try start(Self.path, arguments, environment: environment).outcome(within: seconds)
    }

    /// Runs a line of bash, in which `"$@"` is the command with its arguments.
    func run(bash line: String, _ arguments: [String] = [], within seconds: Double = 120) throws -> Outcome {
        try start("/bin/bash", ["-c", line, "bash", Self.path] + arguments).outcome(within: seconds)
    }

    /// Starts the command and goes on.
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
