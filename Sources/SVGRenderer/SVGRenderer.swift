public import Geometry
public import Plotting

/// Draws pictures as SVG files, valid as SVG 1.1 and as SVG 2, without Cairo.
///
/// The same drawing calls give the same bytes. A shape that covers another one completely leaves no seam in any viewer;
/// shapes that only touch may, so figures nest them.
public struct SVGRenderer {
    /// Measures text by the widths of DejaVu Sans; with the measure of another renderer both have the same layout.
    public var measure: any TextMeasuring

    /// Creates a renderer that measures text by `measure`, such as `FontMetrics` of `CairoRenderer`.
    public init(measuring measure: any TextMeasuring) {
        self.measure = measure
    }

    /// Returns the picture that `draw` draws on a transparent page, as an SVG file in UTF-8.
    ///
    /// The file states its size in points. All coordinates are points, rounded to hundredths. Lines of many points are
    /// written with fewer, which depart from them by at most another hundredth.
    ///
    /// - Parameters:
    ///   - size: page size in points (1/72 inch).
    ///   - title: a short name, which browsers show beneath the pointer; omitted if empty, as are the next two.
    ///   - description: description of the picture for those who do not see it.
    ///   - metadata: text for programs. A character that XML cannot hold, as most control characters, becomes U+FFFD in
    ///     all three.
    ///   - draw: draws on the canvas, in points, y down from the page's top left.
    /// - Precondition: both sides of the page are positive and finite.
    public func svg(
        size: Size, title: String = "", description: String = "", metadata: String = "",
        draw: (inout SVGCanvas) -> Void
    ) -> [UInt8] {
        precondition(
            size.width > 0 && size.height > 0 && size.width.isFinite && size.height.isFinite,
            "width and height of a page must be positive and finite")
        var canvas = SVGCanvas(measuring: measure)
        draw(&canvas)
        return canvas.document.file(size: size, title: title, description: description, metadata: metadata)
    }
}
