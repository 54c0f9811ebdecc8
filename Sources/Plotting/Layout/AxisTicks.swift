/// The ticks of one axis with their labels, as many as its length has room for.
struct AxisTicks {
    /// In data units, ascending.
    let values: [Double]
    /// One for each value.
    let labels: [TextLine]
    /// What the labels leave out, for the axis title.
    let remark: String

    /// No axis has more bins than this, however long it is.
    static let greatestBinCount = 10

    static let none = AxisTicks(values: [], labels: [], remark: "")

    /// The greatest bin count whose labels keep `gap` between each other; no ticks where even one bin is too many.
    ///
    /// - Parameters:
    ///   - length: of the axis on the page, in points.
    ///   - room: how much of the axis a label takes.
    static func fitting(
        _ range: ClosedRange<Double>, length: Double, gap: Double, room: (TextLine) -> Double,
        line: (String) -> TextLine
    ) -> AxisTicks {
        let scale = LinearScale(domain: range, start: 0, end: length)
        for binCount in (1...greatestBinCount).reversed() {
            let ticks = TickLocator(maximumBinCount: binCount).ticks(in: range)
            let labels = TickLabels(for: ticks)
            let lines = labels.texts.map(line)
            let values = ticks.values
            let keepsGap = values.indices.dropLast().allSatisfy { index in
                let distance = scale(values[index + 1]) - scale(values[index])
                return distance - (room(lines[index]) + room(lines[index + 1])) / 2 >= gap
            }
            if keepsGap {
                return AxisTicks(values: values, labels: lines, remark: labels.remark)
            }
        }
        return .none
    }
}

extension AxisTicks {
    /// The ticks that `isKept` says yes to.
    func filtered(_ isKept: (Double, TextLine) -> Bool) -> AxisTicks {
        let kept = values.indices.filter { isKept(values[$0], labels[$0]) }
        return AxisTicks(values: kept.map { values[$0] }, labels: kept.map { labels[$0] }, remark: remark)
    }

    /// The ticks with `label` at each, such as an empty one where the numbers stand elsewhere.
    func labelled(_ label: TextLine) -> AxisTicks {
        AxisTicks(values: values, labels: values.map { _ in label }, remark: remark)
    }
}
