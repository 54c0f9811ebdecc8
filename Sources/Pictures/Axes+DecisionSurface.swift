import Contouring
import Datasets
import Geometry
public import Plotting

extension Axes {
    /// Draws the regions of a classifier, the boundary between them, and the data on top.
    ///
    /// Each region has a light tint of its class's colour; regions are painted in the order of the classes. Points have
    /// the full colour and one shape per class. Held-out points are hollow, and misclassified points carry a cross.
    ///
    /// - Parameters:
    ///   - surface: the classifier's response, with as many classes as the data.
    ///   - training: the points that the classifier was trained on.
    ///   - test: the held-out points; nil if no points are held out.
    ///   - alternatives: boundaries of other classifiers, drawn faintly between the regions and the boundary.
    ///   - style: fill, colours and names, for as many classes as the data; defaults to the standard style.
    ///   - elements: the optional elements.
    /// - Precondition: the surface was traced for the same fill and names, and the fill suits the number of classes; see
    ///   `RegionFill.check(classCount:)`.
    public init(
        of surface: DecisionSurface, training: ScoredPoints, test: ScoredPoints? = nil, alternatives: [LineMark] = [],
        style: SurfaceStyle? = nil, elements: PictureElements = PictureElements()
    ) {
        let dataset = training.dataset
        let style = style ?? SurfaceStyle(classCount: dataset.classCount)
        let filling = SurfaceFilling(of: surface, style: style)
        let missed = [training, test].compactMap(\.self).flatMap(\.misclassifiedPoints)
        var marks: [any Mark] = filling.areas
        marks += alternatives
        marks.append(LineMark(boundariesOf: surface))
        if elements.hasPoints {
            marks += PointMark.classes(of: dataset, test: test?.dataset, palette: style.palette, theme: style.theme)
            if !missed.isEmpty { marks.append(PointMark(missed, marker: .misclassified(in: style.theme))) }
        }
        if style.namesRegions {
            let names = dataset.classNames.indices.map { index in
                RegionNameMark.Name(
                    dataset.classNames[index], polygons: surface.area(ofClass: index, marginAbove: 0),
                    color: style.areaColor(ofClass: index))
            }
            marks.append(RegionNameMark(names, avoiding: dataset.points + (test?.dataset.points ?? [])))
        }
        self.init(
            xLimits: surface.limits.minX...surface.limits.maxX, yLimits: surface.limits.minY...surface.limits.maxY,
            xTitle: elements.xTitle ?? dataset.featureNames[0], yTitle: elements.yTitle ?? dataset.featureNames[1],
            background: filling.background, marks: marks,
            legend: Legend(
                classNames: dataset.classNames, hasTestPoints: test != nil, hasMisclassified: !missed.isEmpty,
                hasAlternatives: !alternatives.isEmpty, style: style, elements: elements),
            colorBar: filling.colorBar)
    }
}

extension Legend {
    /// Lists the classes, then the other symbols of the picture; empty if the picture has no legend.
    init(
        classNames: [String], hasTestPoints: Bool, hasMisclassified: Bool, hasAlternatives: Bool, style: SurfaceStyle,
        elements: PictureElements
    ) {
        guard elements.hasLegend else {
            self.init()
            return
        }
        let theme = style.theme
        var entries = classNames.indices.map { index in
            Entry(
                classNames[index],
                symbol: Symbol(
                    area: style.areaColor(ofClass: index),
                    marker: elements.hasPoints ? .forClass(index, of: style.palette) : nil))
        }
        if hasTestPoints && elements.hasPoints { entries.append(.heldOut(in: theme)) }
        if hasMisclassified && elements.hasPoints {
            entries.append(Entry("misclassified", symbol: Symbol(marker: .misclassified(in: theme))))
        }
        if hasAlternatives {
            entries.append(Entry("other restarts", symbol: Symbol(line: .alternativeBoundary(in: theme))))
        }
        self.init(entries)
    }
}

extension Legend.Entry {
    /// Returns the legend's entry for held-out points.
    static func heldOut(in theme: Theme = .light) -> Legend.Entry {
        Legend.Entry(
            "held out",
            symbol: Legend.Symbol(
                marker: Marker(shape: .circle, color: theme.frameColor, coreColor: theme.markerCoreColor)))
    }
}

extension PointMark {
    /// Returns the training points in the colours and shapes of their classes, then the held-out points, which are
    /// hollow. Held-out points come last because they are fewer and of more interest.
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
    init(boundariesOf surface: DecisionSurface, color: Color? = nil, widthFactor: Double = 1) {
        let boundaries = (1..<surface.classCount).map(surface.boundary(ofClass:))
        self.init(
            strips: boundaries.flatMap(\.strips), loops: boundaries.flatMap(\.loops), color: color,
            widthFactor: widthFactor)
    }
}

extension Color {
    /// Returns a faint colour that is visible on every tint.
    fileprivate static func alternativeBoundary(in theme: Theme) -> Color { theme.boundaryColor.opacity(0.35) }
}

extension Marker {
    /// Returns the marker of class `index`, for training points or held-out points.
    ///
    /// - Parameter coreColor: the inside of held-out points; nil for training points.
    static func forClass(_ index: Int, of palette: Palette, coreColor: Color? = nil) -> Marker {
        Marker(shape: .forClass(index), color: palette[index].color, coreColor: coreColor)
    }

    /// Returns a cross without an edge, which would hide the marker beneath.
    fileprivate static func misclassified(in theme: Theme) -> Marker {
        Marker(shape: .cross, color: theme.crossColor, edgeColor: theme.crossColor.opacity(0))
    }
}

extension ScoredPoints {
    fileprivate var misclassifiedPoints: [Point] {
        zip(dataset.points, misclassified).compactMap { $1 ? $0 : nil }
    }
}
