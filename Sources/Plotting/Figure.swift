public import Geometry

/// A whole picture: a page with a title, a second line, and a pair of axes.
public struct Figure: Sendable {
    /// Width and height of the page in points (1/72 inch); each greater than 0.
    public var size: Size
    /// First line; not drawn if empty.
    public var title: String
    /// Second line, smaller and grey; not drawn if empty. If it is too long, its last parts between " · " are dropped.
    public var subtitle: String
    /// The axes with their marks and frame.
    public var axes: Axes
    /// A flat pair of axes along the lower edge, without a colour bar; nil for none.
    public var footer: Axes?
    /// Colours and sizes for a page of the default size; the layout adapts the sizes to this page.
    public var theme: Theme

    /// 6.4 × 4.8 inches.
    public static let defaultSize = Size(width: 460.8, height: 345.6)

    /// Creates a figure from its parts; the size in points (1/72 inch).
    public init(
        size: Size = Figure.defaultSize, title: String = "", subtitle: String = "", axes: Axes, footer: Axes? = nil,
        theme: Theme = .light
    ) {
        self.size = size
        self.title = title
        self.subtitle = subtitle
        self.axes = axes
        self.footer = footer
        self.theme = theme
    }

    /// Lays the figure out with the canvas's text sizes and draws it.
    ///
    /// - Returns: the layout, such as the plot rectangle.
    @discardableResult
    public func draw(on canvas: inout some Canvas) -> FigureLayout {
        let layout = FigureLayout(of: self, measuring: canvas)
        layout.draw(on: &canvas)
        return layout
    }
}
