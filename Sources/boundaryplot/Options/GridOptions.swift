import ArgumentParser
import Geometry

/// Where and how finely a network is evaluated.
struct GridOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Distance between neighbouring grid points, in data units; two, with a comma, for x and y. (default: 0.01; of a "
                + "file, a 400th of what each axis shows)", valueName: "number"),
        transform: { text in
            let pair = try OptionValue.pair(text, accepted: "a number greater than 0") { $0 > 0 }
            return GridStep(x: pair.x, y: pair.y)
        })
    var step: GridStep?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Room around the data on every side, in data units; two, with a comma, for x and y. (default: 0.5; of a file, a "
                + "tenth of the data's range)", valueName: "number"),
        transform: { text in
            let pair = try OptionValue.pair(text, accepted: "a number of 0 or greater") { $0 >= 0 }
            return Size(width: pair.x, height: pair.y)
        })
    var margin: Size?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "What the x axis shows, in data units: the lower end, a comma, the upper. (default: the data and the margin)",
            valueName: "low,high"),
        transform: OptionValue.range)
    var xlim: ClosedRange<Double>?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "What the y axis shows, as for --xlim. (default: the data and the margin)", valueName: "low,high"),
        transform: OptionValue.range)
    var ylim: ClosedRange<Double>?

    /// What the pictures of a run show and where their networks are evaluated.
    ///
    /// - Parameters:
    ///   - bounds: what holds every point, in data units.
    ///   - hasOwnUnits: whether the features may have any range.
    func extent(around bounds: Rectangle, hasOwnUnits: Bool) -> GridExtent {
        let usual =
            hasOwnUnits ? Size(width: bounds.width / 10, height: bounds.height / 10) : Size(width: 0.5, height: 0.5)
        let room = margin ?? usual
        let limits = Rectangle(
            minX: xlim?.lowerBound ?? bounds.minX - room.width, minY: ylim?.lowerBound ?? bounds.minY - room.height,
            maxX: xlim?.upperBound ?? bounds.maxX + room.width, maxY: ylim?.upperBound ?? bounds.maxY + room.height)
        let usualStep = hasOwnUnits ? Self.shares(of: limits) : GridStep(0.01)
        return GridExtent(limits: limits, step: step ?? usualStep)
    }

    /// A 400th of either side; a hair less, so that the last value of an axis is its upper limit.
    private static func shares(of limits: Rectangle) -> GridStep {
        let share = (1 - 0x1p-40) / 400
        return GridStep(x: limits.width * share, y: limits.height * share)
    }
}

/// What is shown of the plane, and where networks are evaluated in it.
struct GridExtent: Sendable {
    /// In data units.
    let limits: Rectangle
    let step: GridStep
}
