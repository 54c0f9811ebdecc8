import ElementaryFunctions
public import Geometry
import Plotting

extension ValidationCurve {
    /// Returns limits that show all of `curves`: x in the unit of the axis, y in per cent for errors. They begin a little below
    /// 0, so that points at 0 are complete.
    ///
    /// - Precondition: there is at least one curve, and all have the same measure and comparable axes.
    public static func limits(of curves: [ValidationCurve]) -> Rectangle {
        precondition(Set(curves.map(\.measure)).count == 1, "curves that share limits have one measure")
        precondition(
            curves.allSatisfy { $0.axis.isComparable(to: curves[0].axis) },
            "curves that share limits have networks that share an axis")
        let positions = curves.flatMap { curve in (0..<curve.axis.count).map { curve.axis.position($0) } }
        let (first, last) = (positions.min() ?? 1, positions.max() ?? 1)
        let ends: (Double, Double)
        if curves[0].axis.scale == .linear {
            let room = first == last ? 0.5 : 0.05 * (last - first)
            ends = (first - room, last + room)
        } else {
            let room: Double = first == last ? 2 : .exp(0.05 * .log(last / first))
            ends = (first / room, last * room)
        }
        let tops = curves.flatMap { curve in curve.series.flatMap { curve.tops(of: $0) } }
        let greatest = tops.max() ?? 0
        let height = greatest > 0 ? 1.08 * greatest : curves[0].measure.shown(0.05)
        return Rectangle(minX: ends.0, minY: -0.03 * height, maxX: ends.1, maxY: height)
    }

    /// Returns the finite values of a series plus one deviation, and the upper ends of its intervals, in the displayed
    /// unit.
    private func tops(of series: Series) -> [Double] {
        (series.values.indices.map { series.values[$0] + series.deviation($0) }
            + (series.intervals ?? []).map(\.upperBound)).filter(\.isFinite).map(measure.shown)
    }
}
