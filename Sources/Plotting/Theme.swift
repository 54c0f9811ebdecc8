import Geometry

/// The colours and sizes of a figure, a value handed to it; all lengths in points on a page of the default size.
public struct Theme: Hashable, Sendable {
    /// What tints of regions are made for.
    public enum Ground: Hashable, Sendable, CaseIterable {
        /// A white page: light tints.
        case light
        /// A dark page: dark tints, and points that stand out from them.
        case dark
        /// White paper: tints so thin that grey prints keep the points clear.
        case print
    }

    // MARK: Colours

    /// What tints of regions are made for.
    public var ground = Ground.light
    /// Of the whole page, beneath everything; clear for a page that lets its surroundings through.
    public var pageColor = Color.white
    /// Of the title.
    public var titleColor = Color(bytes: 26, 26, 30)
    /// Of the second line.
    public var subtitleColor = Color(bytes: 112, 112, 120)
    /// Of tick labels, axis titles and the legend's names.
    public var labelColor = Color(bytes: 58, 58, 64)
    /// Of the frame and the ticks.
    public var frameColor = Color(bytes: 88, 88, 94)
    /// Of lines that do not say otherwise.
    public var boundaryColor = Color(bytes: 40, 40, 46)
    /// Around markers that do not say otherwise.
    public var markerEdgeColor = Color.white
    /// Inside of hollow markers.
    public var markerCoreColor = Color.white
    /// Of what crosses out a marker.
    public var crossColor = Color.black
    /// Behind the legend, with some transparency.
    public var legendColor = Color.white.opacity(0.82)
    /// Around the legend.
    public var legendEdgeColor = Color(bytes: 190, 190, 196)

    // MARK: Text

    /// Of the first line; a face and its size on the default page, as the others.
    public var titleFont = Font(size: 11.5)
    /// Of the second line.
    public var subtitleFont = Font(size: 9)
    /// Of the axis titles.
    public var axisTitleFont = Font(size: 9.5)
    /// Of the tick labels.
    public var tickLabelFont = Font(size: 8.5)
    /// Of the legend's names.
    public var legendFont = Font(size: 8.5)
    /// No text is set smaller, however small the page.
    public var minimumFontSize = 5.5

    // MARK: Lengths

    /// Kept free along all edges of the page.
    public var pageMargin = 8.0
    /// Between the title lines and the frame.
    public var titleGap = 7.0
    /// Between neighbouring lines above the frame.
    public var titleLineGap = 1.0
    /// Between an axis title and the tick labels.
    public var axisTitleGap = 2.0
    /// Between the end of a tick and its label.
    public var tickLabelGap = 2.0
    /// From the frame outwards.
    public var tickLength = 3.0
    /// Of the frame, the ticks and the legend's edge.
    public var frameWidth = 0.6
    /// Of lines that do not say otherwise.
    public var boundaryWidth = 1.2
    /// Of a circular marker; other shapes have its area.
    public var markerRadius = 2.6
    /// Of the edge around markers.
    public var markerEdgeWidth = 0.5
    /// Between the frame and the legend's box.
    public var legendInset = 5.0

    /// The light theme, to be changed as one likes.
    public init() {}
}

extension Theme {
    /// The theme with its sizes adapted to a page.
    ///
    /// With r the smaller of the page's width and height as shares of the default's, markers grow with √r and all else
    /// with r^⅜: a page of a third of the size has text of two thirds, one three times as large of one and a half.
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
            \.markerEdgeWidth, \.legendInset,
        ] {
            theme[keyPath: length] *= factor
        }
        theme.markerRadius *= markerFactor
        return theme
    }
}
