import ElementaryFunctions
import Geometry
public import Plotting

/// The costs of a network at every iteration of its training, as axes.
///
/// Iteration i is at log(1 + i), so that the first iterations, which change the most, have room. The axis of costs is
/// logarithmic too if they differ by more than a factor of 10, so that the late ones, in which over-fitting shows, have
/// room.
public struct TrainingCurve: Hashable, Sendable {
    /// The training cost at iterations 0, 1, …; one or more.
    public let costs: [Double]
    /// The cost on the held-out points at the same iterations; empty if no points are held out.
    public let testCosts: [Double]

    /// - Precondition: there is a cost, and as many test costs or none.
    public init(costs: [Double], testCosts: [Double] = []) {
        precondition(!costs.isEmpty && (testCosts.isEmpty || testCosts.count == costs.count), "costs have iterations")
        self.costs = costs
        self.testCosts = testCosts
    }

    /// The number of iterations.
    public var lastIteration: Int { costs.count - 1 }

    /// The iteration with the lowest finite test cost, the first on a tie; nil without held-out points.
    public var bestIteration: Int? {
        testCosts.indices.filter { testCosts[$0].isFinite }.min { testCosts[$0] < testCosts[$1] }
    }

    /// The place of an iteration on the logarithmic axis.
    static func position(_ iteration: Int) -> Double { Double(iteration + 1) }

    /// The least and the greatest cost that can be drawn on a logarithmic axis.
    private var range: (least: Double, greatest: Double)? {
        let drawn = (costs + testCosts).filter { $0.isFinite && $0 > 0 }
        guard let least = drawn.min(), let greatest = drawn.max() else { return nil }
        return (least, greatest)
    }

    var yScale: AxisScale.Kind {
        guard let range, range.greatest > 10 * range.least else { return .linear }
        return .logarithmic
    }

    var limits: Rectangle {
        let last = max(2, Self.position(lastIteration))
        let xRoom = Double.exp(0.02 * .log(last))
        let (minX, maxX) = (1 / xRoom, last * xRoom)
        if yScale == .logarithmic, let range {
            let room = Double.exp(0.06 * .log(range.greatest / range.least))
            return Rectangle(minX: minX, minY: range.least / room, maxX: maxX, maxY: range.greatest * room)
        }
        let height = range.map { 1.08 * $0.greatest } ?? 1
        return Rectangle(minX: minX, minY: -0.03 * height, maxX: maxX, maxY: height)
    }

    /// The last iteration, 0, the powers of ten, and their triples.
    var ticks: Axes.Ticks {
        var iterations = [lastIteration, 0]
        var decades: [Int] = []
        var power = 1
        while power < lastIteration {
            decades.append(power)
            power *= 10
        }
        iterations += decades.dropFirst() + decades.prefix(1) + decades.map { 3 * $0 }
        var seen: Set<Int> = []
        return .given(
            iterations.filter { $0 <= lastIteration && seen.insert($0).inserted }
                .map { Axes.Tick(Self.position($0), label: "\($0)") })
    }

    /// Returns one of the series up to an iteration as lines, with gaps where it cannot be drawn.
    ///
    /// Of the iterations that share a 400th of the axis, those with the least and the greatest value are kept.
    func lines(_ values: [Double], through range: ClosedRange<Int>) -> [Polyline] {
        let isLogarithmic = yScale == .logarithmic
        func isDrawn(_ value: Double) -> Bool { value.isFinite && (!isLogarithmic || value > 0) }
        let scale = 400 / max(Double.log(Self.position(lastIteration)), 1e-9)
        var kept: [Int] = []
        var bin = range.lowerBound...range.lowerBound
        func close() {
            let inside = bin.filter { isDrawn(values[$0]) }
            let extremes = [
                inside.min { values[$0] < values[$1] }, inside.max { values[$0] < values[$1] },
            ].compactMap(\.self)
            kept += Set([bin.lowerBound, bin.upperBound] + extremes).sorted()
        }
        func place(_ iteration: Int) -> Int { Int(scale * .log(Self.position(iteration))) }
        for iteration in range.dropFirst() {
            if place(iteration) == place(bin.lowerBound) {
                bin = bin.lowerBound...iteration
            } else {
                close()
                bin = iteration...iteration
            }
        }
        close()
        return kept.split { !isDrawn(values[$0]) }.map { run in
            Polyline(run.map { Point(x: Self.position($0), y: values[$0]) })
        }
    }
}

/// One of the series, with its look.
private struct TrainingCurveSeries {
    let name: String
    let values: [Double]
    let color: Color
    let widthFactor: Double

    static func all(of curve: TrainingCurve, _ colors: CurveColors) -> [TrainingCurveSeries] {
        let training = TrainingCurveSeries(
            name: "training cost", values: curve.costs, color: colors.training, widthFactor: 1.9)
        let test = TrainingCurveSeries(
            name: "test cost", values: curve.testCosts, color: colors.line(heldOutIndex: 0), widthFactor: 1.1)
        return curve.testCosts.isEmpty ? [training] : [training, test]
    }

    func mark(_ strips: [Polyline], opacity: Double = 1) -> LineMark {
        LineMark(
            strips: strips.filter { $0.points.count > 1 }, color: color.opacity(opacity), widthFactor: widthFactor,
            isGuide: true)
    }

    func point(_ iteration: Int, shape: MarkerShape = .circle) -> PointMark {
        let point = Point(x: TrainingCurve.position(iteration), y: values[iteration])
        return PointMark(point.y.isFinite ? [point] : [], marker: Marker(shape: shape, color: color))
    }

    var entry: Legend.Entry {
        Legend.Entry(name, symbol: Legend.Symbol(line: color, lineWidthFactor: widthFactor))
    }
}

extension Axes {
    /// Draws the costs up to an iteration strongly, with a point there, and all of them faintly: the footer of a
    /// frame of a film.
    public init(of curve: TrainingCurve, upTo iteration: Int, theme: Theme = .light) {
        let series = TrainingCurveSeries.all(of: curve, CurveColors(on: theme.ground))
        // The faint lines, the same in every frame, keep the legend in one corner.
        var marks: [any Mark] = series.map { series in
            var mark = series.mark(curve.lines(series.values, through: 0...curve.lastIteration), opacity: 0.3)
            mark.isGuide = false
            return mark
        }
        marks += series.map { $0.mark(curve.lines($0.values, through: 0...iteration)) } as [any Mark]
        marks += series.map { $0.point(iteration) } as [any Mark]
        self.init(of: curve, marks: marks, legend: Legend(series.map(\.entry), place: .inside), theme: theme)
    }

    /// Draws the costs of all iterations, with a star and a vertical line at the lowest test cost.
    public init(of curve: TrainingCurve, theme: Theme = .light) {
        let colors = CurveColors(on: theme.ground)
        let series = TrainingCurveSeries.all(of: curve, colors)
        var marks: [any Mark] = []
        var entries = series.map(\.entry)
        let limits = curve.limits
        if let best = curve.bestIteration {
            let x = TrainingCurve.position(best)
            let upright = Polyline([Point(x: x, y: limits.minY), Point(x: x, y: limits.maxY)])
            marks.append(LineMark(strips: [upright], color: colors.guide, widthFactor: 0.6, isGuide: true))
            let value = ValidationCurve.Measure.cost.text(curve.testCosts[best])
            entries.append(
                Legend.Entry(
                    "lowest test cost: \(value)",
                    symbol: Legend.Symbol(marker: Marker(shape: .star, color: series[1].color))))
        }
        marks +=
            series.map { series in
                var mark = series.mark(curve.lines(series.values, through: 0...curve.lastIteration))
                mark.isGuide = false
                return mark
            } as [any Mark]
        if let best = curve.bestIteration { marks.append(series[1].point(best, shape: .star)) }
        if curve.lastIteration == 0 { marks += series.map { $0.point(0) } as [any Mark] }
        self.init(of: curve, marks: marks, legend: Legend(entries), theme: theme)
    }

    private init(of curve: TrainingCurve, marks: [any Mark], legend: Legend, theme: Theme) {
        let limits = curve.limits
        self.init(
            xLimits: limits.minX...limits.maxX, yLimits: limits.minY...limits.maxY, xScale: .logarithmic,
            yScale: curve.yScale,
            xTicks: curve.ticks, xTitle: "iteration", yTitle: "cost", background: theme.pageColor, marks: marks,
            legend: legend)
    }
}
