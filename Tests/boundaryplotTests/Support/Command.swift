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
    ///   - overriding: an option replaces the same option before it, so that tests can change a common list.
    func run(
        _ arguments: [String], environment: [String: String] = [:], within seconds: Double = 120,
        overriding: Bool = true
    ) throws -> Outcome {
        let words = overriding ? Self.withoutOverridden(arguments) : arguments
        return try start(Self.path, words, environment: environment).outcome(within: seconds)
    }

    /// Runs a line of bash; `"$@"` is the command with its arguments.
    func run(bash line: String, _ arguments: [String] = [], within seconds: Double = 120) throws -> Outcome {
        try start(bash: line, arguments).outcome(within: seconds)
    }

    /// Starts a line of bash without waiting for it; `"$@"` is the command with its arguments.
    func start(bash line: String, _ arguments: [String] = []) throws -> RunningCommand {
        try start("/bin/bash", ["-c", line, "bash", Self.path] + Self.withoutOverridden(arguments))
    }

    /// Starts the command without waiting for it.
    func start(_ arguments: [String]) throws -> RunningCommand {
        try start(Self.path, Self.withoutOverridden(arguments))
    }

    /// Returns the words without options that are there again later, and without their values.
    private static func withoutOverridden(_ words: [String]) -> [String] {
        func option(_ index: Int) -> Substring? {
            words[index].hasPrefix("--") ? words[index].prefix { $0 != "=" } : nil
        }
        var kept: [String] = []
        var index = 0
        while index < words.count {
            let isOverridden = option(index).map { name in (index + 1..<words.count).contains { option($0) == name } }
            if isOverridden == true {
                let hasValue = !words[index].contains("=") && !words[index + 1].hasPrefix("--")
                index += hasValue ? 2 : 1
            } else {
                kept.append(words[index])
                index += 1
            }
        }
        return kept
    }

    private func start(
        _ executable: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> RunningCommand {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Scripts/test sets it for the tests alone.
        process.environment?["MALLOC_ARENA_MAX"] = nil
        return try RunningCommand(process)
    }
}
