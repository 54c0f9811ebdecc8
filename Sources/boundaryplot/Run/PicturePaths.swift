import DecisionBoundary

/// Where the pictures of a run go, from `--output`.
///
/// A path that contains `{` or ends in `.png` names files; any other is a folder, in which pictures are called
/// `boundary-hidden-3.png`.
struct PicturePaths {
    /// In the order of the hidden sizes.
    let paths: [String]
    /// What has to be there before a picture can be written.
    let folders: [String]

    /// Names with these are meant as files, though only the first can be written.
    private static let pictureEndings = [
        ".png", ".svg", ".pdf", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".eps", ".ps",
    ]

    /// - Throws: `Failure` of status 64 where a name has unknown placeholders, another ending, or does not tell the
    ///   pictures apart.
    init(output: String, hidden: [Int], lambda: Double) throws(Failure) {
        guard !output.isEmpty else {
            throw Failure(.usage, "--output is empty; a folder, or a file ending in .png, is accepted")
        }
        guard output != "-" else {
            throw Failure(.usage, "--output '-': pictures go to files; a folder, or a file ending in .png, is accepted")
        }
        let isFile = output.contains("{") || Self.pictureEndings.contains { output.lowercased().hasSuffix($0) }
        guard isFile else {
            let folder = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
            let prefix = folder == "/" ? folder : folder + "/"
            paths = hidden.map { "\(prefix)boundary-hidden-\($0).png" }
            folders = [folder]
            return
        }
        guard output.lowercased().hasSuffix(".png") else {
            throw Failure(.usage, "--output '\(output)' does not end in .png, the one kind of picture there is")
        }
        var paths: [String] = []
        for size in hidden {
            paths.append(try Self.fill(output, hidden: size, lambda: lambda))
        }
        guard Set(paths).count == paths.count else {
            throw Failure(
                .usage,
                "--output '\(output)' names one file for \(paths.count) pictures; put {hidden} into the name, or name a folder"
            )
        }
        self.paths = paths
        var folders: [String] = []
        for folder in paths.map(AtomicFile.parent(of:)) where !folders.contains(folder) { folders.append(folder) }
        self.folders = folders
    }

    /// `template` with its placeholders replaced.
    private static func fill(_ template: String, hidden: Int, lambda: Double) throws(Failure) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw Failure(.usage, "--output '\(template)' has a { without a }; {hidden} and {lambda} are accepted")
            }
            switch rest[rest.index(after: open)..<close] {
            case "hidden": result += String(hidden)
            case "lambda": result += DecimalText.shortest(lambda)
            default:
                throw Failure(
                    .usage,
                    "--output '\(template)' has the placeholder \(rest[open...close]); {hidden} and {lambda} are accepted"
                )
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
