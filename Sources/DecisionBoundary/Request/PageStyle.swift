import Files
import Geometry
import Pictures
package import Plotting

/// The page of every picture: size, texts and background.
public struct PageStyle: RequestPart {
    /// The built-in themes.
    public enum ThemeName: String, RequestChoice {
        case light
        case dark
        /// A theme for paper.
        case print
    }

    /// The places of a legend.
    public enum LegendPlace: String, RequestChoice {
        /// Inside, or outside if every corner hides points and there is room.
        case auto
        /// In a corner of the plot.
        case inside
        /// To the right of the plot or below it.
        case outside
    }

    /// Width and height in inches, at most 1,000,000; defaults to 6.4 × 4.8. By default sheets grow with their panels, and heat maps are
    /// flatter.
    public var size: AxisPair?
    /// Pixels per inch, greater than 0 and at most 1,000,000,000.
    public var dpi = 150.0
    /// The title; defaults to a description of the picture. In the picture of one classifier, {hidden}, {lambda},
    /// {cost}, {accuracy} and {test} are replaced by its values.
    public var title: String?
    /// True if the page has a title and a second line.
    public var hasTitle = true
    /// The title of the x axis; defaults to the feature's name.
    public var xLabel: String?
    /// The title of the y axis; defaults to the feature's name.
    public var yLabel: String?
    /// True if the page has a legend.
    public var hasLegend = true
    /// The place of the legend of a picture of one classifier or of a difference.
    public var legend = LegendPlace.auto
    /// True if points are drawn.
    public var hasPoints = true
    /// The radius of points as a multiple of the default, which depends on their number and on the room; 0.1 to 10.
    public var pointSize = 1.0
    /// The opacity of points, above 0 and at most 1; defaults to 1 for up to 2,000 points and less for more.
    public var pointOpacity: Double?
    /// The theme.
    public var theme = ThemeName.light
    /// True if the background is transparent.
    public var isTransparent = false

    public init() {}

    public static var fields: [RequestField<PageStyle>] {
        [
            RequestField("size", \.size) {
                $0.map { [$0.x, $0.y].allSatisfy { $0 > 0 && $0 <= greatestSide } } ?? true
                    ? nil : "width and height from above 0 to 1000000 inches are accepted"
            },
            RequestField("dpi", \.dpi) {
                $0 > 0 && $0 <= greatestDPI ? nil : "a number from above 0 to 1000000000 is accepted"
            },
            RequestField("title", \.title), RequestField("hasTitle", \.hasTitle), RequestField("xLabel", \.xLabel),
            RequestField("yLabel", \.yLabel), RequestField("hasLegend", \.hasLegend),
            RequestField("legend", \.legend), RequestField("hasPoints", \.hasPoints),
            RequestField("pointSize", \.pointSize) {
                pointSizes.contains($0) ? nil : "a number from 0.1 to 10 is accepted"
            },
            RequestField("pointOpacity", \.pointOpacity) {
                $0.map { $0 > 0 && $0 <= 1 } ?? true ? nil : "a number from above 0 to 1 is accepted"
            },
            RequestField("theme", \.theme),
            RequestField("transparent", \.isTransparent),
        ]
    }

    // Bitmaps have lower limits. These keep numbers of vector pictures finite, and their pixels within an Int.
    private static let greatestSide = 1_000_000.0
    private static let greatestDPI = 1_000_000_000.0
    private static let pointSizes = 0.1...10

    package static let defaultSize = AxisPair(x: 6.4, y: 4.8)

    /// Width and height in inches.
    var inches: AxisPair { size ?? Self.defaultSize }

    /// The size in the syntax of `--size`: "6.4x4.8".
    var sizeText: String { "\(DecimalText.shortest(inches.x))x\(DecimalText.shortest(inches.y))" }

    /// The size of a page with one pair of axes, in points (1/72 inch).
    var points: Size { Size(width: 72 * inches.x, height: 72 * inches.y) }

    /// Returns the size of a page with several panels, in points (1/72 inch); unless `size` is given, it grows with the
    /// panels.
    ///
    /// - Parameter columnCount: the number of columns of panels; chosen automatically if nil.
    func sheetPoints(panelCount: Int, columnCount: Int? = nil) -> Size {
        size == nil ? Sheet.pageSize(panelCount: panelCount, columnCount: columnCount, base: points) : points
    }

    /// Returns the size of a page with two heat maps side by side, in points (1/72 inch). Unless `size` is given it is
    /// flatter, and grows with the table so that there is room for the numbers.
    func heatMapPoints(columnCount: Int, rowCount: Int) -> Size {
        guard size == nil else { return points }
        func factor(_ count: Int, roomFor most: Double) -> Double { min(max(1, Double(count) / most), 2.5) }
        return Size(
            width: points.width * factor(columnCount, roomFor: 8),
            height: 0.75 * points.height * factor(rowCount, roomFor: 9))
    }

    /// The optional elements of every picture.
    var elements: PictureElements {
        let place: Legend.Place =
            switch legend {
            case .auto: .automatic
            case .inside: .inside
            case .outside: .outside
            }
        return PictureElements(
            xTitle: xLabel, yTitle: yLabel, hasLegend: hasLegend, legendPlace: place, hasPoints: hasPoints,
            pointScale: pointSize, pointOpacity: pointOpacity)
    }

    /// The theme with the requested background.
    package var plottingTheme: Theme {
        let theme: Theme =
            switch theme {
            case .light: .light
            case .dark: .dark
            case .print: .print
            }
        return isTransparent ? theme.withTransparentPage : theme
    }
}
