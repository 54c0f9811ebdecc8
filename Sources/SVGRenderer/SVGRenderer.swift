public import Geometry
public import Plotting

/// Draws pictures as SVG files, which are valid as SVG 1.1 and as SVG 2, without Cairo.
///
/// The same drawing calls give the same bytes. What is drawn over the whole of something else leaves no seam in any
/// viewer; shapes that only touch may, so figures nest them.
public struct SVGRenderer {
    /// What knows the widths of DejaVu Sans: with the one that another renderer measures by, both lay out alike.
    public var measure: any TextMeasuring

    /// A renderer that measures text by `measure`, such as `FontMetrics` of `CairoRenderer`.
    public init(measuring measure: any TextMeasuring) {
        self.measure = measure
    }

    /// What `draw` leaves on a page without a ground, as an SVG file in UTF-8.
    ///
    /// The file states its size in points; so are all of its coordinates, rounded to hundredths. Lines of many points are
    /// written with fewer, which depart from them by another hundredth at most.
    ///
    /// - Parameters:
    ///   - size: the page's size in points (1/72 inch).
    ///   - title: a short name, which browsers show beneath the pointer; left out where empty, as are the next two.
    ///   - description: what the picture shows, for those who do not see it.
    ///   - metadata: text for programs. A character that XML cannot hold, as most control characters, becomes U+FFFD in
    ///     all three.
    ///   - draw: draws on the canvas, whose coordinates are points, y down from the page's top left.
    /// - Precondition: both sides of the page are positive and finite.
    public func svg(
        size: Size, title: String = "", description: String = "", metadata: String = "",
        draw: (inout SVGCanvas) -> Void
    ) -> [UInt8] {
        precondition(
            size.width > 0 && size.height > 0 && size.width.isFinite && size.height.isFinite, "a page has an area")
        var canvas = SVGCanvas(measuring: measure)
        draw(&canvas)
        return canvas.document.file(size: size, title: title, description: description, metadata: metadata)
    }
}
