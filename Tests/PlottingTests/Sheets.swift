import Geometry
import Plotting

/// A sheet with a number of panels like the axes of `twoClassFigure`.
func twoClassSheet(
    _ count: Int, size: Size? = nil, title: String = "Decision Boundaries for several hidden layer sizes",
    subtitle: String = "moons · 200 points · λ 0.001", panelTitle: String = "hidden",
    panelSubtitle: String = "train 98.6 % · test 95.0 %", columnCount: Int? = nil, columnTitles: [String] = [],
    rowTitles: [String] = [], xLimits: ClosedRange<Double> = -2...2, yLimits: ClosedRange<Double> = -2...2,
    xTitle: String = "x1", yTitle: String = "x2", names: [String] = ["0", "1"]
) -> Sheet {
    let figure = twoClassFigure(xLimits: xLimits, yLimits: yLimits, names: names)
    let panels = (1...count).map { index in
        Sheet.Panel(
            title: panelTitle.isEmpty ? "" : "\(panelTitle) \(index)", subtitle: panelSubtitle, axes: figure.axes)
    }
    return Sheet(
        size: size ?? Sheet.pageSize(panelCount: count), title: title, subtitle: subtitle, panels: panels,
        columnCount: columnCount, columnTitles: columnTitles, rowTitles: rowTitles, xTitle: xTitle, yTitle: yTitle,
        legend: figure.axes.legend)
}

/// A matrix with a row per λ and a column per size.
func matrixSheet(rowCount: Int, columnCount: Int, size: Size? = nil) -> Sheet {
    let count = rowCount * columnCount
    return twoClassSheet(
        count, size: size ?? Sheet.pageSize(panelCount: count, columnCount: columnCount), panelTitle: "",
        columnCount: columnCount, columnTitles: (1...columnCount).map { "hidden \($0)" },
        rowTitles: (1...rowCount).map { "λ 0.\($0)" })
}

extension RecordingCanvas {
    init(drawing sheet: Sheet) {
        sheet.draw(on: &self)
    }
}

extension SheetLayout {
    init(_ sheet: Sheet) {
        self.init(of: sheet, measuring: RecordingCanvas())
    }
}
