import Geometry

/// The plot rectangle of a figure and the ticks around it, which decide each other's size.
struct FrameLayout {
    private(set) var rectangle: Rectangle
    private(set) var xTicks = AxisTicks.none
    private(set) var yTicks = AxisTicks.none
    /// Distance from the frame's lower edge to the top of the x labels, in points.
    let xLabelTop: Double

    init(
        _ axes: Axes, in area: Rectangle, gapAbove: Double, furniture: Furniture, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        let room = AxisRoom(theme: theme, fitter: fitter)
        xLabelTop = room.xLabelTop

        // Height, y labels, width, x labels: each follows from the one before. Only the overhang and the remark of the
        // x labels change height and width again. Two rounds settle nearly all figures.
        var overhang = (left: 0.0, right: 0.0)
        rectangle = area
        for _ in 0..<4 {
            let before = rectangle
            let hasXTitle = furniture.hasAxisTitles && !axes.xTitle.isEmpty || !xTicks.remark.isEmpty
            let below = furniture.hasTickLabels ? xLabelTop + room.labelHeight : 0
            rectangle.maxY = area.maxY - below - (hasXTitle ? room.titleHeight : 0)
            rectangle.minY = area.minY + max(gapAbove, furniture.hasTickLabels ? room.labelRise : 0)
            rectangle.maxY = max(rectangle.maxY, rectangle.minY + min(1, area.height))
            if furniture.hasTickLabels {
                yTicks = room.yTicks(of: axes, height: rectangle.height)
            }

            let hasYTitle = furniture.hasAxisTitles && !axes.yTitle.isEmpty || !yTicks.remark.isEmpty
            rectangle.minX = area.minX + max(overhang.left, room.beside(yTicks) + (hasYTitle ? room.titleHeight : 0))
            rectangle.maxX = max(area.maxX - overhang.right, rectangle.minX + min(1, area.width))
            if furniture.hasTickLabels {
                xTicks = room.xTicks(of: axes, width: rectangle.width)
            }
            if rectangle == before { break }

            let scale = room.xScale(of: axes, from: rectangle.minX, to: rectangle.maxX)
            if let value = xTicks.values.last, let label = xTicks.labels.last {
                overhang.right += max(0, scale(value) + label.width / 2 - area.maxX)
            }
            if let value = xTicks.values.first, let label = xTicks.labels.first {
                let missing = area.minX - (scale(value) - label.width / 2)
                if missing > 0 { overhang.left = rectangle.minX - area.minX + missing }
            }
        }
        // After the last round, a label may still leave the page if ticks keep changing with the width.
        let scale = room.xScale(of: axes, from: rectangle.minX, to: rectangle.maxX)
        xTicks = xTicks.filtered { value, label in
            scale(value) - label.width / 2 >= area.minX - 0.01 && scale(value) + label.width / 2 <= area.maxX + 0.01
        }
    }
}
