/// The ticks of one axis with their labels, as many as its length has room for.
struct AxisTicks {
    /// Values in data units, ascending.
    let values: [Double]
    /// A label for each value; empty for a given tick without room for its label.
    let labels: [TextLine]
    /// Power and offset that the labels leave out, for the axis title; empty if none.
    let remark: String
    /// True for given ticks, which stay without their labels.
    private let areGiven: Bool

    /// Greatest number of bins of any axis, however long it is.
    static let greatestBinCount = 10

    /// Least gap between given labels as a share of that between round numbers: they are mostly short, and a missing
    /// one is noticed.
    static let givenGapShare = 0.3

    static let none = AxisTicks(values: [], labels: [])

    private init(values: [Double], labels: [TextLine], remark: String = "", areGiven: Bool = false) {
        self.values = values
        self.labels = labels
        self.remark = remark
        self.areGiven = areGiven
    }

    /// Returns as many ticks as have labels that keep their distance.
    ///
    /// - Parameters:
    ///   - scale: from data units to points along the axis, ascending.
    ///   - gap: least gap between neighbouring labels, in points.
    ///   - tickGap: least distance of a given tick without a label from more important ones, in points; closer ones are
    ///     left out so that ticks do not merge.
    ///   - room: length of the axis that a label takes.
    static func fitting(
        _ ticks: Axes.Ticks, on scale: AxisScale, gap: Double, tickGap: Double = 0, room: (TextLine) -> Double,
        line: (String) -> TextLine
    ) -> AxisTicks {
        if case .given(let ticks) = ticks {
            return given(ticks, on: scale, gap: givenGapShare * gap, tickGap: tickGap, room: room, line: line)
        }
        let choices = scale.kind == .logarithmic ? LogarithmicTickLocator(range: scale.domain).choices : []
        if choices.isEmpty { return roundNumbers(on: scale, gap: gap, room: room, line: line) }
        for ticks in choices {
            let values = ticks.map { $0.values[0] }
            let lines = ticks.map { line(TickLabels.short($0.multiples[0], exponent: $0.exponent)) }
            if keepGap(lines, at: values, on: scale, gap: gap, room: room) {
                return AxisTicks(values: values, labels: lines)
            }
        }
        return .none
    }

    /// Returns the ticks of the greatest bin count whose labels keep `gap`; no ticks if even one bin is too many.
    private static func roundNumbers(
        on scale: AxisScale, gap: Double, room: (TextLine) -> Double, line: (String) -> TextLine
    ) -> AxisTicks {
        for binCount in (1...greatestBinCount).reversed() {
            let ticks = TickLocator(maximumBinCount: binCount).ticks(in: scale.domain)
            let labels = TickLabels(for: ticks)
            let lines = labels.texts.map(line)
            if keepGap(lines, at: ticks.values, on: scale, gap: gap, room: room) {
                return AxisTicks(values: ticks.values, labels: lines, remark: labels.remark)
            }
        }
        return .none
    }

    private static func keepGap(
        _ labels: [TextLine], at values: [Double], on scale: AxisScale, gap: Double, room: (TextLine) -> Double
    ) -> Bool {
        values.indices.dropLast().allSatisfy { index in
            let distance = scale(values[index + 1]) - scale(values[index])
            return distance - (room(labels[index]) + room(labels[index + 1])) / 2 >= gap
        }
    }

    /// Returns the ticks within the limits. Each keeps its label if that keeps `gap` from every more important one;
    /// without a label it stays if it keeps `tickGap`.
    private static func given(
        _ ticks: [Axes.Tick], on scale: AxisScale, gap: Double, tickGap: Double, room: (TextLine) -> Double,
        line: (String) -> TextLine
    ) -> AxisTicks {
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

extension AxisTicks {
    /// Returns the ticks whose labels satisfy `isKept`; given ticks stay, but lose the other labels.
    func filtered(_ isKept: (Double, TextLine) -> Bool) -> AxisTicks {
        let kept = values.indices.filter { areGiven || isKept(values[$0], labels[$0]) }
        return AxisTicks(
            values: kept.map { values[$0] },
            labels: kept.map { isKept(values[$0], labels[$0]) ? labels[$0] : labels[$0].emptied },
            remark: remark, areGiven: areGiven)
    }

    /// Returns the ticks with `label` at each, such as an empty one if a neighbour has the numbers.
    func labelled(_ label: TextLine) -> AxisTicks {
        AxisTicks(values: values, labels: values.map { _ in label }, remark: remark)
    }
}
