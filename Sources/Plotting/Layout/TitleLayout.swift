import Geometry

/// The lines above the plot rectangle.
///
/// A title too wide for the page is set smaller, to no less than three quarters; then it is broken into two lines so
/// that the longer one is as short as possible; then its second line ends with an ellipsis. The second line of the
/// figure is set smaller in the same way; then it loses its last parts between " · ", and only a single part that is
/// still too wide is cut.
struct TitleLayout {
    struct Line {
        let text: TextLine
        let color: Color
    }

    let lines: [Line]
    /// Gap between neighbouring lines, in points.
    let gap: Double

    /// - Parameters:
    ///   - maximumTitleLineCount: 0, 1 or 2.
    ///   - width: greatest width of a line, in points.
    init(
        title: String, subtitle: String, maximumTitleLineCount: Int, width: Double, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        let titleLines: [TextLine] =
            switch maximumTitleLineCount {
            case 0: []
            case 1: [fitter.oneLine(title, font: theme.titleFont, width: width)].compactMap(\.self)
            default: fitter.upToTwoLines(title, font: theme.titleFont, width: width)
            }
        let subtitleLine = fitter.parts(subtitle, font: theme.subtitleFont, width: width)
        lines =
            titleLines.map { Line(text: $0, color: theme.titleColor) }
            + [subtitleLine].compactMap(\.self).map { Line(text: $0, color: theme.subtitleColor) }
        gap = theme.titleLineGap
    }

    /// Height from the top of the first line to the bottom of the last, in points.
    var height: Double { lines.map(\.text.height).reduce(0, +) + gap * Double(max(0, lines.count - 1)) }

    /// Returns the lines from `start` downwards, moved left if the widest would leave `area`.
    func placed(from start: Point, in area: Rectangle) -> [PlacedText] {
        let widest = lines.map(\.text.width).max() ?? 0
        let x = max(area.minX, min(start.x, area.maxX - widest))
        var y = start.y
        return lines.map { line in
            defer { y += line.text.height + gap }
            return PlacedText(line.text, color: line.color, origin: Point(x: x, y: y + line.text.extents.ascent))
        }
    }
}
