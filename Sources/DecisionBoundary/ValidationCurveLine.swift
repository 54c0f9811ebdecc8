import Geometry
import Plotting

/// How one series of a validation curve is drawn.
struct ValidationCurveLine {
    let series: ValidationCurve.Series
    private let curve: ValidationCurve
    private let color: Color
    private let bandOpacity: Double
    /// Of the inside of hollow points.
    private let coreColor: Color
    /// The indices of neighbouring sizes that have a value; between the runs are gaps.
    private let runs: [[Int]]

    init(
        _ series: ValidationCurve.Series, of curve: ValidationCurve, color: Color, bandOpacity: Double, coreColor: Color
    ) {
        self.series = series
        self.curve = curve
        self.color = color
        self.bandOpacity = bandOpacity
        self.coreColor = coreColor
        runs = series.values.indices.split { !series.values[$0].isFinite }.map(Array.init)
    }

    /// In data units of the axes.
    func point(_ index: Int) -> Point { point(index, value: series.values[index]) }

    private func point(_ index: Int, value: Double) -> Point {
        Point(x: curve.sizes.position(index), y: curve.measure.shown(value))
    }

    private var marker: Marker {
        Marker(shape: .circle, color: color, coreColor: series.isHeldOut ? coreColor : nil)
    }

    /// What marks the best size.
    var star: Marker { Marker(shape: .star, color: color) }

    /// The training part's line is the broader one, so that both are seen where they coincide.
    private var widthFactor: Double { series.isHeldOut ? 1.1 : 1.9 }

    var lineMark: LineMark {
        LineMark(
            strips: runs.filter { $0.count > 1 }.map { Polyline($0.map(point)) }, color: color,
            widthFactor: widthFactor)
    }

    /// All points, or those that no line goes through.
    func pointMark(hasPoints: Bool) -> PointMark {
        PointMark(runs.filter { hasPoints || $0.count == 1 }.joined().map(point), marker: marker)
    }

    /// Values ± one deviation, no lower than 0; a narrow bar where there is no neighbour.
    var bands: [BandMark] {
        guard series.deviations != nil else { return [] }
        return runs.map { run in
            let upper = run.map { point($0, value: series.values[$0] + series.deviation($0)) }
            let lower = run.map { point($0, value: max(0, series.values[$0] - series.deviation($0))) }
            let sides = run.count > 1 ? [0] : [-1.0, 1]
            func widened(_ points: [Point]) -> [Point] {
                points.flatMap { point in
                    sides.map { side in
                        let x = curve.sizes.areListed ? point.x + 0.05 * side : point.x * (1 + 0.03 * side)
                        return Point(x: x, y: point.y)
                    }
                }
            }
            return BandMark(lower: widened(lower), upper: widened(upper), color: color.opacity(bandOpacity))
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
