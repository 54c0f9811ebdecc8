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
    /// thousandth of the greatest, and none as more than one and a half times the median, so that a few bad networks do
    /// not take the contrast from the good ones. Tiles beyond keep their number, and the colour bar has "≥" at its end.
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
            marks: [TileMark(columnCount: sizes.count, tiles: tiles)], colorBar: range.colorBar(colors, of: measure))
    }
}

/// A range of values of 0 or greater, on a logarithmic scale.
private struct LogarithmicRange {
    private let least: Double
    private let greatest: Double
    /// Labels of the ends.
    private let isFloored: Bool
    private let isCapped: Bool
    private let hasZero: Bool

    /// Greatest value of the range, as a multiple of the median.
    private static let capFactor = 1.5

    init(of values: [Double]) {
        let sorted = values.sorted()
        let greatest = sorted.last ?? 0
        let median = sorted.isEmpty ? 0 : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        let leastAboveZero = sorted.first { $0 > 0 } ?? 0
        let cap = Self.capFactor * median
        // If half of the values are 0, all others differ from them.
        isCapped = cap < greatest && cap > leastAboveZero
        self.greatest = isCapped ? cap : greatest
        hasZero = sorted.first == 0
        let least = hasZero ? leastAboveZero / 2 : leastAboveZero
        isFloored = least < self.greatest / 1000
        self.least = max(least, self.greatest / 1000)
    }

    /// Returns a bar with both ends and round values between; nil if all values are equal.
    func colorBar(_ colors: ColorMap, of measure: ValidationCurve.Measure) -> ColorBar? {
        // Halves of the least numbers there are may be 0.
        guard greatest > least, least > 0 else { return nil }
        let ends = [
            Axes.Tick(1, label: (isCapped ? "≥ " : "") + measure.text(greatest)),
            Axes.Tick(0, label: hasZero ? "0" : (isFloored ? "≤ " : "") + measure.text(least)),
        ]
        let unit = measure.shown(1)
        let limits = unit * least...unit * greatest
        var round: [(value: Double, label: String)] = []
        if let ticks = LogarithmicTickLocator(range: limits).choices.first {
            round = ticks.map { ($0.values[0], TickLabels.short($0.multiples[0], exponent: $0.exponent)) }
        } else {
            // Too short for powers of ten, and nearly linear.
            let ticks = TickLocator(maximumBinCount: 4).ticks(in: limits)
            round = zip(ticks.values, TickLabels(for: ticks).texts).map { ($0, $1) }
        }
        return ColorBar(of: colors, ticks: ends + round.map { Axes.Tick(share(of: $0.value / unit), label: $0.label) })
    }

    /// Returns 0 for the least value, 1 for the greatest; 0 if all values are equal.
    func share(of value: Double) -> Double {
        guard greatest > least else { return 0 }
        return .log(max(value, least) / least) / .log(greatest / least)
    }
}
