import DecisionBoundary
import Files
import Plotting
import Training

/// What is written and drawn around and over the regions of every picture of a run.
struct PictureStyle: Sendable {
    /// In place of the title that says what is seen.
    var title: String?
    var hasTitle = true
    /// In place of the features' names.
    var xLabel: String?
    var yLabel: String?
    var hasLegend = true
    var hasPoints = true

    /// The same for pictures whose axes are no features and whose points are no data.
    var withoutNames: PictureStyle {
        PictureStyle(title: title, hasTitle: hasTitle, hasLegend: hasLegend)
    }

    /// The axes with what is left out left out.
    func styled(_ axes: Axes) -> Axes {
        var axes = axes
        axes.xTitle = xLabel ?? axes.xTitle
        axes.yTitle = yLabel ?? axes.yTitle
        if !hasPoints {
            axes.marks.removeAll { $0 is PointMark }
            axes.legend = axes.legend.withoutMarkers
        }
        if !hasLegend { axes.legend = Legend() }
        return axes
    }

    /// The figure with what is left out left out; its title stays where there is to be one.
    func styled(_ figure: Figure) -> Figure {
        var figure = figure
        figure.axes = styled(figure.axes)
        if !hasTitle { (figure.title, figure.subtitle) = ("", "") }
        return figure
    }

    /// The sheet, whose panels are styled already, with what is left out left out.
    func styled(_ sheet: Sheet) -> Sheet {
        var sheet = sheet
        if !hasPoints { sheet.legend = sheet.legend.withoutMarkers }
        if !hasLegend { sheet.legend = Legend() }
        if !hasTitle { (sheet.title, sheet.subtitle) = ("", "") }
        return sheet
    }
}

extension Template {
    /// The title of the picture of a network.
    func title(of network: TrainedNetwork) -> String {
        filled { name in
            switch name {
            case "hidden": network.candidate.hiddenText
            case "lambda": network.candidate.lambdaText
            case "cost": DecimalText.fixed(network.report.cost, decimals: 4)
            case "accuracy": DecimalText.percent(network.report.accuracy)
            default: network.testScore.map { DecimalText.percent($0.accuracy) } ?? ""
            }
        }
    }
}

extension Legend {
    /// What is left where no points are drawn: areas and lines.
    fileprivate var withoutMarkers: Legend {
        Legend(
            entries.compactMap { entry in
                var entry = entry
                entry.symbol.marker = nil
                return entry.symbol.area == nil && entry.symbol.line == nil ? nil : entry
            })
    }
}
