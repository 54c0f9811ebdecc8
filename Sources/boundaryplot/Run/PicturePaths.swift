import DecisionBoundary
import Training

/// Where the pictures of a run go, from `--output`.
///
/// A path that contains `{` or ends as a picture does names files; any other is a folder, in which pictures are called
/// `boundary-hidden-3.png`, or `boundary-hidden-3-lambda-0.1.png` where there are several λ. Pictures of several
/// networks stand beside those of one.
struct PicturePaths {
    /// In the order of the networks.
    let paths: [String]
    /// What has to be there before a picture can be written.
    let folders: [String]
    /// What the files are.
    let format: PictureFormat
    /// With a "/" at its end, where there is one.
    private let folderPrefix: String

    /// Names with these are meant as files, though only the first three can be written.
    private static let pictureEndings = [
        ".png", ".svg", ".pdf", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".eps", ".ps",
    ]

    /// - Parameter candidates: the networks that are drawn, each by itself.
    /// - Throws: `Failure` of status 64 where a name has unknown placeholders, another ending than the format's, or does
    ///   not tell the pictures apart.
    init(_ options: PictureOptions, candidates: [Candidate]) throws(Failure) {
        let output = options.output
        if output == "-" {
            guard candidates.count == 1 else {
                throw Failure(
                    .usage,
                    "--output - takes one picture, and these are \(candidates.count); a folder, or a name with {hidden}, is accepted"
                )
            }
            self = try PicturePaths(standardOutput: options)
            return
        }
        guard let format = try Self.format(ofFile: output, options) else {
            let prefix = Self.prefix(ofFolder: output)
            let format = options.format ?? .png
            let namesLambda = Set(candidates.map(\.lambda)).count > 1
            paths = candidates.map {
                "\(prefix)boundary-\($0.fileName(withLambda: namesLambda)).\(format.rawValue)"
            }
            folders = [AtomicFile.parent(of: prefix + "picture")]
            folderPrefix = prefix
            self.format = format
            return
        }
        let template = try Template(output, option: "--output", names: ["hidden", "lambda"])
        paths = try template.paths(
            of: candidates, text: output, option: "--output", things: "pictures", advice: ", or name a folder")
        self.format = format
        folders = DistinctList(paths.map(AtomicFile.parent(of:))).values
        let parent = AtomicFile.parent(of: paths[0])
        folderPrefix = parent == "." && !paths[0].hasPrefix("./") ? "" : parent == "/" ? parent : parent + "/"
    }

    /// A folder for pictures whose names do not come from `--output`.
    ///
    /// - Throws: `Failure` of status 64 where that names a file.
    init(folder options: PictureOptions) throws(Failure) {
        guard try Self.format(ofFile: options.output, options) == nil else {
            throw Failure(
                .usage, "--output '\(options.output)' names one file, and several are written; a folder is accepted")
        }
        paths = []
        format = options.format ?? .png
        folderPrefix = Self.prefix(ofFolder: options.output)
        folders = [AtomicFile.parent(of: folderPrefix + "picture")]
    }

    /// One picture of a name of its own, which `--output` may replace.
    ///
    /// - Throws: `Failure` of status 64 where that is neither a folder nor a picture's name.
    init(_ options: PictureOptions, pictureName: String) throws(Failure) {
        let output = options.output
        if output == "-" {
            self = try PicturePaths(standardOutput: options)
            return
        }
        if let format = try Self.format(ofFile: output, options) {
            guard !output.contains("{") else {
                throw Failure(
                    .usage,
                    "--output '\(output)' has placeholders, and one picture is drawn; a plain name is accepted")
            }
            self.format = format
            paths = [output]
        } else {
            format = options.format ?? .png
            paths = ["\(Self.prefix(ofFolder: output))\(pictureName).\(format.rawValue)"]
        }
        folders = [AtomicFile.parent(of: paths[0])]
        folderPrefix = ""
    }

    /// One picture on standard output.
    ///
    /// - Throws: `Failure` of status 64 where that is a terminal.
    private init(standardOutput options: PictureOptions) throws(Failure) {
        guard !StandardStream.output.isTerminal else {
            throw Failure(
                .usage, "--output -: a terminal shows no pictures; redirect standard output, or name a file")
        }
        paths = ["-"]
        folders = []
        format = options.format ?? .png
        folderPrefix = ""
    }

    /// Whether the picture goes to standard output.
    var isStandardOutput: Bool { paths == ["-"] }

    /// The path of a picture beside the others; beside the first where they are in several folders.
    func path(ofPicture name: String) -> String { path(beside: "\(name).\(format.rawValue)") }

    /// The path of a file beside the pictures; beside the first where they are in several folders.
    func path(beside name: String) -> String { folderPrefix + name }

    /// What stands before the names of a folder's files.
    private static func prefix(ofFolder path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

    /// What the file is that `output` names; nil where it names a folder.
    ///
    /// - Throws: `Failure` of status 64 where it can be neither, or is not what `--format` asks for.
    private static func format(ofFile output: String, _ options: PictureOptions) throws(Failure) -> PictureFormat? {
        let accepted = "a folder, or a file ending in \(PictureFormat.endings), is accepted"
        guard !output.isEmpty else { throw Failure(.usage, "--output is empty; \(accepted)") }
        guard output != "-" else {
            throw Failure(.usage, "--output '-': several files are written; a folder is accepted")
        }
        guard output.contains("{") || pictureEndings.contains(where: output.lowercased().hasSuffix) else { return nil }
        guard let format = PictureFormat(path: output) else {
            throw Failure(
                .usage, "--output '\(output)' does not end in \(PictureFormat.endings), the kinds of picture there are")
        }
        if let wanted = options.format, wanted != format {
            throw Failure(
                .usage,
                "--output '\(output)' is not of --format \(wanted.rawValue); a name ending in .\(wanted.rawValue) is accepted"
            )
        }
        return format
    }
}
