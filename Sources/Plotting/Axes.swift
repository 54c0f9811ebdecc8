/// A pair of axes and what is drawn between them.
public struct Axes: Sendable {
    /// In data units; finite, more than one value, greater than 0 where the axis is logarithmic.
    public var xLimits: ClosedRange<Double>
    /// In data units, growing upwards; finite, more than one value, greater than 0 where the axis is logarithmic.
    public var yLimits: ClosedRange<Double>
    /// How lengths along the x axis go with data.
    public var xScale: AxisScale.Kind
    /// How lengths along the y axis go with data.
    public var yScale: AxisScale.Kind
    /// Where the x axis has ticks.
    public var xTicks: Ticks
    /// Where the y axis has ticks.
    public var yTicks: Ticks
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
    /// What explains bands of colours, to the right of the frame of a figure; none where nil, and none in a sheet.
    public var colorBar: ColorBar?

    /// Axes from their parts.
    public init(
        xLimits: ClosedRange<Double>, yLimits: ClosedRange<Double>, xScale: AxisScale.Kind = .linear,
        yScale: AxisScale.Kind = .linear, xTicks: Ticks = .automatic, yTicks: Ticks = .automatic, xTitle: String = "",
        yTitle: String = "", background: Color = .white, marks: [any Mark] = [], legend: Legend = Legend(),
        colorBar: ColorBar? = nil
    ) {
        self.xLimits = xLimits
        self.yLimits = yLimits
        self.xScale = xScale
        self.yScale = yScale
        self.xTicks = xTicks
        self.yTicks = yTicks
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.background = background
        self.marks = marks
        self.legend = legend
        self.colorBar = colorBar
    }

    /// Whether data lie at the same places, and ticks too, as in other axes of the same size.
    func hasRanges(of other: Axes) -> Bool {
        xLimits == other.xLimits && yLimits == other.yLimits && xScale == other.xScale && yScale == other.yScale
            && xTicks == other.xTicks && yTicks == other.yTicks
    }

    /// Where an axis has ticks, and what is written at them.
    public enum Ticks: Hashable, Sendable {
        /// On round numbers, as many as have room.
        case automatic
        /// At these values, where they lie within the limits; in order of importance.
        ///
        /// A label is left out where it would come too near to that of a more important tick, or leave the page; its
        /// tick stays where it does not merge with others.
        case given([Tick])
    }

    /// A place on an axis and what is written there.
    public struct Tick: Hashable, Sendable {
        /// In data units.
        public var value: Double
        /// Nothing is written where empty.
        public var label: String

        /// A tick from its parts.
        public init(_ value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }
}
