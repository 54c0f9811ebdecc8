import CairoRenderer

/// Whether the fonts of this machine have what is to be written.
enum FontCheck {
    /// Warns of characters that will not be drawn properly.
    ///
    /// - Parameters:
    ///   - texts: titles and names.
    ///   - format: an SVG is drawn by its viewer, with the fonts that are there.
    static func printWarnings(for texts: [String], format: PictureFormat) {
        guard format != .svg, texts.contains(where: { !$0.utf8.allSatisfy { $0 < 0x80 } }),
            let missing = try? FontMetrics().missingCharacters(in: texts.joined(separator: " ")), !missing.isEmpty
        else { return }
        let list = missing.map(String.init).listed.withoutControlCharacters
        StandardStream.note(
            FontMetrics.hasPango
                ? "Warning: no installed font has \(list), and boxes stand in their place; install a font that has them, such as "
                    + "fonts-noto-core or fonts-noto-cjk"
                : "Warning: \(list) cannot be drawn properly without Pango; the package libpangocairo-1.0-0 has it")
    }
}
