import Geometry

extension SheetFrame {
    /// Returns the best frame over all numbers of columns and places of the legend, with its legend.
    ///
    /// The best one fits the largest rectangle of a pleasant shape into each panel: the shape of the limits, or 4:3 if
    /// one side would be more than twice the other or an axis is logarithmic. On a tie the one with fewer rows wins.
    static func best(
        of sheet: Sheet, furniture: Furniture, in area: Rectangle, fitter: TextFitter<some TextMeasuring>,
        pixelSize: Double
    ) -> (frame: SheetFrame, legend: LegendLayout?) {
        func frame(_ cells: SheetCells, _ legend: SheetLegend) -> SheetFrame {
            SheetFrame(
                of: sheet, cells: cells, legend: legend, furniture: furniture, in: area, fitter: fitter,
                pixelSize: pixelSize)
        }
        let ratio = sheet.isTriangle ? 4.0 / 3.0 : pleasantRatio(of: sheet.panels[0].axes)
        let possibleCells = sheet.possibleCells
        var candidates: [(frame: SheetFrame, legend: LegendLayout?, merit: Double)] = []
        for cells in possibleCells where furniture.hasLegend {
            for place in SheetLegend.places(for: sheet.legend, in: area, theme: cells.sharedTheme, fitter: fitter) {
                let frame = frame(cells, place)
                guard let legend = place.layout(in: frame, area: area, fitter: fitter) else { continue }
                candidates.append((frame, legend, place.merit * frame.usefulWidth(ratio: ratio)))
            }
        }
        if candidates.isEmpty {
            candidates = possibleCells.map { cells in
                let frame = frame(cells, .none)
                return (frame, nil, frame.usefulWidth(ratio: ratio))
            }
        }
        let best = candidates.dropFirst().reduce(candidates[0]) { $1.merit > $0.merit ? $1 : $0 }
        return (best.frame, best.legend)
    }

    private static func pleasantRatio(of axes: Axes) -> Double {
        // If lengths along the axes do not compare, data have no shape of their own.
        guard axes.xScale == .linear && axes.yScale == .linear else { return 4.0 / 3.0 }
        let width = axes.xLimits.upperBound - axes.xLimits.lowerBound
        let height = axes.yLimits.upperBound - axes.yLimits.lowerBound
        return (0.5...2).contains(width / height) ? width / height : 4.0 / 3.0
    }
}
