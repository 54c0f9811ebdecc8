import ElementaryFunctions
import Files
public import Plotting

extension Axes {
    /// A table of held-out values for every size and λ: columns are sizes, rows λ upwards, each tile with its value
    /// written in it.
    ///
    /// Colours go with the logarithm of the values. Costs, which differ by orders of magnitude, then still show their
    /// differences where they are low, and equal ratios look equally large: over-fitting stands out as what it is, a
    /// multiple. (Ranks would paint near ties as far apart as the best and the worst.) Values of 0, which have no
    /// logarithm, count as half of the least other one; none counts as less than a thousandth of the greatest.
    ///
    /// - Parameters:
    ///   - sizes: the networks.
    ///   - lambdas: ascending.
    ///   - values: of 0 or more, one row for each λ with one value for each size; a value that is not finite is drawn
    ///     as missing.
    ///   - measure: what the values are.
    ///   - winner: the row and the column of the tile that is framed; none where nil.
    ///   - colors: from the lowest value to the highest; near to the theme's ground for low ones.
    ///   - theme: that of the page.
    /// - Precondition: there is a λ, and a value for each pair.
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
        // The winner's λ is the most important, then from both ends inwards.
        func rank(_ row: Int) -> Int { row == winner?.row ? -1 : min(row, lambdas.count - 1 - row) }
        let rows = lambdas.indices.sorted { (rank($0), $0) < (rank($1), $1) }
        return Axes(
            xLimits: -0.5...(Double(sizes.count) - 0.5), yLimits: -0.5...(Double(lambdas.count) - 0.5),
            xTicks: HiddenSizeTicks.ranked(sizes, bestIndex: winner?.column) { Double($0) },
            yTicks: .given(rows.map { Axes.Tick(Double($0), label: DecimalText.shortest(lambdas[$0])) }),
            xTitle: "hidden units", yTitle: "λ", background: theme.pageColor,
            marks: [TileMark(columnCount: sizes.count, tiles: tiles)])
    }

    /// The same for networks of one hidden layer each: `HiddenSizes.init(_:)` of `sizes`.
    public static func heatMap(
        sizes: [Int], lambdas: [Double], values: [[Double]], measure: ValidationCurve.Measure,
        winner: (row: Int, column: Int)?, colors: ColorMap, theme: Theme = .light
    ) -> Axes {
        heatMap(
            sizes: HiddenSizes(sizes), lambdas: lambdas, values: values, measure: measure, winner: winner,
            colors: colors, theme: theme)
    }
}

/// Where values of 0 or more lie between the least and the greatest of them, by their logarithms.
private struct LogarithmicRange {
    private let least: Double
    private let greatest: Double

    init(of values: [Double]) {
        greatest = values.max() ?? 0
        let leastAboveZero = values.filter { $0 > 0 }.min() ?? 0
        let least = values.contains(0) ? leastAboveZero / 2 : leastAboveZero
        self.least = max(least, greatest / 1000)
    }

    /// 0 for the least, 1 for the greatest; 0 where all are equal.
    func share(of value: Double) -> Double {
        guard greatest > least else { return 0 }
        return .log(max(value, least) / least) / .log(greatest / least)
    }
}
