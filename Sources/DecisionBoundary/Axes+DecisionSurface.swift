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
    public init(
        of surface: DecisionSurface, training: ScoredPoints, test: ScoredPoints? = nil, alternatives: [LineMark] = []
    ) {
        let dataset = training.dataset
        let palette = Palette.standard(classCount: dataset.classCount)
        var marks: [any Mark] = (1..<dataset.classCount).map {
            AreaMark(surface.region(ofClass: $0), color: palette[$0].tint)
        }
        marks += alternatives
        marks.append(LineMark(boundariesOf: surface))
        marks += PointMark.classes(of: dataset, test: test?.dataset, palette: palette)
        let missed = [training, test].compactMap(\.self).flatMap(\.misclassifiedPoints)
        if !missed.isEmpty { marks.append(PointMark(missed, marker: .misclassified)) }
        self.init(
            xLimits: surface.limits.minX...surface.limits.maxX, yLimits: surface.limits.minY...surface.limits.maxY,
            xTitle: dataset.featureNames[0], yTitle: dataset.featureNames[1], background: palette[0].tint,
            marks: marks,
            legend: Legend(
                classNames: dataset.classNames, hasTestPoints: test != nil, hasMisclassified: !missed.isEmpty,
                hasAlternatives: !alternatives.isEmpty))
    }
}

extension Legend {
    /// What explains the symbols of decision regions: the classes, then those of the other symbols that occur.
    public init(
        classNames: [String], hasTestPoints: Bool = false, hasMisclassified: Bool = false, hasAlternatives: Bool = false
    ) {
        let palette = Palette.standard(classCount: classNames.count)
        var entries = classNames.indices.map { index in
            Entry(
                classNames[index],
                symbol: Symbol(area: palette[index].tint, marker: .forClass(index, of: palette, isHollow: false)))
        }
        if hasTestPoints { entries.append(.heldOut) }
        if hasMisclassified { entries.append(Entry("misclassified", symbol: Symbol(marker: .misclassified))) }
        if hasAlternatives { entries.append(Entry("other restarts", symbol: Symbol(line: .alternativeBoundary))) }
        self.init(entries)
    }
}

extension Legend.Entry {
    /// What hollow points have in common.
    static let heldOut = Legend.Entry(
        "held out",
        symbol: Legend.Symbol(marker: Marker(shape: .circle, color: Color(bytes: 88, 88, 94), coreColor: .white)))
}

extension PointMark {
    /// The points of a data set in their classes' colours and shapes, then those held out, hollow: the fewer, and what
    /// a reader looks for.
    static func classes(of training: Dataset, test: Dataset?, palette: Palette) -> [any Mark] {
        [(training, false), (test, true)].compactMap { (dataset: Dataset?, isHollow: Bool) -> PointMark? in
            dataset.map { dataset in
                let markers = dataset.classNames.indices.map { Marker.forClass($0, of: palette, isHollow: isHollow) }
                return PointMark(dataset.points, markers: markers, markerIndices: dataset.labels)
            }
        }
    }
}

extension LineMark {
    /// The boundaries of a classifier that is not the one which is drawn.
    public static func alternative(_ surface: DecisionSurface) -> LineMark {
        LineMark(boundariesOf: surface, color: .alternativeBoundary, widthFactor: 0.6)
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
    fileprivate static let alternativeBoundary = Color(bytes: 40, 40, 46).opacity(0.35)
}

extension Marker {
    /// A point of class `index`, one that was trained on or one that was held out.
    static func forClass(_ index: Int, of palette: Palette, isHollow: Bool) -> Marker {
        Marker(shape: .forClass(index), color: palette[index].color, coreColor: isHollow ? .white : nil)
    }

    /// Without an edge, which would hide the little that is seen of the marker beneath.
    fileprivate static let misclassified = Marker(shape: .cross, color: .black, edgeColor: .black.opacity(0))
}

extension ScoredPoints {
    fileprivate var misclassifiedPoints: [Point] {
        zip(dataset.points, misclassified).compactMap { $1 ? $0 : nil }
    }
}
