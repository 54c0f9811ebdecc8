public import Datasets
import Files
public import Geometry
public import Plotting

extension Figure {
    /// The picture of where two classifiers put the plane in different classes: only there it is shaded; both
    /// boundaries are drawn, and the data on top.
    ///
    /// The regions of the classes from k on are nested, so the classes differ at a point just where it lies in such a
    /// region of one classifier and not of the other, for some k: each of these areas is an even-odd fill.
    ///
    /// - Parameters:
    ///   - first: drawn with a broad line.
    ///   - second: over the same grid, of as many classes; drawn with a narrow dark line over the broad one.
    ///   - training: points of as many classes.
    ///   - test: points that were held out; nil where none were.
    ///   - pointShare: the share of the points, 0…1, that the two put in different classes.
    ///   - names: of the two, for the legend: "3 hidden units" and "20 hidden units".
    ///   - note: what the second line says first, such as that a network did not converge; nil for nothing.
    ///   - title: the first line; "Where 3 and 20 hidden units differ" or the like where nil.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - palette: of the points, for a light ground; the default one where nil.
    ///   - theme: of the whole picture.
    /// - Precondition: the surfaces have the same limits, grid and number of classes.
    public init(
        differenceOf first: DecisionSurface, and second: DecisionSurface, training dataset: Dataset,
        test: Dataset? = nil,
        pointShare: Double, names: (String, String), note: String? = nil, title: String? = nil,
        size: Size = Figure.defaultSize, palette: Palette? = nil, theme: Theme = .light
    ) {
        precondition(first.limits == second.limits, "surfaces that are compared share their limits")
        let areaShare = first.differenceShare(from: second)
        let palette = (palette ?? .standard(classCount: dataset.classCount)).adapted(to: theme.ground)
        let style = DifferenceStyle(theme)
        let classes = 1..<first.classCount
        var marks: [any Mark] = classes.map {
            AreaMark(first.region(ofClass: $0) + second.region(ofClass: $0), color: style.areaColor)
        }
        var entries: [Legend.Entry] = []
        for (surface, name, line) in [(first, names.0, style.first), (second, names.1, style.second)] {
            let boundaries = LineMark(boundariesOf: surface, color: line.color, widthFactor: line.widthFactor)
            marks.append(boundaries)
            // A network that puts all that is seen in one class has no line to explain.
            if boundaries.strips.isEmpty && boundaries.loops.isEmpty { continue }
            entries.append(
                Legend.Entry(name, symbol: Legend.Symbol(line: line.color, lineWidthFactor: line.widthFactor)))
        }
        marks += PointMark.classes(of: dataset, test: test, palette: palette, theme: theme)

        if areaShare > 0 {
            entries.append(Legend.Entry("classes differ", symbol: Legend.Symbol(area: style.areaColor)))
        }
        entries += dataset.classNames.indices.map { index in
            Legend.Entry(
                dataset.classNames[index],
                symbol: Legend.Symbol(marker: .forClass(index, of: palette)))
        }
        if test != nil { entries.append(.heldOut(in: theme)) }
        self.init(
            size: size, title: title ?? "Where \(Figure.joined(names)) differ",
            subtitle: (note.map { "\($0) · " } ?? "") + "differ on \(DecimalText.percent(areaShare)) of the area"
                + " · \(DecimalText.percent(pointShare)) of the points",
            axes: Axes(
                xLimits: first.limits.minX...first.limits.maxX, yLimits: first.limits.minY...first.limits.maxY,
                xTitle: dataset.featureNames[0], yTitle: dataset.featureNames[1], background: theme.pageColor,
                marks: marks,
                legend: Legend(entries)), theme: theme)
    }

    /// "3 and 20 hidden units" for "3 hidden units" and "20 hidden units": the words that both end with are said once.
    static func joined(_ names: (String, String)) -> String {
        var first = names.0.split(separator: " ")
        var second = names.1.split(separator: " ")
        var shared: [Substring] = []
        while first.count > 1, second.count > 1, let word = first.last, word == second.last {
            shared.insert(word, at: 0)
            first.removeLast()
            second.removeLast()
        }
        return (first + ["and"] + second + shared).joined(separator: " ")
    }
}

/// How the two boundaries of a difference are drawn, and what lies between them: where the boundaries coincide, both are
/// seen.
private struct DifferenceStyle {
    struct Line {
        let color: Color
        let widthFactor: Double
    }

    let first: Line
    let second: Line
    let areaColor: Color

    init(_ theme: Theme) {
        let isDark = theme.ground == .dark
        first = Line(color: isDark ? Color(bytes: 32, 188, 172) : Color(bytes: 0, 150, 136), widthFactor: 2)
        second = Line(color: theme.boundaryColor, widthFactor: 0.9)
        areaColor = isDark ? Color(bytes: 98, 74, 22) : Color(bytes: 252, 224, 160)
    }
}
