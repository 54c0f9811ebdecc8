import DecisionBoundary
import ModelSelection

/// Where the pictures of a run go, from `--output`.
///
/// A path that contains `{` or ends in `.png` names files; any other is a folder, in which pictures are called
/// `boundary-hidden-3.png`, or `boundary-hidden-3-lambda-0.1.png` where there are several λ. Pictures of several
/// networks stand beside those of one.
struct PicturePaths {
    /// In the order of the networks.
    let paths: [String]
    /// What has to be there before a picture can be written.
    let folders: [String]
    /// With a "/" at its end, where there is one.
    private let folderPrefix: String

    /// Names with these are meant as files, though only the first can be written.
    private static let pictureEndings = [
        ".png", ".svg", ".pdf", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".eps", ".ps",
    ]

    /// - Parameter candidates: the networks that are drawn, each by itself.
    /// - Throws: `Failure` of status 64 where a name has unknown placeholders, another ending, or does not tell the
    ///   pictures apart.
    init(output: String, candidates: [Candidate]) throws(Failure) {
        guard try Self.isFile(output) else {
            let prefix = Self.prefix(ofFolder: output)
            let namesLambda = Set(candidates.map(\.lambda)).count > 1
            paths = candidates.map { "\(prefix)boundary-\($0.fileName(withLambda: namesLambda)).png" }
            folders = [AtomicFile.parent(of: prefix + "picture")]
            folderPrefix = prefix
            return
        }
        guard output.lowercased().hasSuffix(".png") else { throw Self.otherEnding(output) }
        let template = try Template(output, option: "--output", names: ["hidden", "lambda"])
        let paths = candidates.map { candidate in
            template.filled { $0 == "hidden" ? candidate.hiddenText : candidate.lambdaText }
        }
        let placeholders = [
            ("{hidden}", Set(candidates.map(\.hidden)).count), ("{lambda}", Set(candidates.map(\.lambda)).count),
        ]
        guard Set(paths).count == paths.count else {
            let missing = placeholders.filter { $1 > 1 && !output.contains($0) }.map(\.0).joined(separator: " and ")
            throw Failure(
                .usage,
                "--output '\(output)' names one file for \(paths.count) pictures; put \(missing) into the name, or name a folder"
            )
        }
        self.paths = paths
        var folders: [String] = []
        for folder in paths.map(AtomicFile.parent(of:)) where !folders.contains(folder) { folders.append(folder) }
        self.folders = folders
        let parent = AtomicFile.parent(of: paths[0])
        folderPrefix = parent == "." && !paths[0].hasPrefix("./") ? "" : parent == "/" ? parent : parent + "/"
    }

    /// A folder for pictures whose names do not come from `output`.
    ///
    /// - Throws: `Failure` of status 64 where `output` names a file.
    init(folder output: String) throws(Failure) {
        guard try !Self.isFile(output) else {
            throw Failure(.usage, "--output '\(output)' names one file, and several are written; a folder is accepted")
        }
        paths = []
        folderPrefix = Self.prefix(ofFolder: output)
        folders = [AtomicFile.parent(of: folderPrefix + "picture")]
    }

    /// One picture of a name of its own, which `output` may replace.
    ///
    /// - Throws: `Failure` of status 64 where `output` is neither a folder nor a PNG file's name.
    init(output: String, pictureName: String) throws(Failure) {
        if try Self.isFile(output) {
            guard !output.contains("{") else {
                throw Failure(
                    .usage, "--output '\(output)' has placeholders, and one picture is drawn; a plain name is accepted")
            }
            guard output.lowercased().hasSuffix(".png") else { throw Self.otherEnding(output) }
            paths = [output]
        } else {
            paths = [Self.prefix(ofFolder: output) + pictureName + ".png"]
        }
        folders = [AtomicFile.parent(of: paths[0])]
        folderPrefix = ""
    }

    private static func otherEnding(_ output: String) -> Failure {
        Failure(.usage, "--output '\(output)' does not end in .png, the one kind of picture there is")
    }

    /// The path of a file beside the pictures; beside the first where they are in several folders.
    func path(beside name: String) -> String { folderPrefix + name }

    /// What stands before the names of a folder's files.
    private static func prefix(ofFolder path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

    /// - Throws: `Failure` of status 64 where `output` can be neither a file nor a folder.
    private static func isFile(_ output: String) throws(Failure) -> Bool {
        guard !output.isEmpty else {
            throw Failure(.usage, "--output is empty; a folder, or a file ending in .png, is accepted")
        }
        guard output != "-" else {
            throw Failure(.usage, "--output '-': pictures go to files; a folder, or a file ending in .png, is accepted")
        }
        return output.contains("{") || pictureEndings.contains { output.lowercased().hasSuffix($0) }
    }
}
