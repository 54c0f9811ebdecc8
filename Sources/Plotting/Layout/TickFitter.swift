/// Chooses as many ticks of an axis as have labels that keep their distance.
struct TickFitter {
    /// From data units to points along the axis, ascending.
    let scale: AxisScale
    /// Least gap between neighbouring labels, in points.
    let gap: Double
    /// Least distance of a given tick without a label from more important ones, in points; closer ones are left out so
    /// that ticks do not merge.
    let tickGap: Double
    /// Length of the axis that a label takes.
    let room: (TextLine) -> Double
    /// Measures a label.
    let line: (String) -> TextLine

    /// Greatest number of bins of any axis, however long it is.
    private static let greatestBinCount = 10
    /// Least gap between given labels as a share of that between round numbers: they are mostly short, and a missing one
    /// is noticed.
    private static let givenGapShare = 0.3

    /// Returns the ticks that fit the axis.
    func fitting(_ ticks: Axes.Ticks) -> AxisTicks {
        if case .given(let ticks) = ticks { return given(ticks) }
        let choices = scale.kind == .logarithmic ? LogarithmicTickLocator(range: scale.domain).choices : []
        if choices.isEmpty { return roundNumbers() }
        for ticks in choices {
            let values = ticks.map { $0.values[0] }
            let lines = ticks.map { line(TickLabels.short($0.multiples[0], exponent: $0.exponent)) }
            if keepGap(lines, at: values) { return AxisTicks(values: values, labels: lines) }
        }
        return .none
    }

    /// Returns the ticks of the greatest bin count whose labels keep `gap`; no ticks if even one bin is too many.
    private func roundNumbers() -> AxisTicks {
        for binCount in (1...TickFitter.greatestBinCount).reversed() {
            let ticks = TickLocator(maximumBinCount: binCount).ticks(in: scale.domain)
            let labels = TickLabels(for: ticks)
            let lines = labels.texts.map(line)
            if keepGap(lines, at: ticks.values) {
                return AxisTicks(values: ticks.values, labels: lines, remark: labels.remark)
            }
        }
        return .none
    }

    private func keepGap(_ labels: [TextLine], at values: [Double]) -> Bool {
        values.indices.dropLast().allSatisfy { index in
            let distance = scale(values[index + 1]) - scale(values[index])
            return distance - (room(labels[index]) + room(labels[index + 1])) / 2 >= gap
        }
    }

    /// Returns the ticks within the limits. Each keeps its label if that keeps its gap from every more important one;
    /// without a label it stays if it keeps `tickGap`.
    private func given(_ ticks: [Axes.Tick]) -> AxisTicks {
        let gap = TickFitter.givenGapShare * gap
        var kept: [(value: Double, label: TextLine)] = []
        for tick in ticks where scale.domain.contains(tick.value) {
            let label = line(tick.label.singleLine)
            let hasRoom = kept.allSatisfy { other in
                other.label.text.isEmpty
                    || abs(scale(tick.value) - scale(other.value)) - (room(label) + room(other.label)) / 2 >= gap
            }
            if hasRoom && !label.text.isEmpty {
                kept.append((tick.value, label))
            } else if kept.allSatisfy({ abs(scale(tick.value) - scale($0.value)) >= tickGap }) {
                kept.append((tick.value, line("")))
            }
        }
        kept.sort { $0.value < $1.value }
        return AxisTicks(values: kept.map(\.value), labels: kept.map(\.label), areGiven: true)
    }
}
