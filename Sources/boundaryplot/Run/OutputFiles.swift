import DecisionBoundary

/// The files that a run will write, checked before time is spent on training.
struct OutputFiles {
    /// Pictures and others of the folder that `--output` names.
    let paths: [String]
    /// What has to be there before these can be written.
    let folders: [String]
    /// The summary; nil where none is wanted, "-" for standard output.
    let json: String?

    /// - Throws: `Failure` of status 64 where one file would be written over another.
    init(paths: [String], folders: [String], json: String?) throws(Failure) {
        self.paths = paths
        self.folders = folders
        self.json = json
        let resolved = paths.map(AtomicFile.resolved)
        if let (path, _) = zip(paths, resolved).first(where: { pair in resolved.count { $0 == pair.1 } > 1 }) {
            throw Failure(.usage, "--output: '\(path)' is the name of two files; another name is accepted")
        }
        guard let json else { return }
        guard !json.isEmpty else {
            throw Failure(.usage, "--json is empty; a file, or - for standard output, is accepted")
        }
        guard !resolved.contains(AtomicFile.resolved(json)) else {
            throw Failure(.usage, "--json '\(json)' is the file of a picture; one of another name is accepted")
        }
    }

    /// Makes the folders that are missing, and finds out whether all files can be made.
    ///
    /// - Throws: `Failure` of status 73.
    func prepare() throws(Failure) {
        // Before a folder is made for nothing, but for a summary that is to go into it.
        let isJSONAmongPictures = json.map { folders.contains(AtomicFile.parent(of: $0)) } ?? false
        if !isJSONAmongPictures { try checkJSON() }
        do throws(FileError) {
            for folder in folders { try AtomicFile.makeFolder(folder) }
            for path in paths { try AtomicFile.checkCreatable(path) }
        } catch {
            throw Failure(error, option: "--output")
        }
        if isJSONAmongPictures { try checkJSON() }
    }

    private func checkJSON() throws(Failure) {
        do throws(FileError) {
            if let json, json != "-" { try AtomicFile.checkCreatable(json) }
        } catch {
            throw Failure(error, option: "--json")
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

    /// Where the table goes: to standard error where the JSON has standard output.
    var tableStream: StandardStream { json == "-" ? .error : .output }
}
