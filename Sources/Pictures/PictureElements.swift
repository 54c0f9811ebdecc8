public import Plotting

/// The optional elements of a picture of classifiers.
public struct PictureElements: Hashable, Sendable {
    /// The title of the x axis; defaults to the feature's name.
    public var xTitle: String?
    /// The title of the y axis; defaults to the feature's name.
    public var yTitle: String?
    /// True if the picture has a legend.
    public var hasLegend: Bool
    /// The place of the legend.
    public var legendPlace: Legend.Place
    /// True if the points of the data are drawn.
    public var hasPoints: Bool
    /// The radius of points as a multiple of the default, which depends on their number and on the room.
    public var pointScale: Double
    /// The opacity of points, 0…1; defaults to 1 for few points and less for many.
    public var pointOpacity: Double?

    /// Creates elements; by default all of them, with the default titles.
    public init(
        xTitle: String? = nil, yTitle: String? = nil, hasLegend: Bool = true, legendPlace: Legend.Place = .automatic,
        hasPoints: Bool = true, pointScale: Double = 1, pointOpacity: Double? = nil
    ) {
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.hasLegend = hasLegend
        self.legendPlace = legendPlace
        self.hasPoints = hasPoints
        self.pointScale = pointScale
        self.pointOpacity = pointOpacity
    }
}
