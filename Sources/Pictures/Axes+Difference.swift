public import Datasets
import Files
import Geometry
public import Plotting

extension Axes {
    /// Draws the shaded area on which two classifiers differ, both boundaries, and the data on top. The regions on which
    /// both agree have a thin tint of their class unless the page is transparent.
    ///
    /// The regions of classes k and above are nested. So two classifiers differ at a point if and only if, for some k,
    /// the point lies in that region of exactly one classifier: the even-odd fill of both regions.
    ///
    /// - Parameters:
    ///   - first: the classifier with the broad line.
    ///   - second: the classifier with the narrow dark line on top.
    ///   - areaShare: the share of grid points on which the classes differ, 0…1.
    ///   - training: the training points, with as many classes.
    ///   - test: the held-out points; nil if no points are held out.
    ///   - names: the classifiers' names for the legend: "3 hidden units" and "20 hidden units".
    ///   - palette: the colours of the points on a light background; defaults to the standard palette.
    ///   - theme: the theme of the picture.
    ///   - elements: the optional elements.
    /// - Precondition: the surfaces have the same limits, grid and number of classes.
    public init(
        differenceOf first: DecisionSurface, and second: DecisionSurface, areaShare: Double,
        training dataset: Dataset, test: Dataset? = nil, names: (String, String), palette: Palette? = nil,
        theme: Theme = .light,
        elements: PictureElements = PictureElements()
    ) {
        precondition(
            first.limits == second.limits && first.grid == second.grid, "surfaces that are compared share their grid")
        let palette = (palette ?? .standard(classCount: dataset.classCount)).adapted(to: theme.ground)
        // A transparent page shows through.
        let tints = (0..<dataset.classCount).map { index in
            theme.pageColor.alpha == 1 ? palette[index].tint.mixed(with: theme.groundColor, share: 0.5) : nil
        }
        let isDark = theme.ground == .dark
        let areaColor = Color.differenceArea(isDark: isDark, besideTints: tints.compactMap(\.self))
        let firstColor = isDark ? Color(bytes: 32, 188, 172) : Color(bytes: 0, 150, 136)
        // The shading covers the tints of the first classifier wherever the second one has another class.
        var marks: [any Mark] = (1..<first.classCount).compactMap { index in
            tints[index].map { AreaMark(first.region(ofClass: index), color: $0) }
        }
        marks += (1..<first.classCount).map {
            AreaMark(first.region(ofClass: $0) + second.region(ofClass: $0), color: areaColor)
        }
        var lines: [LineMark] = []
        var entries: [Legend.Entry] = []
        // Both lines are visible where they coincide.
        for (surface, name, color, widthFactor) in [
            (first, names.0, firstColor, 2), (second, names.1, theme.boundaryColor, 0.9),
        ] {
            let boundaries = LineMark(boundariesOf: surface, color: color, widthFactor: widthFactor)
            lines.append(boundaries)
            // A network with one class all over the picture has no line to explain.
            if boundaries.strips.isEmpty && boundaries.loops.isEmpty { continue }
            entries.append(
                Legend.Entry(name, symbol: Legend.Symbol(line: color, lineWidthFactor: widthFactor)))
        }
        if areaShare > 0 {
            entries.append(Legend.Entry("classes differ", symbol: Legend.Symbol(area: areaColor)))
        }
        var dataEntries: [Legend.Entry] = []
        if elements.hasPoints {
            let data = DataMarks(
                of: [dataset, test].compactMap(\.self).map(ScoredPoints.init(withoutMistakes:)), limits: first.limits,
                palette: palette, theme: theme, elements: elements)
            if data.coversBoundary {
                marks += data.marks + lines.halos(on: theme) + lines
            } else {
                marks += lines as [any Mark] + data.marks
            }
            dataEntries = data.entries
        } else {
            marks += lines
        }
        entries += dataset.classNames.indices.map { index in
            Legend.Entry(
                dataset.classNames[index],
                symbol: Legend.Symbol(
                    area: tints[index],
                    marker: elements.hasPoints ? Marker(.plain, ofClass: index, palette, theme) : nil))
        }
        entries += dataEntries
        self.init(
            xLimits: first.limits.minX...first.limits.maxX, yLimits: first.limits.minY...first.limits.maxY,
            xTitle: elements.xTitle ?? dataset.featureNames[0], yTitle: elements.yTitle ?? dataset.featureNames[1],
            background: tints[0] ?? theme.pageColor, marks: marks,
            legend: Legend(elements.hasLegend ? entries : [], place: elements.legendPlace))
    }
}

extension Color {
    /// Returns the colour of the area on which classifiers differ: yellow, and a strong one beside a tint close to yellow.
    fileprivate static func differenceArea(isDark: Bool, besideTints tints: [Color]) -> Color {
        if isDark { return Color(bytes: 98, 74, 22) }
        let pale = Color(bytes: 252, 224, 160)
        // In OKLab × 100: pale tints of orange are at 6, those of the default palette of two classes at 9.
        let isDistinct = tints.allSatisfy { ColorVision.normal.distance(pale, $0) >= 7 }
        return isDistinct ? pale : Color(bytes: 238, 222, 70)
    }

    /// Returns the mean of two opaque colours in sRGB.
    ///
    /// - Parameter share: the weight of `other`, 0…1.
    fileprivate func mixed(with other: Color, share: Double) -> Color {
        func mean(_ path: KeyPath<Color, Double>) -> Double {
            (1 - share) * self[keyPath: path] + share * other[keyPath: path]
        }
        return Color(red: mean(\.red), green: mean(\.green), blue: mean(\.blue), alpha: 1)
    }
}

extension Figure {
    /// Joins two names and says common last words once: "3 and 20 hidden units".
    package static func joined(_ names: (String, String)) -> String {
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
