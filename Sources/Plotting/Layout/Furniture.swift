/// The furniture of a figure or a sheet that is drawn; hidden furniture leaves its room to the plots.
struct Furniture {
    /// Hides some furniture.
    typealias Step = @Sendable (inout Furniture) -> Void

    var titleLineCount = 2
    var hasSubtitle = true
    var hasAxisTitles = true
    var hasTickLabels = true
    var hasColorBar = true

    // MARK: Of figures only

    /// The axes along the lower edge.
    var hasFooter = true

    /// True if a legend that would hide points moves outside of the plot.
    var movesLegend = true
    /// True if a legend may be outside of the plot.
    var hasOutsideLegend = true

    // MARK: Of sheets only

    var hasPanelTitles = true
    var hasPanelSubtitles = true
    /// Titles of rows and columns.
    var hasGridTitles = true
    /// A legend beside the panels.
    var hasLegend = true

    static let figureSteps: [Step] = [
        { $0.movesLegend = false }, { $0.hasAxisTitles = false }, { $0.hasFooter = false }, { $0.hasSubtitle = false },
        { $0.titleLineCount = 1 }, { $0.hasOutsideLegend = false }, { $0.hasColorBar = false },
        { $0.titleLineCount = 0 }, { $0.hasTickLabels = false },
    ]

    static let sheetSteps: [Step] = [
        { $0.hasAxisTitles = false }, { $0.hasSubtitle = false }, { $0.hasPanelSubtitles = false },
        { $0.titleLineCount = 1 }, { $0.hasColorBar = false }, { $0.hasTickLabels = false },
        { $0.titleLineCount = 0 }, { $0.hasLegend = false }, { $0.hasPanelTitles = false },
        { $0.hasGridTitles = false },
    ]

    /// The layout with all furniture, or without as much of it as makes the plots large enough.
    ///
    /// - Parameter steps: furniture in the order in which it yields.
    static func layout<Layout>(
        yieldingBy steps: [Step], isLargeEnough: KeyPath<Layout, Bool>, _ layout: (Furniture) -> Layout
    ) -> Layout {
        var furniture = Furniture()
        var result = layout(furniture)
        for step in steps where !result[keyPath: isLargeEnough] {
            step(&furniture)
            result = layout(furniture)
        }
        return result
    }
}
