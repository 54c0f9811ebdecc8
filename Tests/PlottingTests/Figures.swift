import Geometry
import Plotting

/// Two classes of three points each, one of them misclassified, on limits of −2…2.
func twoClassFigure(
    size: Size = Figure.defaultSize, title: String = "Decision Boundary for hidden layer size 3",
    subtitle: String = "accuracy 98.0 % · cost 0.1342 · λ 0.001",
    xLimits: ClosedRange<Double> = -2...2, yLimits: ClosedRange<Double> = -2...2, xTitle: String = "x1",
    yTitle: String = "x2", names: [String] = ["0", "1"]
) -> Figure {
    let palette = Palette.standard(classCount: 2)
    let markers = [0, 1].map { Marker(shape: .forClass($0), color: palette[$0].color) }
    let missed = Marker(shape: .circle, color: .black, ring: Marker.Flag(color: .black))
    func place(_ x: Double, _ y: Double) -> Point {
        Point(
            x: xLimits.lowerBound + x * (xLimits.upperBound - xLimits.lowerBound),
            y: yLimits.lowerBound + y * (yLimits.upperBound - yLimits.lowerBound))
    }
    let points = [(0.1, 0.2), (0.2, 0.5), (0.3, 0.4), (0.6, 0.4), (0.7, 0.5), (0.8, 0.2)].map { place($0.0, $0.1) }
    let right = Ring([place(0.5, 0), place(1, 0), place(1, 1), place(0.5, 1)])
    let axes = Axes(
        xLimits: xLimits, yLimits: yLimits, xTitle: xTitle, yTitle: yTitle, background: palette[0].tint,
        marks: [
            AreaMark([Polygon(exterior: right)], color: palette[1].tint),
            LineMark(strips: [Polyline([place(0.5, 0), place(0.5, 1)])]),
            PointMark(points, markers: markers, markerIndices: [0, 0, 1, 1, 1, 1]),
            PointMark([points[2]], marker: missed),
        ],
        legend: Legend(
            names.enumerated().map { index, name in
                Legend.Entry(name, symbol: .init(area: palette[index].tint, marker: markers[index % 2]))
            } + [Legend.Entry("misclassified", symbol: .init(marker: missed))]))
    return Figure(size: size, title: title, subtitle: subtitle, axes: axes)
}

/// A page size in inches.
func inches(_ width: Double, _ height: Double) -> Size {
    Size(width: 72 * width, height: 72 * height)
}
