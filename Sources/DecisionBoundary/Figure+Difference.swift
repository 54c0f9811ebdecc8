public import Datasets
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
    /// - Precondition: the surfaces have the same limits, grid and number of classes.
    public init(
        differenceOf first: DecisionSurface, and second: DecisionSurface, training dataset: Dataset,
        test: Dataset? = nil,
        pointShare: Double, names: (String, String), note: String? = nil, title: String? = nil,
        size: Size = Figure.defaultSize
    ) {
        precondition(first.limits == second.limits, "surfaces that are compared share their limits")
        let areaShare = first.differenceShare(from: second)
        let palette = Palette.standard(classCount: dataset.classCount)
        let classes = 1..<first.classCount
        var marks: [any Mark] = classes.map {
            AreaMark(first.region(ofClass: $0) + second.region(ofClass: $0), color: DifferenceStyle.areaColor)
        }
        let lines: [(surface: DecisionSurface, style: DifferenceStyle)] = [(first, .first), (second, .second)]
        for (surface, style) in lines {
            marks.append(LineMark(boundariesOf: surface, color: style.color, widthFactor: style.widthFactor))
        }

        marks += PointMark.classes(of: dataset, test: test, palette: palette)

        var entries = [(names.0, DifferenceStyle.first), (names.1, .second)].map { name, style in
            Legend.Entry(name, symbol: Legend.Symbol(line: style.color, lineWidthFactor: style.widthFactor))
        }
        if areaShare > 0 {
            entries.append(Legend.Entry("classes differ", symbol: Legend.Symbol(area: DifferenceStyle.areaColor)))
        }
        entries += dataset.classNames.indices.map { index in
            Legend.Entry(
                dataset.classNames[index],
                symbol: Legend.Symbol(marker: .forClass(index, of: palette)))
        }
        if test != nil { entries.append(.heldOut()) }
        self.init(
            size: size, title: title ?? "Where \(Figure.joined(names)) differ",
            subtitle: (note.map { "\($0) · " } ?? "") + "differ on \(DecimalText.percent(areaShare)) of the area"
                + " · \(DecimalText.percent(pointShare)) of the points",
            axes: Axes(
                xLimits: first.limits.minX...first.limits.maxX, yLimits: first.limits.minY...first.limits.maxY,
                xTitle: dataset.featureNames[0], yTitle: dataset.featureNames[1], marks: marks, legend: Legend(entries)
            ))
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

/// How the two boundaries of a difference are drawn: where they coincide, both are seen.
private struct DifferenceStyle {
    let color: Color
    let widthFactor: Double

    static let first = DifferenceStyle(color: Color(bytes: 0, 150, 136), widthFactor: 2)
    static let second = DifferenceStyle(color: Color(bytes: 40, 40, 46), widthFactor: 0.9)
    static let areaColor = Color(bytes: 252, 224, 160)
}
