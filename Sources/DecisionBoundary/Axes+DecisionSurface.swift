import Datasets
import Geometry
public import Plotting

extension Axes {
    /// How a classifier divides the plane: its regions, the boundary between them, and the data on top.
    ///
    /// Regions are light tints of their class's colour, painted in the order of the classes. Points have the full
    /// colour and a shape for each class; those that are held out are hollow, and those that are misclassified carry a
    /// cross.
    ///
    /// - Parameters:
    ///   - surface: the classifier's response, of as many classes as the data has.
    ///   - training: the points that the classifier was trained on.
    ///   - test: the points that were held out; nil where none were.
    ///   - alternatives: boundaries of other classifiers, drawn faintly between the regions and the boundary.
    ///   - style: fill, colours and names; for as many classes as the data has. The default one where nil.
    /// - Precondition: the style's fill can be drawn: see `RegionFill.check(classCount:)`.
    public init(
        of surface: DecisionSurface, training: ScoredPoints, test: ScoredPoints? = nil, alternatives: [LineMark] = [],
        style: SurfaceStyle? = nil
    ) {
        let dataset = training.dataset
        let style = style ?? SurfaceStyle(classCount: dataset.classCount)
        let filling = SurfaceFilling(of: surface, style: style)
        var marks: [any Mark] = filling.areas
        marks += alternatives
        marks.append(LineMark(boundariesOf: surface))
        marks += PointMark.classes(of: dataset, test: test?.dataset, palette: style.palette, theme: style.theme)
        let missed = [training, test].compactMap(\.self).flatMap(\.misclassifiedPoints)
        if !missed.isEmpty { marks.append(PointMark(missed, marker: .misclassified(in: style.theme))) }
        if style.namesRegions {
            let names = dataset.classNames.indices.map { index in
                RegionNameMark.Name(
                    dataset.classNames[index], polygons: surface.areas(ofClass: index, marginsAbove: [0])[0],
                    color: style.areaColor(ofClass: index))
            }
            marks.append(RegionNameMark(names, avoiding: dataset.points + (test?.dataset.points ?? [])))
        }
        self.init(
            xLimits: surface.limits.minX...surface.limits.maxX, yLimits: surface.limits.minY...surface.limits.maxY,
            xTitle: dataset.featureNames[0], yTitle: dataset.featureNames[1], background: filling.background,
            marks: marks,
            legend: Legend(
                classNames: dataset.classNames, hasTestPoints: test != nil, hasMisclassified: !missed.isEmpty,
                hasAlternatives: !alternatives.isEmpty, style: style), colorBar: filling.colorBar)
    }
}

extension Legend {
    /// What explains the symbols of decision regions: the classes, then those of the other symbols that occur.
    ///
    /// - Parameter style: that of the regions; the default one where nil.
    public init(
        classNames: [String], hasTestPoints: Bool = false, hasMisclassified: Bool = false,
        hasAlternatives: Bool = false, style: SurfaceStyle? = nil
    ) {
        let style = style ?? SurfaceStyle(classCount: classNames.count)
        let theme = style.theme
        var entries = classNames.indices.map { index in
            Entry(
                classNames[index],
                symbol: Symbol(
                    area: style.areaColor(ofClass: index), marker: .forClass(index, of: style.palette)))
        }
        if hasTestPoints { entries.append(.heldOut(in: theme)) }
        if hasMisclassified {
            entries.append(Entry("misclassified", symbol: Symbol(marker: .misclassified(in: theme))))
        }
        if hasAlternatives {
            entries.append(Entry("other restarts", symbol: Symbol(line: .alternativeBoundary(in: theme))))
        }
        self.init(entries)
    }
}

extension Legend.Entry {
    /// What hollow points have in common.
    static func heldOut(in theme: Theme = .light) -> Legend.Entry {
        Legend.Entry(
            "held out",
            symbol: Legend.Symbol(
                marker: Marker(shape: .circle, color: theme.frameColor, coreColor: theme.markerCoreColor)))
    }
}

extension PointMark {
    /// The points of a data set in their classes' colours and shapes, then those held out, hollow: the fewer, and what
    /// a reader looks for.
    static func classes(
        of training: Dataset, test: Dataset?, palette: Palette, theme: Theme = .light
    ) -> [any Mark] {
        [(training, nil), (test, theme.markerCoreColor)].compactMap { (dataset: Dataset?, core: Color?) -> PointMark? in
            dataset.map { dataset in
                let markers = dataset.classNames.indices.map { Marker.forClass($0, of: palette, coreColor: core) }
                return PointMark(dataset.points, markers: markers, markerIndices: dataset.labels)
            }
        }
    }
}

extension LineMark {
    /// The boundaries of a classifier that is not the one which is drawn.
    public static func alternative(_ surface: DecisionSurface) -> LineMark {
        alternative(surface, theme: .light)
    }

    /// The boundaries of a classifier that is not the one which is drawn, for another theme.
    ///
    /// - Parameter count: how many such there are: the more, the fainter each.
    public static func alternative(_ surface: DecisionSurface, theme: Theme, of count: Int = 1) -> LineMark {
        let color = Color.alternativeBoundary(in: theme)
        let share = max(0.1, min(1, (4 / Double(count)).squareRoot()))
        return LineMark(
            boundariesOf: surface, color: color.opacity(color.alpha * share), widthFactor: 0.6)
    }

    /// The boundaries of all classes in one mark, and so in one stroke: where those of several classes coincide, strokes
    /// over each other would have ragged edges.
    init(boundariesOf surface: DecisionSurface, color: Color? = nil, widthFactor: Double = 1) {
        let boundaries = (1..<surface.classCount).map(surface.boundary(ofClass:))
        self.init(
            strips: boundaries.flatMap(\.strips), loops: boundaries.flatMap(\.loops), color: color,
            widthFactor: widthFactor)
    }
}

extension Color {
    /// Faint, yet seen on every tint.
    fileprivate static func alternativeBoundary(in theme: Theme) -> Color { theme.boundaryColor.opacity(0.35) }
}

extension Marker {
    /// A point of class `index`, one that was trained on or one that was held out.
    ///
    /// - Parameter coreColor: of the inside of a point that was held out; nil for one that was trained on.
    static func forClass(_ index: Int, of palette: Palette, coreColor: Color? = nil) -> Marker {
        Marker(shape: .forClass(index), color: palette[index].color, coreColor: coreColor)
    }

    /// Without an edge, which would hide the little that is seen of the marker beneath.
    fileprivate static func misclassified(in theme: Theme) -> Marker {
        Marker(shape: .cross, color: theme.crossColor, edgeColor: theme.crossColor.opacity(0))
    }
}

extension ScoredPoints {
    fileprivate var misclassifiedPoints: [Point] {
        zip(dataset.points, misclassified).compactMap { $1 ? $0 : nil }
    }
}
