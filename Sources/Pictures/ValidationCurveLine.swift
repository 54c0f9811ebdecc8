import Geometry
import Plotting

/// The marks of one series of a validation curve.
struct ValidationCurveLine {
    let series: ValidationCurve.Series
    private let curve: ValidationCurve
    private let color: Color
    private let shape: MarkerShape
    private let bandOpacity: Double
    /// The inside of hollow points.
    private let coreColor: Color
    /// Runs of neighbouring places with finite values; gaps lie between runs.
    private let runs: [[Int]]

    init(
        _ series: ValidationCurve.Series, of curve: ValidationCurve, color: Color, shape: MarkerShape = .circle,
        bandOpacity: Double, coreColor: Color
    ) {
        self.series = series
        self.curve = curve
        self.color = color
        self.shape = shape
        self.bandOpacity = bandOpacity
        self.coreColor = coreColor
        runs = series.values.indices.split { !series.values[$0].isFinite }.map(Array.init)
    }

    /// Returns a point in data units of the axes.
    func point(_ index: Int) -> Point { point(index, value: series.values[index]) }

    private func point(_ index: Int, value: Double) -> Point {
        Point(x: curve.axis.position(index), y: curve.measure.shown(value))
    }

    private var marker: Marker {
        Marker(shape: shape, color: color, coreColor: series.isHeldOut ? coreColor : nil)
    }

    /// The marker of the best place.
    var star: Marker { Marker(shape: .star, color: color) }

    /// The training line is broader, so that both lines are visible where they coincide.
    private var widthFactor: Double { series.isHeldOut ? 1.1 : 1.9 }

    var lineMark: LineMark {
        LineMark(
            strips: runs.filter { $0.count > 1 }.map { Polyline($0.map(point)) }, color: color,
            widthFactor: widthFactor)
    }

    /// Returns the points; only those outside of lines unless `hasPoints`.
    func pointMark(hasPoints: Bool) -> PointMark {
        PointMark(runs.filter { hasPoints || $0.count == 1 }.joined().map(point), marker: marker)
    }

    /// Values ± one deviation, at least 0; a narrow bar for a single point.
    var bands: [BandMark] {
        guard series.deviations != nil else { return [] }
        return runs.map { run in
            let upper = run.map { point($0, value: series.values[$0] + series.deviation($0)) }
            let lower = run.map { point($0, value: max(0, series.values[$0] - series.deviation($0))) }
            let sides = run.count > 1 ? [0] : [-1.0, 1]
            func widened(_ points: [Point]) -> [Point] {
                points.flatMap { point in
                    sides.map { Point(x: curve.axis.position(point.x, besides: $0), y: point.y) }
                }
            }
            return BandMark(lower: widened(lower), upper: widened(upper), color: color.opacity(bandOpacity))
        }
    }

    /// Returns vertical bars over the intervals of the sizes at `indices`, with caps; nil without intervals.
    ///
    /// - Parameter caps: returns the x of the left and right end of a cap in the middle of `x`, in data units.
    func bars(at indices: [Int], caps: (_ x: Double) -> [Double]) -> LineMark? {
        guard let intervals = series.intervals else { return nil }
        let strips = indices.filter { series.values[$0].isFinite }.flatMap { index in
            let ends = [intervals[index].lowerBound, intervals[index].upperBound].map { point(index, value: $0) }
            return [Polyline(ends)] + ends.map { end in Polyline(caps(end.x).map { Point(x: $0, y: end.y) }) }
        }
        return LineMark(strips: strips, color: barColor, widthFactor: Self.barWidthFactor)
    }

    private static let barWidthFactor = 0.5
    private var barColor: Color { color.opacity(0.6) }

    /// The legend's entry for the bars.
    var barEntry: Legend.Entry? {
        series.intervals.map { _ in
            Legend.Entry(
                "\(series.name): 95 % interval",
                symbol: Legend.Symbol(line: barColor, lineWidthFactor: Self.barWidthFactor))
        }
    }

    func entry(hasPoints: Bool) -> Legend.Entry {
        let hasLine = runs.contains { $0.count > 1 }
        return Legend.Entry(
            series.name,
            symbol: Legend.Symbol(
                area: series.deviations.map { _ in color.opacity(bandOpacity) }, line: hasLine ? color : nil,
                lineWidthFactor: widthFactor, marker: hasPoints || !hasLine ? marker : nil))
    }
}
