import Geometry

/// Rows and columns of a sheet's panels, and the themes that suit their number.
struct SheetCells {
    let panelCount: Int
    let columnCount: Int
    let rowCount: Int
    private let isTriangle: Bool
    /// Share of the page of one panel, in points.
    let size: Size
    /// Theme of the panels with their titles and numbers.
    let panelTheme: Theme
    /// Theme of the shared axis titles and legend: its sizes lie between those of the panels and of the page.
    let sharedTheme: Theme

    init(of sheet: Sheet, columnCount: Int) {
        panelCount = sheet.panels.count
        self.columnCount = columnCount
        isTriangle = sheet.isTriangle
        rowCount = isTriangle ? columnCount : (panelCount + columnCount - 1) / columnCount
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
    func isLowest(_ index: Int) -> Bool {
        isTriangle ? place(index).row == rowCount - 1 : index + columnCount >= panelCount
    }

    /// Returns true if the panel at `index` is in the first column, so that its y axis has the numbers.
    func isLeftmost(_ index: Int) -> Bool { place(index).column == 0 }

    /// Returns the number of cells in the first `rowCount` rows of a triangle.
    static func triangleCellCount(_ rowCount: Int) -> Int { rowCount * (rowCount + 1) / 2 }

    /// Returns row and column of the panel at `index`, both from 0.
    func place(_ index: Int) -> (row: Int, column: Int) {
        guard isTriangle else {
            let (row, column) = index.quotientAndRemainder(dividingBy: columnCount)
            return (row, column)
        }
        let row = (0..<rowCount).last { Self.triangleCellCount($0) <= index } ?? 0
        return (row, index - Self.triangleCellCount(row))
    }

    /// The indices of the panels whose x axes stand for their columns: one for each column of a triangle, else the first.
    var columnPanels: [Int] { isTriangle ? Array(panelCount - columnCount..<panelCount) : [0] }
    /// The indices of the panels whose y axes stand for their rows: one for each row of a triangle, else the first.
    var rowPanels: [Int] { isTriangle ? (0..<rowCount).map(Self.triangleCellCount) : [0] }

    /// The cells without panels: the rest of the last row, or the upper right of a triangle; nil if there are none.
    var freeCells: (rows: Range<Int>, columns: Range<Int>)? {
        if isTriangle {
            let half = rowCount / 2
            return half > 0 ? (0..<half, half..<columnCount) : nil
        }
        guard !isFull, rowCount > 1 else { return nil }
        return (rowCount - 1..<rowCount, panelCount % columnCount..<columnCount)
    }
}

extension Sheet {
    /// Possible arrangements, those with the fewest rows first; for each number of rows the one with the fewest
    /// columns.
    var possibleCells: [SheetCells] {
        if isTriangle {
            let rowCount = (1...panels.count).first { SheetCells.triangleCellCount($0) >= panels.count } ?? 1
            return [SheetCells(of: self, columnCount: rowCount)]
        }
        if let columnCount { return [SheetCells(of: self, columnCount: min(max(1, columnCount), panels.count))] }
        var columnCounts: [Int] = []
        for rowCount in 1...panels.count {
            let columnCount = (panels.count + rowCount - 1) / rowCount
            if columnCount != columnCounts.last { columnCounts.append(columnCount) }
        }
        return columnCounts.map { SheetCells(of: self, columnCount: $0) }
    }
}
