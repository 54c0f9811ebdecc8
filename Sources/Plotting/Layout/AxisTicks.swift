/// The ticks of one axis with their labels, as many as its length has room for.
struct AxisTicks {
    /// In data units, ascending.
    let values: [Double]
    /// One for each value; an empty text where a given tick has lost its label.
    let labels: [TextLine]
    /// What the labels leave out, for the axis title.
    let remark: String
    /// Whether a tick may stay without its label.
    private let areGiven: Bool

    /// No axis has more bins than this, however long it is.
    static let greatestBinCount = 10

    /// How near given labels may come to each other, as a share of the gap between round numbers: they are mostly
    /// short, and none is missed easily.
    static let givenGapShare = 0.3

    static let none = AxisTicks(values: [], labels: [])

    private init(values: [Double], labels: [TextLine], remark: String = "", areGiven: Bool = false) {
        self.values = values
        self.labels = labels
        self.remark = remark
        self.areGiven = areGiven
    }

    /// As many ticks as have labels that keep their distance.
    ///
    /// - Parameters:
    ///   - scale: from data units to points along the axis, ascending.
    ///   - gap: what neighbouring labels keep between each other, in points.
    ///   - tickGap: what a given tick without a label keeps from more important ones, in points, so that they do not
    ///     merge; where it cannot, it is left out.
    ///   - room: how much of the axis a label takes.
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

    /// The greatest bin count whose labels keep `gap` between each other; no ticks where even one bin is too many.
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

    /// The ticks within the limits, each with its label where that keeps `gap` from every more important one, or without
    /// where it keeps `tickGap`.
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
    /// The ticks whose labels `isKept` says yes to; of given ones the others stay without their labels.
    func filtered(_ isKept: (Double, TextLine) -> Bool) -> AxisTicks {
        let kept = values.indices.filter { areGiven || isKept(values[$0], labels[$0]) }
        return AxisTicks(
            values: kept.map { values[$0] },
            labels: kept.map { isKept(values[$0], labels[$0]) ? labels[$0] : labels[$0].emptied },
            remark: remark, areGiven: areGiven)
    }

    /// The ticks with `label` at each, such as an empty one where the numbers stand elsewhere.
    func labelled(_ label: TextLine) -> AxisTicks {
        AxisTicks(values: values, labels: values.map { _ in label }, remark: remark)
    }
}
