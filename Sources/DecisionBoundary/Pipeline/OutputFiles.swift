import Files
import SavedModels

/// The output files of a run, checked before training starts.
struct OutputFiles: Sendable {
    /// Pictures and other files in the folder of `outputs.path`; "-" for standard output.
    let paths: [String]
    /// Folders to create for these files.
    let folders: [String]
    /// The summary; "-" for standard output. Optional.
    let json: String?
    /// The models, in the order of the networks; empty if they are not saved.
    let models: [String]
    private let begun = ContinuousClock.now
    private let receive: (@Sendable ([UInt8], String) throws -> Void)?

    /// - Throws: `RunError` if a file would overwrite another output or an input, or if two results go to standard
    ///   output.
    init(
        paths: [String], folders: [String], json: String? = nil, models: [String] = [], inputs: [String],
        environment: RunEnvironment
    ) throws(RunError) {
        self.paths = paths
        self.folders = folders
        self.json = json
        self.models = models
        receive = environment.write
        guard !paths.contains("-") || json != "-" else {
            throw RunError(
                .badRequest, "\(.path) - and \(.json) - both write to standard output; use a file for one of them")
        }
        guard json != "" else {
            throw RunError(.badRequest, "\(.json) is empty; a file, or - for standard output, is accepted")
        }
        try checkDistinct(inputs: inputs)
    }

    private func checkDistinct(inputs: [String]) throws(RunError) {
        let read = Set(inputs.filter { $0 != "-" }.map(AtomicFile.resolved))
        var written: [String: String] = [:]
        let files =
            paths.map { (RequestKey.path, "picture", $0) } + (json.map { [(.json, "summary", $0)] } ?? [])
            + models.map { (.models, "model", $0) }
        for (key, kind, path) in files where path != "-" {
            let resolved = AtomicFile.resolved(path)
            guard !read.contains(resolved) else {
                throw RunError(.badRequest, "\(key) '\(path)' is an input file; use another name")
            }
            if let other = written.updateValue(kind, forKey: resolved) {
                throw RunError(
                    .badRequest,
                    other == kind
                        ? "\(key): '\(path)' is the name of two files; use other names, of classifiers as well"
                        : "\(key) '\(path)' is the file of a \(other); use another name")
            }
        }
    }

    /// Creates missing folders and checks that all files can be created.
    func prepare() throws(RunError) {
        guard receive == nil else { return }
        // Files in other folders come first, so that no folder is created if they fail.
        let others = ((json.map { [(RequestKey.json, $0)] } ?? []) + models.map { (.models, $0) }).filter { $1 != "-" }
        func isAmongPictures(_ path: String) -> Bool { folders.contains(AtomicFile.parent(of: path)) }
        for (key, path) in others where !isAmongPictures(path) { try check(path, key) }
        do throws(FileError) {
            for folder in folders { try AtomicFile.makeFolder(folder) }
            for path in paths where path != "-" { try AtomicFile.checkCreatable(path) }
        } catch {
            throw RunError(error, .path)
        }
        for (key, path) in others where isAmongPictures(path) { try check(path, key) }
    }

    private func check(_ path: String, _ key: RequestKey) throws(RunError) {
        do throws(FileError) {
            try AtomicFile.checkCreatable(path)
        } catch {
            throw RunError(error, key)
        }
    }

    /// Writes a file whole or not at all.
    func write(_ bytes: [UInt8], to path: String, _ key: RequestKey) throws {
        do {
            if let receive {
                try receive(bytes, path)
            } else if path == "-" {
                if let reason = AtomicFile.writeAll(bytes, to: 1) {
                    throw FileError.writeFailed(path: "standard output", reason: reason)
                }
            } else {
                try AtomicFile.write(bytes, to: path, begun: begun)
            }
        } catch let error as FileError {
            throw RunError(error, key)
        }
    }

    /// Writes the summary if it is requested.
    func writeSummary(_ summary: some Encodable) throws {
        if json != nil { try writeSummary(text: JSONText.bytes(of: summary)) }
    }

    /// Writes the text of a summary if it is requested.
    func writeSummary(text: [UInt8]) throws {
        if let json { try write(text, to: json, .json) }
    }

    /// Writes a model.
    ///
    /// - Throws: `RunError` if theta is not finite or the file cannot be written.
    func write(_ model: SavedModel, to path: String) throws {
        do {
            try write(model.json(), to: path, .models)
        } catch let error as SavedModelError {
            throw RunError(.badData, "\(.models): \(error)")
        }
    }
}
