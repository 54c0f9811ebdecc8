package import Geometry

/// The limits of the picture, and its grid.
public struct GridSettings: RequestPart {
    /// Distance between neighbouring grid points, in data units; defaults to 0.01, for files and inline data to 1/400
    /// of each axis, and for runs with a command or predictions to 1/200.
    public var step: AxisPair?
    /// Space around the data on every side, in data units; defaults to 0.5, for files and inline data to a tenth of
    /// their range.
    public var margin: AxisPair?
    /// The limits of the x axis, in data units, ascending; default to the data and the margin.
    public var xLimits: [Double]?
    /// The limits of the y axis, in data units, ascending; default to the data and the margin.
    public var yLimits: [Double]?

    public init() {}

    public static var fields: [RequestField<GridSettings>] {
        func checkLimits(_ ends: [Double]?) -> String? {
            guard let ends, ends.count != 2 || !(ends[0] < ends[1]) || !(ends[1] - ends[0]).isFinite else { return nil }
            return "two numbers, the lower first, are accepted, such as [-2, 3]"
        }
        return [
            RequestField("step", \.step) {
                $0.map { $0.x > 0 && $0.y > 0 } ?? true ? nil : "numbers greater than 0 are accepted"
            },
            RequestField("margin", \.margin) {
                $0.map { $0.x >= 0 && $0.y >= 0 } ?? true ? nil : "numbers of 0 or greater are accepted"
            },
            RequestField("xLimits", \.xLimits, check: checkLimits),
            RequestField("yLimits", \.yLimits, check: checkLimits),
        ]
    }

    private static let defaultStep = 0.01
    static let defaultMargin = 0.5
    /// The default number of steps of an axis for data with units of their own.
    static let stepCount = 400.0
    /// The default number of steps of an axis for classifiers of other programs, which are slower.
    static let externalStepCount = 200.0

    /// Returns the extent of the pictures of a run, in data units.
    ///
    /// - Parameters:
    ///   - bounds: the bounding rectangle of the points.
    ///   - stepCount: the default number of steps of an axis; nil for a default step in data units.
    ///   - hasOwnUnits: true if features may have any range, as in files.
    func extent(around bounds: Rectangle, stepCount: Double?, hasOwnUnits: Bool) -> GridExtent {
        let defaultRoom =
            hasOwnUnits
            ? AxisPair(x: bounds.width / 10, y: bounds.height / 10) : AxisPair(Self.defaultMargin)
        let room = margin ?? defaultRoom
        let limits = Rectangle(
            minX: xLimits?[0] ?? bounds.minX - room.x, minY: yLimits?[0] ?? bounds.minY - room.y,
            maxX: xLimits?[1] ?? bounds.maxX + room.x, maxY: yLimits?[1] ?? bounds.maxY + room.y)
        // Slightly less than the quotient, so that the last grid line is at the upper limit.
        let defaultStep =
            stepCount.map { count in
                let share = (1 - 0x1p-40) / count
                return AxisPair(x: limits.width * share, y: limits.height * share)
            } ?? AxisPair(Self.defaultStep)
        let step = step ?? defaultStep
        return GridExtent(limits: limits, step: GridStep(x: step.x, y: step.y))
    }
}

/// The limits of a picture and the step of its grid, in data units.
package struct GridExtent: Hashable, Sendable {
    package let limits: Rectangle
    package let step: GridStep
}

/// One number for each axis; a single number in JSON if both are the same.
public struct AxisPair: Hashable, Codable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Creates a pair of equal numbers.
    public init(_ both: Double) { self.init(x: both, y: both) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let both = try? container.decode(Double.self) {
            self.init(both)
            return
        }
        guard let numbers = try? container.decode([Double].self), numbers.count == 2 else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a number, or two for x and y")
        }
        self.init(x: numbers[0], y: numbers[1])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if x == y { try container.encode(x) } else { try container.encode([x, y]) }
    }
}
