/// A pair of axes and the marks between them.
public struct Axes: Sendable {
    /// Limits of the x axis in data units; finite, more than one value, greater than 0 if the axis is logarithmic.
    public var xLimits: ClosedRange<Double>
    /// Limits of the y axis in data units, growing upwards; finite, more than one value, greater than 0 if the axis is
    /// logarithmic.
    public var yLimits: ClosedRange<Double>
    /// Kind of the scale along the x axis.
    public var xScale: AxisScale.Kind
    /// Kind of the scale along the y axis.
    public var yScale: AxisScale.Kind
    /// Ticks of the x axis.
    public var xTicks: Ticks
    /// Ticks of the y axis.
    public var yTicks: Ticks
    /// Title below the x axis; not drawn if empty.
    public var xTitle: String
    /// Title along the y axis, upwards; not drawn if empty.
    public var yTitle: String
    /// Colour of the plot rectangle beneath the marks.
    public var background: Color
    /// Marks in drawing order.
    public var marks: [any Mark]
    /// Legend of the marks.
    public var legend: Legend
    /// Colour bar to the right of a figure's frame; optional, and ignored in a sheet.
    public var colorBar: ColorBar?

    /// Creates axes from their parts.
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

    /// Returns true if limits, scales and ticks are those of `other`, so that data lie at the same places.
    func hasRanges(of other: Axes) -> Bool {
        xLimits == other.xLimits && yLimits == other.yLimits && xScale == other.xScale && yScale == other.yScale
            && xTicks == other.xTicks && yTicks == other.yTicks
    }

    /// Ticks of an axis: chosen by the layout, or given.
    public enum Ticks: Hashable, Sendable {
        /// Round numbers, as many as have room.
        case automatic
        /// These ticks, in order of importance; those outside of the limits are left out.
        ///
        /// A label is left out if it would come too near to that of a more important tick, or leave the page. Its tick
        /// stays unless it would merge with others.
        case given([Tick])
    }

    /// A value on an axis and its label.
    public struct Tick: Hashable, Sendable {
        /// Value in data units.
        public var value: Double
        /// Label; not drawn if empty.
        public var label: String

        /// Creates a tick from its parts.
        public init(_ value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }
}
