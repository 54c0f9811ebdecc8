/// An element of a page that was left out, since the page has no room for it.
public enum OmittedElement: String, CaseIterable, Hashable, Sendable {
    case title
    case subtitle = "second line of the title"
    case panelTitles = "titles of the panels"
    case panelSubtitles = "second lines of the panels"
    case rowAndColumnTitles = "titles of rows and columns"
    case axisTitles = "axis titles"
    case tickLabels = "tick labels"
    case colorBar = "colour bar"
    case legend
    /// The legend is drawn, but in a corner of the plot although it is requested outside.
    case outsideLegend = "legend outside of the plot"
}

extension FigureLayout {
    /// Returns the elements of a figure that its layout lacks.
    static func omitted(from figure: Figure, furniture: Furniture, legend: LegendLayout?) -> [OmittedElement] {
        let axes = figure.axes
        let isOutside = legend.map { !$0.hasBox } ?? false
        let isEmpty = axes.legend.entries.isEmpty
        return OmittedElement.omitted([
            .title: furniture.titleLineCount == 0 && !figure.title.isEmpty,
            .subtitle: !furniture.hasSubtitle && !figure.subtitle.isEmpty,
            .axisTitles: !furniture.hasAxisTitles && !(axes.xTitle.isEmpty && axes.yTitle.isEmpty),
            .tickLabels: !furniture.hasTickLabels,
            .colorBar: !(furniture.hasColorBar && furniture.hasTickLabels) && axes.colorBar != nil,
            .legend: legend == nil && axes.legend.place == .outside && !isEmpty,
            .outsideLegend: legend != nil && !isOutside && axes.legend.place == .outside && !isEmpty,
        ])
    }
}

extension SheetLayout {
    /// Returns the elements of a sheet that its layout lacks.
    static func omitted(from sheet: Sheet, furniture: Furniture) -> [OmittedElement] {
        OmittedElement.omitted([
            .title: furniture.titleLineCount == 0 && !sheet.title.isEmpty,
            .subtitle: !furniture.hasSubtitle && !sheet.subtitle.isEmpty,
            .panelTitles: !furniture.hasPanelTitles && sheet.panels.contains { !$0.title.isEmpty },
            .panelSubtitles: !furniture.hasPanelSubtitles && sheet.panels.contains { !$0.subtitle.isEmpty },
            .rowAndColumnTitles: !furniture.hasGridTitles && !(sheet.rowTitles + sheet.columnTitles).isEmpty,
            .axisTitles: !furniture.hasAxisTitles && !(sheet.xTitle.isEmpty && sheet.yTitle.isEmpty),
            .tickLabels: !furniture.hasTickLabels,
            .colorBar: !furniture.hasColorBar && sheet.colorBar != nil,
            .legend: !furniture.hasLegend && !sheet.legend.entries.isEmpty,
        ])
    }
}

extension OmittedElement {
    /// Returns the elements with the value true, in the order of the cases.
    fileprivate static func omitted(_ elements: [OmittedElement: Bool]) -> [OmittedElement] {
        allCases.filter { elements[$0] == true }
    }
}
