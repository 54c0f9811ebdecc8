/// The ticks of one axis with their labels, as many as its length has room for.
struct AxisTicks {
    /// Values in data units, ascending.
    var values: [Double]
    /// A label for each value; empty for a given tick without room for its label.
    var labels: [TextLine]
    /// Power and offset that the labels leave out, for the axis title; empty if none.
    var remark = ""
    /// True for given ticks, which stay without their labels.
    var areGiven = false

    static let none = AxisTicks(values: [], labels: [])

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
