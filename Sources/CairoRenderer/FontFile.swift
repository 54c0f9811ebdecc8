import CFontconfig
import Glibc
import Plotting

/// Where the files of DejaVu Sans are.
enum FontFile {
    /// The folders in which systems keep them, in the order they are looked into.
    static let knownFolders = [
        "/usr/share/fonts/truetype/dejavu",  // Debian, Ubuntu
        "/usr/share/fonts/dejavu-sans-fonts",  // Fedora
        "/usr/share/fonts/dejavu",  // older Fedora, Alpine
        "/usr/share/fonts/TTF",  // Arch
        "/usr/share/fonts/truetype",  // openSUSE
        "/usr/local/share/fonts",
        "/usr/local/share/fonts/dejavu",
        "/usr/local/share/fonts/truetype/dejavu",
    ]

    /// The file of a face, looked for once in a process.
    ///
    /// - Throws: `fontNotFound`.
    static func path(_ weight: Font.Weight) throws(RendererError) -> String {
        try (weight == .regular ? regular : bold).get()
    }

    private static let regular = find(.regular)
    private static let bold = find(.bold)

    private static func find(_ weight: Font.Weight) -> Result<String, RendererError> {
        // The closure form of Result's initialiser does not infer the type of the error.
        do throws(RendererError) {
            return .success(try path(weight, in: knownFolders))
        } catch {
            return .failure(error)
        }
    }

    /// The first of `folders` that has a readable file of the face; where none has, what fontconfig knows.
    static func path(
        _ weight: Font.Weight, in folders: [String], otherwise ask: (Font.Weight) -> String? = askFontconfig
    ) throws(RendererError) -> String {
        let fileName = weight == .regular ? "DejaVuSans.ttf" : "DejaVuSans-Bold.ttf"
        for folder in folders {
            let path = folder + "/" + fileName
            if access(path, R_OK) == 0 { return path }
        }
        guard let path = ask(weight) else { throw .fontNotFound(fileName: fileName) }
        return path
    }

    /// The file of the face that fontconfig lists; of several the first by name.
    ///
    /// A list of what is there, not a match: user settings that replace one font by another have no say in it.
    static func askFontconfig(_ weight: Font.Weight) -> String? {
        guard let configuration = FcInitLoadConfigAndFonts() else { return nil }
        defer { FcConfigDestroy(configuration) }
        guard let pattern = FcPatternCreate() else { return nil }
        defer { FcPatternDestroy(pattern) }
        FcPatternAddString(pattern, FC_FAMILY, "DejaVu Sans")
        FcPatternAddInteger(pattern, FC_WEIGHT, weight == .regular ? FC_WEIGHT_NORMAL : FC_WEIGHT_BOLD)
        FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
        FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL)
        guard let wanted = FcObjectSetCreate() else { return nil }
        defer { FcObjectSetDestroy(wanted) }
        FcObjectSetAdd(wanted, FC_FILE)
        guard let found = FcFontList(configuration, pattern, wanted) else { return nil }
        defer { FcFontSetDestroy(found) }
        return (0..<Int(found.pointee.nfont)).compactMap { index in
            var file: UnsafeMutablePointer<FcChar8>?
            let status = FcPatternGetString(found.pointee.fonts[index], FC_FILE, 0, &file)
            guard status == FcResultMatch, let file else { return nil }
            return String(cString: file)
        }.min()
    }
}
