import Foundation
import Testing

/// Runs lines of bash in a temporary folder, in which `boundaryplot` is the built command.
struct Shell {
    private let folder: URL

    /// The command is in the folder of the tests.
    private static let command = Bundle.main.bundleURL.appending(path: "boundaryplot").path

    /// Options for few iterations and pixels make a command fast. They are left out if the command has them, if they are not
    /// accepted, or if a run must converge.
    private static let prelude = """
        set -euo pipefail
        boundaryplot() {
            local cheap=()
            # Without --hidden, no network is trained beside other classifiers.
            case " $* " in
                *' --max-iterations '*) ;;
                *' --model '* | *' --classifier '* | *' --predictions '*)
                    [[ " $* " != *' --hidden '* ]] || cheap+=(--max-iterations 20) ;;
                *) cheap+=(--max-iterations 20) ;;
            esac
            [[ " $* " == *' --dpi '* || ${1-} == report ]] || cheap+=(--dpi 50)
            case "${1-} $* " in
                columns\\ * | grid\\ * | predict\\ * | inspect\\ * | rerun\\ * | data\\ * | help\\ * | *' --help '* | *' --version '*) cheap=() ;;
                *' --request '* | *' --strict '*) cheap=() ;;
            esac
            "$BOUNDARYPLOT" "$@" "${cheap[@]}"
        }

        """

    /// Creates the folder with the examples.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "boundaryplot-documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "Examples"), withDestinationURL: Document.root.appending(path: "Examples"))
    }

    /// Removes the folder.
    func close() {
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Runs a line to its end.
    ///
    /// - Returns: the exit status, standard output and standard error.
    func run(_ line: String) throws -> (status: Int32, output: String, errors: String) {
        let (output, errors) = (folder.appending(path: ".output"), folder.appending(path: ".errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", Self.prelude + line]
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["BOUNDARYPLOT"] = Self.command
        // Scripts/test sets it for the tests alone.
        environment["MALLOC_ARENA_MAX"] = nil
        // Commands of classifiers run without the functions of the prelude.
        environment["PATH"] = "\(environment["PATH"] ?? "/usr/bin:/bin"):\(Bundle.main.bundleURL.path)"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let hasEnded = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in hasEnded.signal() }
        try process.run()
        if hasEnded.wait(timeout: .now() + 120) == .timedOut {
            process.terminate()
            hasEnded.wait()
        }
        return (
            process.terminationStatus, try String(contentsOf: output, encoding: .utf8),
            try String(contentsOf: errors, encoding: .utf8)
        )
    }
}
