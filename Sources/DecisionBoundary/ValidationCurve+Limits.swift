import ElementaryFunctions
public import Geometry

extension ValidationCurve {
    /// The limits of axes that show all of `curves`: x in hidden units, y in per cent for errors; from a little below 0
    /// upwards, so that points on 0 are whole.
    ///
    /// - Precondition: there is a curve, and all have the same measure.
    public static func limits(of curves: [ValidationCurve]) -> Rectangle {
        precondition(Set(curves.map(\.measure)).count == 1, "curves that share limits have one measure")
        let positions = curves.flatMap(\.sizes).map(position(ofSize:))
        let (first, last) = (positions.min() ?? 1, positions.max() ?? 1)
        let room: Double = first == last ? 2 : .exp(0.05 * .log(last / first))
        let tops = curves.flatMap { curve in curve.series.flatMap { curve.tops(of: $0) } }
        let greatest = tops.max() ?? 0
        let height = greatest > 0 ? 1.08 * greatest : curves[0].measure.shown(0.05)
        return Rectangle(minX: first / room, minY: -0.03 * height, maxX: last * room, maxY: height)
    }

    /// Where a size stands on the axis; 0, which has no logarithm, where ½ would.
    static func position(ofSize size: Int) -> Double { max(0.5, Double(size)) }

    /// The finite values of a series with one deviation more, in the unit that is shown.
    private func tops(of series: Series) -> [Double] {
        series.values.indices.map { series.values[$0] + series.deviation($0) }.filter(\.isFinite).map(measure.shown)
    }
}
