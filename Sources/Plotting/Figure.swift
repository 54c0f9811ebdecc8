public import Geometry

/// A whole picture: a page with a title, a second line, and a pair of axes.
public struct Figure: Sendable {
    /// The page's width and height in points (1/72 inch); each greater than 0.
    public var size: Size
    /// The first line; nothing where empty.
    public var title: String
    /// The second line, smaller and grey; nothing where empty. Where it is too long, parts between " · " are left out
    /// from the end.
    public var subtitle: String
    /// What is drawn, and the frame around it.
    public var axes: Axes
    /// Colours and sizes for a page of the default size; the layout adapts the sizes to this page.
    public var theme: Theme

    /// 6.4 × 4.8 inches.
    public static let defaultSize = Size(width: 460.8, height: 345.6)

    /// A figure from its parts; the size in points (1/72 inch).
    public init(
        size: Size = Figure.defaultSize, title: String = "", subtitle: String = "", axes: Axes, theme: Theme = .light
    ) {
        self.size = size
        self.title = title
        self.subtitle = subtitle
        self.axes = axes
        self.theme = theme
    }

    /// Lays the figure out with the canvas' text sizes and draws it.
    ///
    /// - Returns: where everything stands, such as the plot rectangle.
    @discardableResult
    public func draw(on canvas: inout some Canvas) -> FigureLayout {
        let layout = FigureLayout(of: self, measuring: canvas)
        layout.draw(on: &canvas)
        return layout
    }
}
