import Geometry

/// Rows and columns of a sheet's panels, and the themes that suit their number.
struct SheetCells {
    let panelCount: Int
    let columnCount: Int
    let rowCount: Int
    /// Share of the page of one panel, in points.
    let size: Size
    /// Theme of the panels with their titles and numbers.
    let panelTheme: Theme
    /// Theme of the shared axis titles and legend: its sizes lie between those of the panels and of the page.
    let sharedTheme: Theme

    init(of sheet: Sheet, columnCount: Int) {
        panelCount = sheet.panels.count
        self.columnCount = columnCount
        rowCount = (panelCount + columnCount - 1) / columnCount
        let page = sheet.size
        size = Size(width: page.width / Double(columnCount), height: page.height / Double(rowCount))
        panelTheme = sheet.theme.scaled(to: size)
        sharedTheme = sheet.theme.scaled(
            to: Size(
                width: (page.width * size.width).squareRoot(), height: (page.height * size.height).squareRoot()))
    }

    /// True if the last row has as many panels as the others.
    var isFull: Bool { panelCount == rowCount * columnCount }

    /// Returns true if no panel is below the one at `index`, so that its x axis has the numbers.
    func isLowest(_ index: Int) -> Bool { index + columnCount >= panelCount }

    /// Returns true if the panel at `index` is in the first column, so that its y axis has the numbers.
    func isLeftmost(_ index: Int) -> Bool { index.isMultiple(of: columnCount) }
}

extension Sheet {
    /// Possible arrangements, those with the fewest rows first; for each number of rows the one with the fewest
    /// columns.
    var possibleCells: [SheetCells] {
        if let columnCount { return [SheetCells(of: self, columnCount: min(max(1, columnCount), panels.count))] }
        var columnCounts: [Int] = []
        for rowCount in 1...panels.count {
            let columnCount = (panels.count + rowCount - 1) / rowCount
            if columnCount != columnCounts.last { columnCounts.append(columnCount) }
        }
        return columnCounts.map { SheetCells(of: self, columnCount: $0) }
    }
}
