/// Which furniture of a sheet is drawn; what is missing leaves its room to the panels.
struct SheetFurniture {
    var titleLineCount = 2
    var hasSubtitle = true
    var hasAxisTitles = true
    var hasPanelTitles = true
    var hasPanelSubtitles = true
    var hasColorBar = true
    var hasTickLabels = true
    var hasLegend = true
    /// Of rows and columns.
    var hasGridTitles = true

    /// How furniture yields, step by step, until the panels are large enough.
    static var yields: [(inout SheetFurniture) -> Void] {
        [
            { $0.hasAxisTitles = false }, { $0.hasSubtitle = false }, { $0.hasPanelSubtitles = false },
            { $0.titleLineCount = 1 }, { $0.hasColorBar = false }, { $0.hasTickLabels = false },
            { $0.titleLineCount = 0 }, { $0.hasLegend = false }, { $0.hasPanelTitles = false },
            { $0.hasGridTitles = false },
        ]
    }
}
