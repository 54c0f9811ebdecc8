public import Datasets
import Geometry
public import Plotting

extension Axes {
    /// Draws the boundaries of several classifiers over one scatter of the data, without regions.
    ///
    /// Where lines coincide, each shows: broad ones lie beneath narrow ones, and solid ones beneath dashed ones.
    ///
    /// - Parameters:
    ///   - surfaces: one to `BoundaryLine.greatestCount` classifiers, in the order of the legend.
    ///   - names: the classifiers' names for the legend, in the same order.
    ///   - training: the training points, with as many classes.
    ///   - test: the held-out points, drawn hollow; nil if no points are held out.
    ///   - palette: the colours of the points on a light background; defaults to the standard palette.
    ///   - theme: the theme of the picture.
    ///   - elements: the optional elements.
    /// - Precondition: the surfaces have the same limits and number of classes.
    public init(
        overlayOf surfaces: [DecisionSurface], names: [String], training dataset: Dataset, test: Dataset? = nil,
        palette: Palette? = nil, theme: Theme = .light, elements: PictureElements = PictureElements()
    ) {
        precondition(surfaces.count == names.count, "every classifier has a name")
        let limits = surfaces[0].limits
        precondition(surfaces.allSatisfy { $0.limits == limits }, "boundaries over one scatter share its limits")
        let palette = (palette ?? .standard(classCount: dataset.classCount)).adapted(to: theme.ground)
        let styles = BoundaryLine.lines(count: surfaces.count, in: theme)
        let boundaries = zip(surfaces, styles).map { surface, style in
            LineMark(
                boundariesOf: surface, color: style.color, widthFactor: style.widthFactor, dash: style.dash)
        }
        let lines = boundaries.filter(\.dash.isEmpty) + boundaries.filter { !$0.dash.isEmpty }
        let data = DataMarks(
            of: [dataset, test].compactMap(\.self).map(ScoredPoints.init(withoutMistakes:)), limits: limits,
            palette: palette, theme: theme, elements: elements)
        let marks: [any Mark] =
            data.coversBoundary ? data.marks + lines.halos(on: theme) + lines : lines + data.marks
        var entries = zip(zip(names, surfaces), styles).map { classifier, style in
            classifier.1.hasBoundary
                ? Legend.Entry(
                    classifier.0,
                    symbol: Legend.Symbol(line: style.color, lineWidthFactor: style.widthFactor, lineDash: style.dash))
                : Legend.Entry("\(classifier.0): no line", symbol: Legend.Symbol())
        }
        if elements.hasPoints {
            entries += dataset.classNames.indices.map { index in
                Legend.Entry(
                    dataset.classNames[index],
                    symbol: Legend.Symbol(marker: Marker(.plain, ofClass: index, palette, theme)))
            }
        }
        entries += data.entries
        self.init(
            xLimits: limits.minX...limits.maxX, yLimits: limits.minY...limits.maxY,
            xTitle: elements.xTitle ?? dataset.featureNames[0], yTitle: elements.yTitle ?? dataset.featureNames[1],
            background: theme.pageColor, marks: marks,
            legend: Legend(elements.hasLegend ? entries : [], place: elements.legendPlace))
    }
}
