import Contouring
import Datasets
import Geometry
public import Plotting

extension Axes {
    /// Draws the regions of a classifier, the boundary between them, and the data.
    ///
    /// Each region has a light tint of its class's colour; regions are painted in the order of the classes. Points have
    /// the full colour and one shape per class. Held-out points are hollow, and misclassified points carry a ring. The
    /// boundary lies below few points and, with a halo, over many.
    ///
    /// - Parameters:
    ///   - surface: the classifier's response, with as many classes as the data.
    ///   - training: the points that the classifier was trained on.
    ///   - test: the held-out points; nil if no points are held out.
    ///   - alternatives: boundaries of other classifiers, drawn faintly between the regions and the boundary.
    ///   - unitLines: the lines of a network's first layer, drawn between the regions and the boundary.
    ///   - style: fill, colours and names, for as many classes as the data; defaults to the standard style.
    ///   - elements: the optional elements.
    /// - Precondition: the surface was traced for the same fill and names, and the fill suits the number of classes; see
    ///   `RegionFill.check(classCount:)`.
    public init(
        of surface: DecisionSurface, training: ScoredPoints, test: ScoredPoints? = nil, alternatives: [LineMark] = [],
        unitLines: [UnitLine] = [], style: SurfaceStyle? = nil, elements: PictureElements = PictureElements()
    ) {
        let dataset = training.dataset
        let style = style ?? SurfaceStyle(classCount: dataset.classCount)
        let filling = SurfaceFilling(of: surface, style: style)
        let data = DataMarks(
            of: [training, test].compactMap(\.self), limits: surface.limits, palette: style.palette, theme: style.theme,
            elements: elements)
        var boundary = LineMark(boundariesOf: surface)
        if data.coversBoundary { boundary.haloColor = style.theme.groundColor.opacity(0.85) }
        var marks: [any Mark] = filling.areas
        marks += alternatives
        marks += unitLines.compactMap { LineMark($0, in: surface.limits, theme: style.theme) }
        marks += data.coversBoundary ? data.marks + [boundary] : [boundary] + data.marks
        if style.namesRegions {
            let names = dataset.classNames.indices.map { index in
                RegionNameMark.Name(
                    dataset.classNames[index], polygons: surface.area(ofClass: index, marginAbove: 0),
                    color: style.areaColor(ofClass: index))
            }
            marks.append(RegionNameMark(names, avoiding: dataset.points + (test?.dataset.points ?? [])))
        }
        var entries = dataset.classNames.indices.map { index in
            Legend.Entry(
                dataset.classNames[index],
                symbol: Legend.Symbol(
                    area: style.areaColor(ofClass: index),
                    marker: elements.hasPoints ? Marker(.plain, ofClass: index, style.palette, style.theme) : nil))
        }
        entries += data.entries
        if !alternatives.isEmpty {
            entries.append(
                Legend.Entry("other restarts", symbol: Legend.Symbol(line: .alternativeBoundary(in: style.theme))))
        }
        if !unitLines.isEmpty {
            entries.append(
                Legend.Entry(
                    "lines of units, by weight",
                    symbol: Legend.Symbol(line: .unitLine(in: style.theme))))
        }
        self.init(
            xLimits: surface.limits.minX...surface.limits.maxX, yLimits: surface.limits.minY...surface.limits.maxY,
            xTitle: elements.xTitle ?? dataset.featureNames[0], yTitle: elements.yTitle ?? dataset.featureNames[1],
            background: filling.background, marks: marks,
            legend: Legend(elements.hasLegend ? entries : [], place: elements.legendPlace), colorBar: filling.colorBar)
    }
}

extension LineMark {
    /// Returns the faint boundaries of a further classifier.
    ///
    /// - Parameter count: the number of further classifiers; more of them are drawn more faintly.
    public static func alternative(_ surface: DecisionSurface, theme: Theme = .light, of count: Int = 1) -> LineMark {
        let color = Color.alternativeBoundary(in: theme)
        let share = max(0.1, min(1, (4 / Double(count)).squareRoot()))
        return LineMark(
            boundariesOf: surface, color: color.opacity(color.alpha * share), widthFactor: 0.6)
    }

    /// Draws the boundaries of all classes in one stroke. Separate strokes over coinciding boundaries would have ragged
    /// edges.
    init(
        boundariesOf surface: DecisionSurface, color: Color? = nil, widthFactor: Double = 1, dash: [Double] = []
    ) {
        var lines = SharedBoundaries()
        for index in 1..<surface.classCount {
            let boundary = surface.boundary(ofClass: index)
            for strip in boundary.strips { lines.append(strip) }
            for loop in boundary.loops { lines.append(loop) }
        }
        self.init(
            strips: lines.strips, loops: lines.loops, color: color, widthFactor: widthFactor, dash: dash)
    }
}

extension Color {
    /// Returns a faint colour that is visible on every tint.
    fileprivate static func alternativeBoundary(in theme: Theme) -> Color { theme.boundaryColor.opacity(0.35) }
}
