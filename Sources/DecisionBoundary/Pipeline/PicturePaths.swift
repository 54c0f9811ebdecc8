import Files

/// The paths of pictures, derived from `outputs.path`.
///
/// A path that contains `{` or has the extension of a picture is a file name. Any other path is a folder for pictures
/// named `boundary-hidden-3.png`, or `boundary-hidden-3-lambda-0.1.png` if there are several λ. Pictures of several
/// networks are in the same folder.
struct PicturePaths: Sendable {
    /// The files, in the order of the classifiers.
    let paths: [String]
    /// Folders to create for the pictures.
    let folders: [String]
    /// The format of the files.
    let format: PictureFormat
    /// The folder of further files, ending with "/"; empty for the working directory.
    private let folderPrefix: String

    /// Extensions that denote a file; those of `PictureFormat` can be written.
    private static let pictureEndings = [
        ".png", ".svg", ".pdf", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".eps", ".ps",
    ]

    /// Creates one path per classifier.
    ///
    /// - Parameter advice: advice if a single file is named for several classifiers.
    /// - Throws: `RunError` if a name has unknown placeholders or another extension than the format, or occurs twice.
    init(
        _ outputs: Outputs, classifiers: [ClassifierName], advice: RequestMessage = ""
    ) throws(RunError) {
        let output = outputs.path ?? Outputs.defaultFolder
        if output == "-" {
            guard classifiers.count == 1 else {
                throw RunError(
                    .badRequest,
                    "\(.path) - takes one picture, and these are \(classifiers.count); use a folder or a name with {hidden}"
                )
            }
            self.init(paths: ["-"], format: outputs.format ?? .png)
            return
        }
        guard let format = try Self.format(ofFile: output, outputs) else {
            let names = classifiers.fileNames.map { "boundary-\($0)" }
            if let owners = classifiers.sharing(names) {
                throw RunError(
                    .badRequest,
                    "\(.path): the pictures of \(owners) have the same file name; give one of them another name, or draw it alone"
                )
            }
            try self.init(folder: outputs, names: names)
            return
        }
        let template = try Template(output, key: .path, names: ClassifierName.placeholders)
        let paths = try template.paths(of: classifiers, things: "pictures", advice: ", or name a folder\(advice)")
        let parent = AtomicFile.parent(of: paths[0])
        self.init(
            paths: paths, format: format,
            folderPrefix: parent == "." && !paths[0].hasPrefix("./") ? "" : parent == "/" ? parent : parent + "/")
    }

    /// Creates paths in a folder.
    ///
    /// - Parameter names: file names without extensions.
    /// - Throws: `RunError` if `outputs.path` names a file.
    init(folder outputs: Outputs, names: [String] = []) throws(RunError) {
        let output = outputs.path ?? Outputs.defaultFolder
        guard try Self.format(ofFile: output, outputs) == nil else {
            throw RunError(
                .badRequest, "\(.path) '\(output)' names one file, and several are written; use a folder")
        }
        let (prefix, format) = (Self.prefix(ofFolder: output), outputs.format ?? .png)
        self.init(
            paths: names.map { "\(prefix)\($0).\(format.rawValue)" }, format: format, folderPrefix: prefix,
            folders: [AtomicFile.parent(of: prefix + "picture")])
    }

    /// Creates the path of a single picture with a default name.
    ///
    /// - Throws: `RunError` if `outputs.path` is neither a folder nor a picture's name.
    init(_ outputs: Outputs, defaultName: String) throws(RunError) {
        let output = outputs.path ?? Outputs.defaultFolder
        if output == "-" {
            self.init(paths: ["-"], format: outputs.format ?? .png)
        } else if let format = try Self.format(ofFile: output, outputs) {
            guard !output.contains("{") else {
                throw RunError(
                    .badRequest,
                    "\(.path) '\(output)' has placeholders, and one picture is drawn; use a plain name")
            }
            self.init(paths: [output], format: format)
        } else {
            try self.init(folder: outputs, names: [defaultName])
        }
    }

    /// Creates the path of a film: a GIF, a page of panels, or a page for every frame.
    ///
    /// - Throws: `RunError` if `outputs.path` is neither a folder nor a fitting name.
    init(film outputs: Outputs, _ form: FilmForm, _ settings: FilmSettings) throws(RunError) {
        var outputs = outputs
        if form == .moving {
            outputs.format = .gif
            if let path = outputs.path, path.contains("{") {
                throw RunError(
                    .badRequest,
                    "\(.path) '\(path)': a GIF has all frames; use a plain name, or \(PictureFormat.endings) for single frames"
                )
            }
        }
        guard form == .frames, let path = outputs.path, let format = try Self.format(ofFile: path, outputs) else {
            try self.init(outputs, defaultName: "boundary-film")
            return
        }
        let template = try Template(path, key: .path, names: ["frame"])
        let digitCount = "\(settings.frames)".count
        self.init(
            paths: (1...settings.frames).map { number in
                let digits = "\(number)"
                return template.filled { _ in String(repeating: "0", count: digitCount - digits.count) + digits }
            }, format: format)
    }

    /// Creates the path of an HTML page; its pictures are SVG.
    ///
    /// - Throws: `RunError` if `outputs.path` is neither a folder nor the name of a page.
    init(page outputs: Outputs) throws(RunError) {
        let output = outputs.path ?? Outputs.defaultFolder
        let name = output.lowercased()
        let isFile = output == "-" || name.hasSuffix(".html") || name.hasSuffix(".htm")
        guard outputs.format == nil else {
            throw RunError(.badRequest, "\(.format) does not apply to a report, which is an HTML page; remove it")
        }
        guard isFile || !output.isEmpty && !Self.pictureEndings.contains(where: name.hasSuffix) else {
            throw RunError(
                .badRequest, "\(.path) '\(output)' is no name of a page; use a folder, or a file ending in .html")
        }
        guard !output.contains("{") else {
            throw RunError(
                .badRequest, "\(.path) '\(output)' has placeholders, and one page is written; use a plain name")
        }
        self.init(paths: [isFile ? output : Self.prefix(ofFolder: output) + "boundary-report.html"], format: .svg)
    }

    init(paths: [String], format: PictureFormat, folderPrefix: String = "", folders: [String]? = nil) {
        self.paths = paths
        self.format = format
        self.folderPrefix = folderPrefix
        self.folders =
            folders
            ?? paths.filter { $0 != "-" }.map(AtomicFile.parent(of:)).reduce(into: []) { folders, folder in
                if !folders.contains(folder) { folders.append(folder) }
            }
    }

    /// True if the picture goes to standard output.
    var isStandardOutput: Bool { paths == ["-"] }

    /// Returns the path of a further picture in the folder of the first one.
    func path(ofPicture name: String) -> String { path(beside: "\(name).\(format.rawValue)") }

    /// Returns the path of a further file in the folder of the first picture.
    func path(beside name: String) -> String { folderPrefix + name }

    /// Returns a folder as the prefix of paths in it.
    private static func prefix(ofFolder path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

    /// Returns the format of the file `output`; nil if it is a folder.
    ///
    /// - Throws: `RunError` if it is neither, or contradicts the requested format.
    private static func format(ofFile output: String, _ outputs: Outputs) throws(RunError) -> PictureFormat? {
        guard !output.isEmpty else {
            throw RunError(
                .badRequest,
                "\(.path) is empty; a folder, or a file ending in \(PictureFormat.endings), is accepted")
        }
        guard output != "-" else {
            throw RunError(.badRequest, "\(.path) '-': several files are written; use a folder")
        }
        guard output.contains("{") || pictureEndings.contains(where: output.lowercased().hasSuffix) else { return nil }
        guard let format = PictureFormat(path: output) else {
            throw RunError(
                .badRequest, "\(.path) '\(output)' does not end in \(PictureFormat.endings), or in .gif for a film"
            )
        }
        if let wanted = outputs.format, wanted != format {
            throw RunError(
                .badRequest,
                "\(.path) '\(output)' contradicts \(.format) \(wanted.rawValue); use a name ending in .\(wanted.rawValue)"
            )
        }
        return format
    }
}
