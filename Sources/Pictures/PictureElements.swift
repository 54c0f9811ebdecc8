/// The optional elements of a picture of classifiers.
public struct PictureElements: Hashable, Sendable {
    /// The title of the x axis; defaults to the feature's name.
    public var xTitle: String?
    /// The title of the y axis; defaults to the feature's name.
    public var yTitle: String?
    /// True if the picture has a legend.
    public var hasLegend: Bool
    /// True if the points of the data are drawn.
    public var hasPoints: Bool

    /// Creates elements; by default all of them, with the default titles.
    public init(xTitle: String? = nil, yTitle: String? = nil, hasLegend: Bool = true, hasPoints: Bool = true) {
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.hasLegend = hasLegend
        self.hasPoints = hasPoints
    }
}
