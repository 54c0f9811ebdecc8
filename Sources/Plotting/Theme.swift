import Geometry

/// The colours and sizes of a figure; all lengths in points on a page of the default size.
public struct Theme: Hashable, Sendable {
    /// Ground that tints of regions are made for.
    public enum Ground: Hashable, Sendable, CaseIterable {
        /// A white page: light tints.
        case light
        /// A dark page: dark tints, and points that stand out from them.
        case dark
        /// White paper: tints so thin that grey prints keep the points clear.
        case print
    }

    // MARK: Colours

    /// Ground that tints of regions are made for.
    public var ground = Ground.light
    /// Colour of the whole page; clear for a transparent one.
    public var pageColor = Color.white
    /// Colour of the title.
    public var titleColor = Color(bytes: 26, 26, 30)
    /// Colour of the second line.
    public var subtitleColor = Color(bytes: 112, 112, 120)
    /// Colour of tick labels, axis titles and the legend's names.
    public var labelColor = Color(bytes: 58, 58, 64)
    /// Colour of the frame and the ticks.
    public var frameColor = Color(bytes: 88, 88, 94)
    /// Default colour of lines.
    public var boundaryColor = Color(bytes: 40, 40, 46)
    /// Default colour of the edges of markers.
    public var markerEdgeColor = Color.white
    /// Colour of the middle of hollow markers.
    public var markerCoreColor = Color.white
    /// Colour of the ring around a misclassified point.
    public var ringColor = Color.black
    /// Colour of the legend's box, somewhat transparent.
    public var legendColor = Color.white.opacity(0.82)
    /// Colour of the edge of the legend's box.
    public var legendEdgeColor = Color(bytes: 190, 190, 196)

    // MARK: Text

    /// Font of the first line: like all fonts, a face and its size on the default page.
    public var titleFont = Font(size: 11.5)
    /// Font of the second line.
    public var subtitleFont = Font(size: 9)
    /// Font of the axis titles.
    public var axisTitleFont = Font(size: 9.5)
    /// Font of the tick labels.
    public var tickLabelFont = Font(size: 8.5)
    /// Font of the legend's names.
    public var legendFont = Font(size: 8.5)
    /// Smallest size of text on any page.
    public var minimumFontSize = 5.5

    // MARK: Lengths

    /// Margin along all edges of the page.
    public var pageMargin = 8.0
    /// Gap between the title lines and the frame.
    public var titleGap = 7.0
    /// Gap between neighbouring lines above the frame.
    public var titleLineGap = 1.0
    /// Gap between an axis title and the tick labels.
    public var axisTitleGap = 2.0
    /// Gap between the end of a tick and its label.
    public var tickLabelGap = 2.0
    /// Length of ticks, from the frame outwards.
    public var tickLength = 3.0
    /// Width of the frame, the ticks and the legend's edge.
    public var frameWidth = 0.6
    /// Default width of lines.
    public var boundaryWidth = 1.2
    /// Radius of a circular marker; other shapes have its area.
    public var markerRadius = 2.6
    /// Width of the edge around markers.
    public var markerEdgeWidth = 0.5
    /// Width of the ring around a marker that is flagged.
    public var markerRingWidth = 0.8
    /// Gap between the frame and the legend's box.
    public var legendInset = 5.0

    /// Creates the light theme.
    public init() {}
}

extension Theme {
    /// Returns the theme with its sizes adapted to a page.
    ///
    /// With r the smaller of the page's width and height as shares of the default's, markers grow with √r and all else
    /// with r^⅜: a page of a third of the size has text of two thirds of the size, one three times as large of one and
    /// a half times.
    func scaled(to page: Size) -> Theme {
        let ratio = min(page.width / Figure.defaultSize.width, page.height / Figure.defaultSize.height)
        let markerFactor = ratio.squareRoot()
        let factor = markerFactor.squareRoot() * markerFactor.squareRoot().squareRoot()
        var theme = self
        for font in [\Theme.titleFont, \.subtitleFont, \.axisTitleFont, \.tickLabelFont, \.legendFont] {
            theme[keyPath: font].size = max(theme[keyPath: font].size * factor, minimumFontSize)
        }
        for length in [
            \Theme.pageMargin, \.titleGap, \.titleLineGap, \.axisTitleGap, \.tickLabelGap, \.tickLength, \.frameWidth,
            \.boundaryWidth,
            \.markerEdgeWidth, \.markerRingWidth, \.legendInset,
        ] {
            theme[keyPath: length] *= factor
        }
        theme.markerRadius *= markerFactor
        return theme
    }
}
