public import Datasets
public import Geometry
import Optimization
public import Plotting
public import Training

extension Figure {
    /// The picture of what a network has learned, with its scores in the second line.
    ///
    /// - Parameters:
    ///   - surface: the network's response.
    ///   - dataset: the points that the network was trained on.
    ///   - report: how the training went.
    ///   - lambda: λ, for the second line.
    ///   - title: the first line; "Decision Boundary for hidden layer size 3" or the like where nil.
    ///   - size: the page's width and height in points (1/72 inch).
    public init(
        of surface: DecisionSurface, dataset: Dataset, report: TrainingReport, lambda: Double, title: String? = nil,
        size: Size = Figure.defaultSize
    ) {
        self.init(
            of: surface, dataset: dataset, misclassified: report.misclassified,
            title: title ?? Self.title(for: report.network), subtitle: Self.subtitle(report, lambda: lambda), size: size
        )
    }

    /// The picture of how any classifier divides the plane: its regions, the boundary between them, and the data on
    /// top.
    ///
    /// Regions are light tints of their class's colour, painted in the order of the classes; points have the full
    /// colour and a shape for each class, and those that are misclassified a cross.
    ///
    /// - Parameters:
    ///   - surface: the classifier's response, of as many classes as the data set has.
    ///   - misclassified: for every point whether the classifier puts it in another class than its own.
    ///   - title: the first line; none where empty.
    ///   - subtitle: the second line; none where empty.
    ///   - size: the page's width and height in points (1/72 inch).
    public init(
        of surface: DecisionSurface, dataset: Dataset, misclassified: [Bool], title: String, subtitle: String = "",
        size: Size = Figure.defaultSize
    ) {
        let palette = Palette.standard(classCount: dataset.classCount)
        let markers = dataset.classNames.indices.map {
            Marker(shape: .forClass($0), color: palette[$0].color)
        }
        var marks: [any Mark] = []
        for index in 1..<dataset.classCount {
            marks.append(AreaMark(surface.region(ofClass: index), color: palette[index].tint))
            let boundary = surface.boundary(ofClass: index)
            marks.append(LineMark(strips: boundary.strips, loops: boundary.loops))
        }
        marks.append(PointMark(dataset.points, markers: markers, markerIndices: dataset.labels))
        var entries = dataset.classNames.indices.map { index in
            Legend.Entry(
                dataset.classNames[index], symbol: Legend.Symbol(area: palette[index].tint, marker: markers[index]))
        }
        let missed = zip(dataset.points, misclassified).compactMap { $1 ? $0 : nil }
        if !missed.isEmpty {
            // Without an edge, which would hide the little that is seen of the marker beneath.
            let cross = Marker(shape: .cross, color: .black, edgeColor: .black.opacity(0))
            marks.append(PointMark(missed, marker: cross))
            entries.append(Legend.Entry("misclassified", symbol: Legend.Symbol(marker: cross)))
        }
        self.init(
            size: size, title: title, subtitle: subtitle,
            axes: Axes(
                xLimits: surface.limits.minX...surface.limits.maxX, yLimits: surface.limits.minY...surface.limits.maxY,
                xTitle: dataset.featureNames[0], yTitle: dataset.featureNames[1], background: palette[0].tint,
                marks: marks, legend: Legend(entries)))
    }

    /// "Decision Boundary for hidden layer size 3", or "sizes 8×4" for stacked layers.
    public static func title(for network: NeuralNetwork) -> String {
        let hidden = network.shape.hidden
        return switch hidden.count {
        case 0: "Decision Boundary without hidden layers"
        case 1: "Decision Boundary for hidden layer size \(hidden[0])"
        default: "Decision Boundary for hidden layer sizes \(hidden.map(String.init).joined(separator: "×"))"
        }
    }

    /// "accuracy 98.0 % · cost 0.1342 · λ 0.001", and a word where the training did not converge.
    static func subtitle(_ report: TrainingReport, lambda: Double) -> String {
        var parts = [
            "accuracy \(DecimalText.percent(report.accuracy))",
            "cost \(DecimalText.fixed(report.cost, decimals: 4))",
            "λ \(DecimalText.shortest(lambda))",
        ]
        if report.termination != .converged { parts.append(report.iterations == 0 ? "untrained" : "not converged") }
        return parts.joined(separator: " · ")
    }
}
