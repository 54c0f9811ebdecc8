/// A pair of axes and what is drawn between them.
public struct Axes: Sendable {
    /// In data units; finite, more than one value.
    public var xLimits: ClosedRange<Double>
    /// In data units, growing upwards; finite, more than one value.
    public var yLimits: ClosedRange<Double>
    /// Written below the x axis; nothing where empty.
    public var xTitle: String
    /// Written along the y axis, upwards; nothing where empty.
    public var yTitle: String
    /// Fills the whole plot rectangle beneath the marks.
    public var background: Color
    /// In drawing order.
    public var marks: [any Mark]
    /// What explains the marks.
    public var legend: Legend

    /// Axes from their parts.
    public init(
        xLimits: ClosedRange<Double>, yLimits: ClosedRange<Double>, xTitle: String = "", yTitle: String = "",
        background: Color = .white, marks: [any Mark] = [], legend: Legend = Legend()
    ) {
        self.xLimits = xLimits
        self.yLimits = yLimits
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.background = background
        self.marks = marks
        self.legend = legend
    }
}
