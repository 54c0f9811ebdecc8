import Geometry

extension SheetFrame {
    /// Returns `titles` above the columns, in the middle of each.
    func columnTitles(_ titles: [String], fitter: TextFitter<some TextMeasuring>) -> [PlacedText] {
        gridTitles(titles, width: rectangle(0).width, fitter: fitter).map { column, line in
            let bottom = bounds.minY - header.height - columnTitleGap
            let origin = Point(
                x: rectangle(column).center.x - line.width / 2, y: bottom - line.extents.descent)
            return PlacedText(line, color: cells.panelTheme.titleColor, origin: origin)
        }
    }

    /// Returns `titles` to the right of the rows, upwards, in the middle of each.
    func rowTitles(_ titles: [String], fitter: TextFitter<some TextMeasuring>) -> [PlacedText] {
        gridTitles(titles, width: rectangle(0).height, fitter: fitter).map { row, line in
            PlacedText(
                upwards: line, color: cells.panelTheme.titleColor, left: bounds.maxX + rowTitleGap,
                middle: rectangle(row * cells.columnCount).center.y)
        }
    }

    /// Returns the titles that have text and fit, all in one size, with the index of their row or column.
    private func gridTitles(
        _ titles: [String], width: Double, fitter: TextFitter<some TextMeasuring>
    ) -> [(index: Int, line: TextLine)] {
        let lines = fitter.even(
            titles.map { fitter.oneLine($0.singleLine, font: cells.panelTheme.titleFont, width: width) })
        return zip(lines.indices, lines).compactMap { index, line in line.map { (index, $0) } }
    }

    /// Returns the title of x axes below `plots`, which it is centred on, and the numbers of the last row.
    func xTitle(_ line: TextLine, below plots: Rectangle) -> PlacedText {
        let top = bounds.maxY + labelRoom + cells.sharedTheme.axisTitleGap
        let origin = Point(x: plots.center.x - line.width / 2, y: top + line.extents.ascent)
        return PlacedText(line, color: cells.sharedTheme.labelColor, origin: origin)
    }

    /// Returns the title of y axes beside `plots`, which it is centred on, along the left edge of `area`.
    func yTitle(_ line: TextLine, beside plots: Rectangle, in area: Rectangle) -> PlacedText {
        PlacedText(upwards: line, color: cells.sharedTheme.labelColor, left: area.minX, middle: plots.center.y)
    }
}
