import Geometry

/// Place of a legend outside of the plot rectangles, and the room that it takes from them.
enum SheetLegend {
    case none
    /// In the free cells of the last row.
    case inFreeCells(Legend)
    /// In as few rows as possible below the panels.
    case below(LegendBlock)
    /// In as few columns as possible to the right of the panels.
    case beside(LegendBlock)

    /// Returns the possible places for `legend` on the page without its margins and title, the preferred ones first.
    ///
    /// - Parameter theme: theme of shared furniture.
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

    /// Room below the panels, their numbers and the title of the x axis, in points.
    var roomBelow: Double {
        if case .below(let block) = self { block.size.height + block.rowHeight } else { 0 }
    }

    /// Room to the right of the panels and the titles of the rows, in points.
    var roomBeside: Double {
        if case .beside(let block) = self { block.size.width + block.rowHeight } else { 0 }
    }

    /// Factor for the size of the panels: a strip to their right, nearly empty, is chosen only if it makes them a fifth
    /// larger than another place.
    var merit: Double {
        if case .beside = self { 1 / 1.2 } else { 1 }
    }

    /// Returns the legend at its place; nil if there is no legend or no room for it.
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
        case .below, .beside: return layout(around: frame.bounds, in: area)
        }
    }

    /// Returns a legend below or beside a rectangle; nil for other places.
    func layout(around bounds: Rectangle, in area: Rectangle) -> LegendLayout? {
        switch self {
        case .none, .inFreeCells: return nil
        case .below(let block):
            let left = max(area.minX, min(bounds.center.x - block.size.width / 2, area.maxX - block.size.width))
            return LegendLayout(block, at: Point(x: left, y: area.maxY - block.size.height))
        case .beside(let block):
            return LegendLayout(block, at: Point(x: area.maxX - block.size.width, y: bounds.minY))
        }
    }
}
