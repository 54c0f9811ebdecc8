import DecisionBoundary
import Files
import SavedModels

/// The files that a run will write, checked before time is spent on training.
struct OutputFiles {
    /// Pictures and others of the folder that `--output` names; "-" for standard output.
    let paths: [String]
    /// What has to be there before these can be written.
    let folders: [String]
    /// The summary; nil where none is wanted, "-" for standard output.
    let json: String?
    /// The models, in the order of the networks; none where they are not to be kept.
    let models: [String]
    /// What standard output carries in place of the table; nil where it has the table.
    let standardOutputUse: String?

    /// - Parameters:
    ///   - inputs: files that are read, which nothing may be written over.
    ///   - hasSnippet: whether a snippet is printed.
    /// - Throws: `Failure` of status 64 where one file would be written over another, or two things are to go to standard
    ///   output.
    init(
        paths: [String], folders: [String], json: String? = nil, models: [String] = [], inputs: [String] = [],
        hasSnippet: Bool = false
    ) throws(Failure) {
        self.paths = paths
        self.folders = folders
        self.json = json
        self.models = models
        let uses = [
            paths.contains("-") ? "--output -" : nil, json == "-" ? "--json -" : nil, hasSnippet ? "--emit" : nil,
        ].compactMap(\.self)
        guard uses.count < 2 else {
            throw Failure(
                .usage, "\(uses[0]) and \(uses[1]) both write to standard output; one of them is accepted")
        }
        standardOutputUse = uses.first
        guard json != "" else {
            throw Failure(.usage, "--json is empty; a file, or - for standard output, is accepted")
        }
        try checkDistinct(inputs: inputs)
    }

    private func checkDistinct(inputs: [String]) throws(Failure) {
        let read = Set(inputs.filter { $0 != "-" }.map(AtomicFile.resolved))
        var written: [String: String] = [:]
        let files =
            paths.map { ("--output", "picture", $0) } + (json.map { [("--json", "summary", $0)] } ?? [])
            + models.map { ("--save-model", "model", $0) }
        for (option, kind, path) in files where path != "-" {
            let resolved = AtomicFile.resolved(path)
            guard !read.contains(resolved) else {
                throw Failure(.usage, "\(option) '\(path)' is a file that is read; another name is accepted")
            }
            if let other = written.updateValue(kind, forKey: resolved) {
                throw Failure(
                    .usage,
                    other == kind
                        ? "\(option): '\(path)' is the name of two files; another name is accepted"
                        : "\(option) '\(path)' is the file of a \(other); one of another name is accepted")
            }
        }
    }

    /// Makes the folders that are missing, and finds out whether all files can be made.
    ///
    /// - Throws: `Failure` of status 73.
    func prepare() throws(Failure) {
        // Before a folder is made for nothing, but for what is to go into it.
        let others = ((json.map { [("--json", $0)] } ?? []) + models.map { ("--save-model", $0) }).filter { $1 != "-" }
        func isAmongPictures(_ path: String) -> Bool { folders.contains(AtomicFile.parent(of: path)) }
        for (option, path) in others where !isAmongPictures(path) { try check(path, option: option) }
        do throws(FileError) {
            for folder in folders { try AtomicFile.makeFolder(folder) }
            for path in paths where path != "-" { try AtomicFile.checkCreatable(path) }
        } catch {
            throw Failure(error, option: "--output")
        }
        for (option, path) in others where isAmongPictures(path) { try check(path, option: option) }
    }

    private func check(_ path: String, option: String) throws(Failure) {
        do throws(FileError) {
            try AtomicFile.checkCreatable(path)
        } catch {
            throw Failure(error, option: option)
        }
    }

    /// Writes the summary to where it is wanted.
    func writeSummary(_ summary: some Encodable) throws {
        guard let json else { return }
        let bytes = try JSONText.bytes(of: summary)
        guard json != "-" else { return try StandardStream.output.write(bytes) }
        do throws(FileError) {
            try AtomicFile.write(bytes, to: json)
        } catch {
            throw Failure(error, option: "--json")
        }
    }

    /// Writes a model, whole or not at all.
    ///
    /// - Throws: `Failure` of status 73 or 74; of status 65 where the network has no finite theta.
    static func write(_ model: SavedModel, to path: String) throws(Failure) {
        let bytes: [UInt8]
        do throws(SavedModelError) {
            bytes = try model.json()
        } catch {
            throw Failure(.badData, "--save-model: \(error)")
        }
        do throws(FileError) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw Failure(error, option: "--save-model")
        }
    }

    /// Where the table goes: to standard error where something else has standard output.
    var tableStream: StandardStream { standardOutputUse == nil ? .output : .error }
}
