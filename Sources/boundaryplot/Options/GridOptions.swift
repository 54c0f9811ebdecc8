import ArgumentParser
import DecisionBoundary

/// The limits of the picture, and its grid.
struct GridOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Distance between neighbouring grid points, in data units; one number, or two for x and y. (default: "
                + "0.01; for a file, 1/400 of each axis; for points that commands or predictions answer, 1/200)",
            valueName: "number"),
        transform: { try OptionValue.pair($0, accepted: "a number greater than 0") { $0 > 0 } })
    var step: AxisPair?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Space around the data on every side, in data units; one number, or two for x and y. (default: 0.5; for a "
                + "file, a tenth of the range of the data)", valueName: "number"),
        transform: { try OptionValue.pair($0, accepted: "a number of 0 or greater") { $0 >= 0 } })
    var margin: AxisPair?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Limits of the x axis in data units, the lower one first. (default: the data and the margin)",
            valueName: "low,high"),
        transform: OptionValue.range)
    var xlim: [Double]?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Limits of the y axis, as for --xlim. (default: the data and the margin)", valueName: "low,high"),
        transform: OptionValue.range)
    var ylim: [Double]?

    func apply(to request: inout Request) {
        request.grid.step = step
        request.grid.margin = margin
        request.grid.xLimits = xlim
        request.grid.yLimits = ylim
    }
}
