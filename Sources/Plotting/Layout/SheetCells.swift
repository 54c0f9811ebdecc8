import Geometry

/// How the panels of a sheet are dealt into rows and columns, and the sizes of things that suit their number.
struct SheetCells {
    let panelCount: Int
    let columnCount: Int
    let rowCount: Int
    /// A panel's share of the page, in points.
    let size: Size
    /// Of the panels with their titles and numbers.
    let panelTheme: Theme
    /// Of what the panels share, the titles of the axes and the legend: between those of the panels and of the page.
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

    /// Whether the last row has as many panels as the others.
    var isFull: Bool { panelCount == rowCount * columnCount }

    /// Whether no panel stands below the one at `index`, so that its x axis carries the numbers.
    func isLowest(_ index: Int) -> Bool { index + columnCount >= panelCount }

    /// Whether the panel at `index` stands in the first column, so that its y axis carries the numbers.
    func isLeftmost(_ index: Int) -> Bool { index.isMultiple(of: columnCount) }
}

extension Sheet {
    /// The ways to deal the panels, those with the fewest rows first: for each number of rows the fewest columns.
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
