import CCairo
public import Geometry
public import Plotting

/// Canvas of a `CairoRenderer` for one picture.
///
/// In a bitmap, frames, ticks and similar lines fall on whole pixels (see `PixelSnapping`), as do clipping rectangles
/// and the baselines of level and upright text; in a PDF nothing is moved. Points of a path that are not finite are
/// left out, and the line is broken there. Lines without a width, and text at a place or size that is not finite, are
/// not drawn.
public struct CairoCanvas: Canvas {
    let target: DrawingTarget

    public var pixelSize: Double { isBitmap ? 1 / target.pixelsPerPoint : 0 }

    private var context: OpaquePointer { target.context }
    private var isBitmap: Bool { target.buffer != nil }
    /// Nil for a PDF.
    private var snapping: PixelSnapping? {
        isBitmap ? PixelSnapping(pixelsPerPoint: target.pixelsPerPoint) : nil
    }

    public mutating func fill(_ path: Path, color: Color) {
        guard target.error == nil else { return }
        if let snapped = snapping?.filled(path) {
            target.append(snapped)
        } else {
            target.append(path, scale: target.pixelsPerPoint)
        }
        target.fill(color)
        target.check("fill a path")
    }

    public mutating func stroke(_ path: Path, style: StrokeStyle) {
        guard target.error == nil, style.width > 0, style.width.isFinite else { return }
        if let snapped = snapping?.stroked(path, width: style.width) {
            target.append(snapped.path)
            cairo_set_line_width(context, snapped.width)
        } else {
            target.append(path, scale: target.pixelsPerPoint)
            cairo_set_line_width(context, style.width * target.pixelsPerPoint)
        }
        target.setSource(style.color)
        cairo_set_line_cap(context, cairo_line_cap_t(style.cap))
        cairo_set_line_join(context, cairo_line_join_t(style.join))
        let dash = style.usableDash.map { $0 * target.pixelsPerPoint }
        cairo_set_dash(context, dash, Int32(dash.count), 0)
        cairo_stroke(context)
        target.check("draw a line")
    }

    /// Draws `stamp` with its origin at each of `points`, in order.
    ///
    /// In a bitmap, each layer moves by at most an eighth of a pixel, so that its first point lies on quarters of a
    /// pixel. Many markers are then the same pixels, which PNG packs better and which are rasterised only once.
    public mutating func stamp(_ stamp: Stamp, at points: [Point]) {
        guard target.error == nil else { return }
        guard let buffer = target.buffer else { return fillLayers(of: stamp, at: points) }
        let layers = stamp.layers.map { (color: $0.color, masks: target.masks(for: $0.path)) }
        var clip = Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0)
        cairo_clip_extents(context, &clip.minX, &clip.minY, &clip.maxX, &clip.maxY)
        cairo_surface_flush(target.surface)
        for point in points {
            for (color, masks) in layers {
                let start = masks.start(at: point)
                if masks.paint(color, from: start, within: clip, on: buffer) { continue }
                target.fill(masks.path, from: start, color: color)
            }
        }
        cairo_surface_mark_dirty(target.surface)
        target.check("draw a marker")
    }

    public mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double) {
        guard target.error == nil, origin.isFinite, font.size > 0, font.size.isFinite, angle.isFinite else { return }
        do {
            try draw(target.text.line(text, weight: font.weight), at: origin, font: font, color: color, angle: angle)
        } catch {
            return target.fail(error)
        }
        target.check("draw text")
    }

    public mutating func clip(to rectangle: Rectangle, _ body: (inout Self) -> Void) {
        guard target.error == nil else { return }
        let corners = Path(rectangle).mapped { corner in
            let (x, y) = (corner.x * target.pixelsPerPoint, corner.y * target.pixelsPerPoint)
            return isBitmap ? Point(x: x.rounded(), y: y.rounded()) : Point(x: x, y: y)
        }
        cairo_save(context)
        target.append(corners)
        cairo_clip(context)
        target.check("clip")
        body(&self)
        cairo_restore(context)
        target.check("end a clip")
    }

    /// Returns the size of `text` from the fonts' own unhinted widths: the same at every resolution.
    public func extents(of text: String, font: Font) -> TextExtents {
        do {
            if target.error == nil { return try target.text.extents(of: text, font: font) }
        } catch {
            target.fail(error)
        }
        return TextExtents(advance: 0, ascent: 0, descent: 0)
    }
}

extension CairoCanvas {
    private func draw(
        _ line: Typesetter.Line, at origin: Point, font: Font, color: Color, angle: Double
    ) throws(RendererError) {
        cairo_save(context)
        defer { cairo_restore(context) }
        target.setSource(color)
        cairo_rotate(context, angle * .pi / 180)
        var pen = target.place(origin)
        cairo_device_to_user(context, &pen.x, &pen.y)
        // Letters stand on whole pixels and their stems on quarters. They are sharper, and the same letter is mostly
        // the same pixels, which PNG packs better. A quarter of a pixel is invisible in the spacing.
        let isSnapped = isBitmap && angle.truncatingRemainder(dividingBy: 90) == 0
        if isSnapped { pen.y.round() }
        func snapped(_ x: Double) -> Double { isSnapped ? (4 * x).rounded() / 4 : x }
        let size = font.size * target.pixelsPerPoint
        switch line {
        case .plain(let line) where isBitmap:
            for (glyph, x) in line.glyphs {
                target.append(glyph.outline, at: Point(x: snapped(pen.x + x * size), y: pen.y), scale: size)
            }
            // Parts of a glyph, and kerned neighbours, may overlap.
            cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
            cairo_fill(context)
        case .plain(let line):
            cairo_translate(context, pen.x, pen.y)
            try target.pdfFont(font.weight).draw(line, size: size, on: context)
        case .shaped(let line):
            cairo_translate(context, snapped(pen.x), pen.y)
            line.draw(size: size, asText: !isBitmap, on: context)
        }
    }
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
