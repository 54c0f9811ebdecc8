import CFontconfig
import Glibc
import Plotting

/// Paths of the font files of DejaVu Sans.
enum FontFile {
    /// Folders of the font on common systems, in search order.
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

    /// Returns the folder of fonts that come with an executable: `share/boundaryplot/fonts` beside its folder.
    ///
    /// The wheel has the font there. It comes before `knownFolders`, so that its pictures are the same on all systems.
    static func folder(ofExecutable path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return nil }
        return parts.dropLast(2).joined(separator: "/") + "/share/boundaryplot/fonts"
    }

    /// Real path of the running executable, links resolved; nil if the system does not say.
    private static var executable: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// Returns the path of a face's file, searched for once in a process.
    ///
    /// - Throws: `fontNotFound`.
    static func path(_ weight: Font.Weight) throws(RendererError) -> String {
        try (weight == .regular ? regular : bold).get()
    }

    private static let regular = find(.regular)
    private static let bold = find(.bold)

    private static func find(_ weight: Font.Weight) -> Result<String, RendererError> {
        // Result's closure initialiser does not infer the type of the error.
        do throws(RendererError) {
            let ownFolder = executable.flatMap(folder(ofExecutable:)).map { [$0] } ?? []
            return .success(try path(weight, in: ownFolder + knownFolders))
        } catch {
            return .failure(error)
        }
    }

    /// Returns the path in the first of `folders` that has a readable file of the face; without one, asks fontconfig.
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

    /// Returns the path of the face that fontconfig lists; the first by name if there are several.
    ///
    /// fontconfig lists fonts here instead of matching them, so that user settings that replace one font by another are
    /// ignored.
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
