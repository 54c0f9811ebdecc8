import Geometry

/// The lines above each panel of a sheet, equally high for all panels.
struct SheetHeader {
    /// The lines of one panel, with the tag beside one of them.
    typealias Panel = (lines: [PlacedText], tag: PlacedTag?)

    /// Gap between the lines and the frame.
    let gap: Double
    private let lineGap: Double
    private let hasTitles: Bool
    private let hasSubtitles: Bool
    private let hasTags: Bool
    private let titleHeight: Double
    private let subtitleHeight: Double

    /// Height from the top of the lines to the frame, in points.
    var height: Double { gap + subtitleHeight + lineGap + titleHeight }

    init(of sheet: Sheet, furniture: Furniture, theme: Theme, fitter: TextFitter<some TextMeasuring>) {
        func height(_ font: Font, if isShown: Bool) -> Double { isShown ? fitter.line("x", font: font).height : 0 }
        hasTitles = furniture.hasPanelTitles && sheet.panels.contains { !$0.title.singleLine.isEmpty }
        hasSubtitles = furniture.hasPanelSubtitles && sheet.panels.contains { !$0.subtitle.singleLine.isEmpty }
        hasTags = furniture.hasPanelTitles && sheet.panels.contains { $0.tag != nil }
        titleHeight = height(theme.titleFont, if: hasTitles)
        // Without titles, the tags are as large beside the second lines.
        subtitleHeight = max(
            height(theme.subtitleFont, if: hasSubtitles), height(theme.titleFont, if: hasTags && !hasTitles))
        lineGap = titleHeight > 0 && subtitleHeight > 0 ? theme.titleLineGap : 0
        gap = titleHeight + subtitleHeight > 0 ? theme.titleGap / 2 : 0
    }

    /// Returns the lines and the tag of every panel, at most as wide as its frame, and all of a kind in one size.
    ///
    /// Tags stand beside the titles. If a title has no room there, all stand beside the second lines; if the first part
    /// of one has no room there, with their short texts; if it has none then either, all are left out.
    func placed(
        _ panels: [Sheet.Panel], above frames: [Rectangle], theme: Theme, fitter: TextFitter<some TextMeasuring>
    ) -> [Panel] {
        let width = frames.first?.width ?? 0
        let titleTexts = panels.map { hasTitles ? $0.title.singleLine : "" }
        let subtitleTexts = panels.map { hasSubtitles ? $0.subtitle.singleLine : "" }
        func tags(
            _ name: (Tag) -> String?, beside texts: [String], _ font: Font, tagFont: Font
        ) -> [TextLine?]? {
            let lines = zip(panels, texts).map { panel, text -> TextLine? in
                guard let tag = panel.tag.flatMap(name)?.singleLine else { return nil }
                let line = fitter.line(tag, font: tagFont)
                let rest = width - SheetHeader.room(for: line)
                let smaller = fitter.shrunk(font, for: text, width: rest)
                return fitter.line(text, font: smaller).width <= rest ? line : nil
            }
            return zip(panels, lines).allSatisfy { $0.tag == nil || $1 != nil } ? lines : nil
        }
        let none: [TextLine?] = panels.map { _ in nil }
        var (titleTags, subtitleTags) = (none, none)
        if hasTags && hasTitles {
            titleTags = tags(\.text, beside: titleTexts, theme.titleFont, tagFont: theme.titleFont) ?? none
        }
        if hasTags && subtitleHeight > 0 && titleTags.allSatisfy({ $0 == nil }) {
            let firstParts = subtitleTexts.map { String($0.prefix { $0 != "·" }) }
            let (font, tagFont) = (theme.subtitleFont, hasTitles ? theme.subtitleFont : theme.titleFont)
            subtitleTags =
                tags(\.text, beside: firstParts, font, tagFont: tagFont)
                ?? tags(\.shortText, beside: firstParts, font, tagFont: tagFont) ?? none
        }
        func lines(
            _ texts: [String], beside tags: [TextLine?], font: Font,
            fitted: (String, Font, Double) -> TextLine?
        ) -> [TextLine?] {
            fitter.even(
                zip(texts, tags).map { text, tag in fitted(text, font, width - (tag.map(SheetHeader.room) ?? 0)) })
        }
        let titles = lines(titleTexts, beside: titleTags, font: theme.titleFont) {
            fitter.oneLine($0, font: $1, width: $2)
        }
        let subtitles = lines(subtitleTexts, beside: subtitleTags, font: theme.subtitleFont) {
            fitter.parts($0, font: $1, width: $2)
        }
        return panels.indices.map { index in
            var placed: Panel = ([], nil)
            for (line, tag, color, distance) in [
                (titles[index], titleTags[index], theme.titleColor, gap + subtitleHeight + lineGap),
                (subtitles[index], subtitleTags[index], theme.subtitleColor, gap),
            ] {
                // A tag and the text beside it share the baseline.
                let descent = max(line?.extents.descent ?? 0, tag?.extents.descent ?? 0)
                let baseline = frames[index].minY - distance - descent
                if let line {
                    placed.lines.append(
                        PlacedText(line, color: color, origin: Point(x: frames[index].minX, y: baseline)))
                }
                if let tag, let ground = panels[index].tag?.color {
                    placed.tag = PlacedTag(tag, color: ground, right: frames[index].maxX, baseline: baseline)
                }
            }
            return placed
        }
    }

    /// Returns the width of a tag with the gap before it, in points.
    private static func room(for tag: TextLine) -> Double { PlacedTag.width(of: tag) + 0.5 * tag.font.size }
}
