import ElementaryFunctions
import Files
public import Plotting

extension Axes {
    /// Returns a table of held-out values: a column per size, a row per λ with λ increasing upwards, and each value
    /// written in its tile.
    ///
    /// Colours follow the logarithm of the values. Costs differ by orders of magnitude; so small costs stay
    /// distinguishable, and equal ratios have equal contrast. Ranks would give near ties as much contrast as the best
    /// and the worst value. A value of 0 counts as half of the least positive value; no value counts as less than a
    /// thousandth of the greatest.
    ///
    /// - Parameters:
    ///   - sizes: the networks.
    ///   - lambdas: ascending.
    ///   - values: values of 0 or greater, one row per λ, one column per size; values that are not finite are drawn as
    ///     missing.
    ///   - measure: the quantity of the values.
    ///   - winner: row and column of the framed tile; optional.
    ///   - colors: from the lowest value to the highest; low values are close to the theme's background.
    ///   - theme: the theme of the page.
    /// - Precondition: there is at least one λ, and a value for each pair.
    public static func heatMap(
        sizes: HiddenSizes, lambdas: [Double], values: [[Double]], measure: ValidationCurve.Measure,
        winner: (row: Int, column: Int)?, colors: ColorMap, theme: Theme = .light
    ) -> Axes {
        precondition(!lambdas.isEmpty, "a heat map has a λ")
        precondition(
            values.count == lambdas.count && values.allSatisfy { $0.count == sizes.count },
            "a heat map has a value for each λ and size")
        let range = LogarithmicRange(of: values.joined().filter(\.isFinite))
        let tiles = values.indices.flatMap { row in
            (0..<sizes.count).map { column in
                let value = values[row][column]
                var tile =
                    value.isFinite
                    ? TileMark.Tile(color: colors(range.share(of: value)), text: measure.text(value))
                    : .missing(on: theme.ground)
                tile.isFramed = winner.map { $0 == (row, column) } ?? false
                return tile
            }
        }
        // The winner's λ ranks first, then the others from both ends inwards.
        func rank(_ row: Int) -> Int { row == winner?.row ? -1 : min(row, lambdas.count - 1 - row) }
        let rows = lambdas.indices.sorted { (rank($0), $0) < (rank($1), $1) }
        return Axes(
            xLimits: -0.5...(Double(sizes.count) - 0.5), yLimits: -0.5...(Double(lambdas.count) - 0.5),
            xTicks: HiddenSizeTicks.ranked(sizes, bestIndex: winner?.column) { Double($0) },
            yTicks: .given(rows.map { Axes.Tick(Double($0), label: DecimalText.shortest(lambdas[$0])) }),
            xTitle: "hidden units", yTitle: "λ", background: theme.pageColor,
            marks: [TileMark(columnCount: sizes.count, tiles: tiles)])
    }
}

/// A range of values of 0 or greater, on a logarithmic scale.
private struct LogarithmicRange {
    private let least: Double
    private let greatest: Double

    init(of values: [Double]) {
        greatest = values.max() ?? 0
        let leastAboveZero = values.filter { $0 > 0 }.min() ?? 0
        let least = values.contains(0) ? leastAboveZero / 2 : leastAboveZero
        self.least = max(least, greatest / 1000)
    }

    /// Returns 0 for the least value, 1 for the greatest; 0 if all values are equal.
    func share(of value: Double) -> Double {
        guard greatest > least else { return 0 }
        return .log(max(value, least) / least) / .log(greatest / least)
    }
}
