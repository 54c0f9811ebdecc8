import CCairo
public import Geometry
public import Plotting

/// The canvas that a `CairoRenderer` hands out for one picture.
///
/// Points of a path that are not finite are left out, and the line is broken there. A line without a width, and text
/// at a place or size that is not finite, draw nothing.
public struct CairoCanvas: Canvas {
    let target: DrawingTarget

    private var context: OpaquePointer { target.context }

    public mutating func fill(_ path: Path, color: Color) {
        guard target.error == nil else { return }
        append(path)
        setSource(color)
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        cairo_fill(context)
        target.check("fill a path")
    }

    public mutating func stroke(_ path: Path, style: StrokeStyle) {
        guard target.error == nil, style.width > 0, style.width.isFinite else { return }
        append(path)
        setSource(style.color)
        cairo_set_line_width(context, style.width)
        cairo_set_line_cap(context, cairo_line_cap_t(style.cap))
        cairo_set_line_join(context, cairo_line_join_t(style.join))
        cairo_stroke(context)
        target.check("draw a line")
    }

    public mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double) {
        guard target.error == nil, origin.isFinite, font.size > 0, font.size.isFinite, angle.isFinite else { return }
        let line: TextLayout.Line
        do {
            line = try target.text.line(text, weight: font.weight)
        } catch {
            return target.fail(error)
        }
        cairo_save(context)
        cairo_translate(context, origin.x, origin.y)
        cairo_rotate(context, angle * .pi / 180)
        cairo_scale(context, font.size, font.size)
        for (glyph, x) in line.glyphs {
            append(glyph.outline, offsetX: x)
        }
        cairo_restore(context)
        setSource(color)
        // The parts of a glyph, and neighbours that are kerned into each other, may overlap.
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
        cairo_fill(context)
        target.check("draw text")
    }

    public mutating func clip(to rectangle: Rectangle, _ body: (inout Self) -> Void) {
        guard target.error == nil else { return }
        cairo_save(context)
        cairo_new_path(context)
        cairo_rectangle(context, rectangle.minX, rectangle.minY, rectangle.width, rectangle.height)
        cairo_clip(context)
        target.check("clip")
        body(&self)
        cairo_restore(context)
        target.check("clip")
    }

    /// The room that `text` takes: from the font's own unhinted widths, so the same at every resolution.
    public func extents(of text: String, font: Font) -> TextExtents {
        guard target.error == nil else { return TextExtents(advance: 0, ascent: 0, descent: 0) }
        do {
            return try target.text.extents(of: text, font: font)
        } catch {
            target.fail(error)
            return TextExtents(advance: 0, ascent: 0, descent: 0)
        }
    }
}

extension CairoCanvas {
    private func setSource(_ color: Color) {
        cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    }

    /// Adds `path` to Cairo's, in the current coordinates.
    private func append(_ path: Path, offsetX: Double = 0) {
        var isBroken = true
        for element in path.elements {
            switch element {
            case .move(let point):
                isBroken = !point.isFinite
                if !isBroken { cairo_move_to(context, point.x + offsetX, point.y) }
            case .line(let point):
                guard point.isFinite else {
                    isBroken = true
                    continue
                }
                if isBroken {
                    cairo_move_to(context, point.x + offsetX, point.y)
                } else {
                    cairo_line_to(context, point.x + offsetX, point.y)
                }
                isBroken = false
            case .curve(let point, let control1, let control2):
                guard point.isFinite, control1.isFinite, control2.isFinite else {
                    isBroken = true
                    continue
                }
                if isBroken {
                    cairo_move_to(context, point.x + offsetX, point.y)
                } else {
                    cairo_curve_to(
                        context, control1.x + offsetX, control1.y, control2.x + offsetX, control2.y, point.x + offsetX,
                        point.y)
                }
                isBroken = false
            case .close:
                cairo_close_path(context)
            }
        }
    }
}

extension Point {
    fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}

extension cairo_line_cap_t {
    fileprivate init(_ cap: StrokeStyle.Cap) {
        self =
            switch cap {
            case .butt: CAIRO_LINE_CAP_BUTT
            case .round: CAIRO_LINE_CAP_ROUND
            case .square: CAIRO_LINE_CAP_SQUARE
            }
    }
}

extension cairo_line_join_t {
    fileprivate init(_ join: StrokeStyle.Join) {
        self =
            switch join {
            case .miter: CAIRO_LINE_JOIN_MITER
            case .round: CAIRO_LINE_JOIN_ROUND
            case .bevel: CAIRO_LINE_JOIN_BEVEL
            }
    }
}
