import Geometry

/// Where the legend of a sheet stands, and the room that it takes from the panels.
enum SheetLegend {
    case none
    /// In the cells that the panels of the last row leave.
    case inFreeCells(Legend)
    /// In a row below the panels, or as few rows as it takes.
    case below(LegendBlock)
    /// In a column to the right of the panels, or as few columns as it takes.
    case beside(LegendBlock)

    /// The places for `legend` on what the page's margins and title leave; the first ones are to be preferred.
    ///
    /// - Parameter theme: that of what panels share.
    static func places(
        for legend: Legend, in area: Rectangle, theme: Theme, fitter: TextFitter<some TextMeasuring>
    ) -> [SheetLegend] {
        guard !legend.entries.isEmpty else { return [] }
        let nameWidth = 0.4 * area.width
        let row = LegendBlock(legend, fewestRowsIn: area.size, nameWidth: nameWidth, theme: theme, fitter: fitter)
        let column = LegendBlock(
            legend, fewestColumnsIn: area.size, nameWidth: nameWidth, theme: theme, fitter: fitter)
        return [.inFreeCells(legend)] + [row.map(SheetLegend.below), column.map(SheetLegend.beside)].compactMap(\.self)
    }

    /// What it takes below the panels, their numbers and the title of the x axis, in points.
    var roomBelow: Double {
        if case .below(let block) = self { block.size.height + block.rowHeight } else { 0 }
    }

    /// What it takes to the right of the panels and the titles of the rows, in points.
    var roomBeside: Double {
        if case .beside(let block) = self { block.size.width + block.rowHeight } else { 0 }
    }

    /// What the size of the panels counts for: a strip to their right, empty but for the legend, has to make them a
    /// fifth larger than another place would.
    var merit: Double {
        if case .beside = self { 1 / 1.2 } else { 1 }
    }

    /// The legend at its place; nil where there is none or its place has no room for it.
    func layout(
        in frame: SheetFrame, area: Rectangle, fitter: TextFitter<some TextMeasuring>
    ) -> LegendLayout? {
        switch self {
        case .none: return nil
        case .inFreeCells(let legend):
            guard let free = frame.freeArea,
                let block = LegendBlock(
                    legend, fewestColumnsIn: free.size, nameWidth: free.width, theme: frame.cells.sharedTheme,
                    fitter: fitter)
            else { return nil }
            let origin = Point(
                x: free.center.x - block.size.width / 2, y: free.center.y - block.size.height / 2)
            return LegendLayout(block, at: origin)
        case .below(let block):
            let left = max(area.minX, frame.bounds.center.x - block.size.width / 2)
            return LegendLayout(block, at: Point(x: left, y: area.maxY - block.size.height))
        case .beside(let block):
            return LegendLayout(block, at: Point(x: area.maxX - block.size.width, y: frame.bounds.minY))
        }
    }
}
