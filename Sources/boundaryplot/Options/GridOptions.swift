import ArgumentParser
import Geometry

/// Where and how finely a network is evaluated.
struct GridOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Distance between neighbouring grid points, in data units. (default: 0.01)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number greater than 0") { $0 > 0 } })
    var step = 0.01

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Room around the data on every side, in data units. (default: 0.5)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number of 0 or greater") { $0 >= 0 } })
    var margin = 0.5

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

    /// What the pictures of a run show, in data units.
    ///
    /// - Parameter bounds: what holds every point.
    func limits(around bounds: Rectangle) -> Rectangle {
        let limits = bounds.expanded(by: margin)
        return Rectangle(
            minX: xlim?.lowerBound ?? limits.minX, minY: ylim?.lowerBound ?? limits.minY,
            maxX: xlim?.upperBound ?? limits.maxX, maxY: ylim?.upperBound ?? limits.maxY)
    }
}
