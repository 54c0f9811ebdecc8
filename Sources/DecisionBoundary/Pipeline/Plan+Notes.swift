import CairoRenderer
import Datasets
import Plotting

extension Plan {
    /// A warning if some readers cannot distinguish classes by the requested palette.
    var paletteNotes: [RunNote] {
        let classNames = data.training.classNames
        guard let palette = try? request.regions.chosenPalette(classCount: classNames.count) else { return [] }
        let hasRegions = request.product != .difference && request.product != .overlay
        let alike = palette.lookalikes(classCount: classNames.count).filter { hasRegions || $0.kind == .points }
        guard let first = alike.first else { return [] }
        let others = alike.count > 1 ? ", and \(alike.count - 1) more such pairs" : ""
        let (one, other) = (classNames[first.first], classNames[first.second])
        return [
            .warning(
                "in this palette the \(first.kind.rawValue) of classes '\(one)' and '\(other)' look alike to \(String(describing: first.vision)) sight\(others)"
            )
        ]
    }

    /// Titles and names that are drawn; nil if all are ASCII, which every font contains.
    private var unusualText: String? {
        let texts =
            [request.page.title, request.page.xLabel, request.page.yLabel].compactMap(\.self) + data.names
            + request.classifiers.compactMap(\.givenName)
        return texts.contains { !$0.utf8.allSatisfy { $0 < 0x80 } } ? texts.joined(separator: " ") : nil
    }

    /// - Throws: `RunError` if text needs Pango and its threads cannot be started.
    func checkFonts() throws(RunError) {
        guard let unusualText, !FontMetrics.canStartPango(threads: environment.threads),
            let metrics = try? FontMetrics()
        else { return }
        let characters = metrics.charactersForPango(in: unusualText)
        guard !characters.isEmpty else { return }
        throw RunError(
            .tooLarge,
            """
            \(characters.map(String.init).listed) cannot be drawn, since Pango starts threads and too few can be \
            started here; raise the limit on processes (ulimit -u), or use other characters
            """)
    }

    /// A warning if titles or names have characters that no installed font contains.
    ///
    /// SVG is excluded: the viewer draws it with its own fonts.
    var fontNotes: [RunNote] {
        guard paths.format != .svg, let unusualText,
            let missing = try? FontMetrics().missingCharacters(in: unusualText), !missing.isEmpty
        else { return [] }
        let list = missing.map(String.init).listed
        let advice =
            if FontMetrics.hasPango {
                "no installed font has \(list), drawn as boxes; install one that has, such as fonts-noto-core or fonts-noto-cjk"
            } else if FontMetrics.canUsePango {
                "\(list) cannot be drawn properly without Pango; install the package libpangocairo-1.0-0"
            } else {
                "\(list) cannot be drawn properly, since this command contains no Pango; use SVG, or build the command from source"
            }
        return [.warning("\(advice)")]
    }
}
