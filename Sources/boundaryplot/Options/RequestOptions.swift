import ArgumentParser
import DecisionBoundary
import Files

/// A request that replaces options.
struct RequestOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Run the request in a JSON file, - for standard input. Only options for outputs, threads and messages can "
                + "be combined with it. (default: none)", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var request: String?

    /// Options that are accepted together with a request.
    private static let accepted: Set = [
        "request", "output", "format", "no-metadata", "json", "save-model", "emit", "threads", "per-class", "quiet",
        "strict", "classifier", "timeout",
    ]

    /// Reads the request; nil without `--request`.
    ///
    /// - Throws: `Failure` if the file cannot be read or is not a request, or if another option is given.
    func load() throws -> Request? {
        guard let request else { return nil }
        let given = try Invocation.given(in: ProgramArguments.words)
        if let option = given?.occurrences.first(where: { !Self.accepted.contains($0.name) }) {
            throw Failure(
                .badRequest,
                "--\(option.name) cannot be combined with --request '\(request)'; change the file, or use options only")
        }
        guard given?.hasOperands != true else {
            throw Failure(
                .badRequest, "a data file cannot be combined with --request '\(request)', which names the data itself")
        }
        let bytes = try Failure.naming("--request") {
            request == "-"
                ? try InputFile.bytes(from: 0, path: "standard input") : try InputFile.bytes(request)
        }
        do throws(RunError) {
            return try Request(json: bytes)
        } catch {
            throw Failure(error.kind, "--request '\(request)': \(error)")
        }
    }
}
