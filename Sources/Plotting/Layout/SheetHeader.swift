import Geometry

/// The lines above each panel of a sheet, equally high for all panels.
struct SheetHeader {
    /// Gap between the lines and the frame.
    let gap: Double
    private let lineGap: Double
    private let titleHeight: Double
    private let subtitleHeight: Double

    /// Height from the top of the lines to the frame, in points.
    var height: Double { gap + subtitleHeight + lineGap + titleHeight }

    init(of sheet: Sheet, furniture: Furniture, theme: Theme, fitter: TextFitter<some TextMeasuring>) {
        func height(_ texts: [String], font: Font) -> Double {
            texts.allSatisfy(\.singleLine.isEmpty) ? 0 : fitter.line("x", font: font).height
        }
        titleHeight = furniture.hasPanelTitles ? height(sheet.panels.map(\.title), font: theme.titleFont) : 0
        subtitleHeight =
            furniture.hasPanelSubtitles ? height(sheet.panels.map(\.subtitle), font: theme.subtitleFont) : 0
        lineGap = titleHeight > 0 && subtitleHeight > 0 ? theme.titleLineGap : 0
        gap = titleHeight + subtitleHeight > 0 ? theme.titleGap / 2 : 0
    }

    /// Returns the lines of every panel, at most as wide as its frame, and all of a kind in one size.
    func placed(
        _ panels: [Sheet.Panel], above frames: [Rectangle], theme: Theme, fitter: TextFitter<some TextMeasuring>
    ) -> [[PlacedText]] {
        let width = frames.first?.width ?? 0
        let titles = panels.map { panel in
            titleHeight > 0 ? fitter.oneLine(panel.title.singleLine, font: theme.titleFont, width: width) : nil
        }
        let subtitles = panels.map { panel in
            subtitleHeight > 0 ? fitter.parts(panel.subtitle.singleLine, font: theme.subtitleFont, width: width) : nil
        }
        func place(_ line: TextLine, color: Color, frame: Rectangle, above distance: Double) -> PlacedText {
            let origin = Point(x: frame.minX, y: frame.minY - distance - line.extents.descent)
            return PlacedText(line, color: color, origin: origin)
        }
        return zip(frames, zip(fitter.even(titles), fitter.even(subtitles))).map { frame, lines in
            let title = lines.0.map {
                place($0, color: theme.titleColor, frame: frame, above: gap + subtitleHeight + lineGap)
            }
            let subtitle = lines.1.map { place($0, color: theme.subtitleColor, frame: frame, above: gap) }
            return [title, subtitle].compactMap(\.self)
        }
    }
}
