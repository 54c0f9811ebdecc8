import CCairo
import Geometry
import Plotting

/// Coverage of one layer of a stamp, at each of sixteen places between pixels.
///
/// Cairo rasterises each place once. Markers are painted through that mask, with the same pixels as a fill and in a
/// tenth of its time. A few pixels of translucent markers differ from those of a fill by one step of 255.
final class StampMasks {
    /// Outline about the stamp's origin, in points.
    let path: Path
    private let pixelsPerPoint: Double
    /// Columns and rows of a mask, counted from the pixel of the layer's first point.
    private let columns: Range<Int>
    private let rows: Range<Int>
    /// Masks with coverage in the highest bytes; nil before the first use of a place.
    private var masks = [PixelBuffer?](repeating: nil, count: 16)

    init(_ path: Path, on target: DrawingTarget) {
        self.path = path
        pixelsPerPoint = target.pixelsPerPoint
        var box = Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0)
        target.append(path, from: Point(x: 0, y: 0))
        cairo_path_extents(target.context, &box.minX, &box.minY, &box.maxX, &box.maxY)
        cairo_new_path(target.context)
        columns = Int(box.minX.rounded(.down))..<Int(box.maxX.rounded(.up)) + 1
        rows = Int(box.minY.rounded(.down))..<Int(box.maxY.rounded(.up)) + 1
    }

    /// Returns the place of the layer's first point, in pixels and on quarters of a pixel, for a stamp at `point` of
    /// the page.
    func start(at point: Point) -> Point {
        func snapped(_ points: Double) -> Double { (4 * pixelsPerPoint * points).rounded() / 4 }
        return Point(x: snapped(point.x + path.start.x), y: snapped(point.y + path.start.y))
    }

    /// Paints the layer with its first point at `start`, a place on quarters of a pixel.
    ///
    /// - Returns: false, and paints nothing, if the layer may reach beyond `clip`.
    func paint(_ color: Color, from start: Point, within clip: Rectangle, on buffer: PixelBuffer) -> Bool {
        guard clip.contains(start) else { return false }
        let (column, row) = (Int(start.x), Int(start.y))
        guard Double(column + columns.lowerBound) >= clip.minX, Double(column + columns.upperBound) <= clip.maxX,
            Double(row + rows.lowerBound) >= clip.minY, Double(row + rows.upperBound) <= clip.maxY,
            let mask = mask(from: Point(x: start.x - Double(column), y: start.y - Double(row)))
        else { return false }
        let word = color.word
        for y in rows {
            var source = (y - rows.lowerBound) * columns.count
            var target = (row + y) * buffer.width + column + columns.lowerBound
            for _ in columns {
                let coverage = mask.words[source] >> 24
                if coverage != 0 { buffer.words[target] = word.mixed(over: buffer.words[target], coverage: coverage) }
                source += 1
                target += 1
            }
        }
        return true
    }

    /// Returns the mask with the first point at `start`, each coordinate 0, ¼, ½ or ¾; nil if Cairo cannot draw it.
    private func mask(from start: Point) -> PixelBuffer? {
        let index = Int(16 * start.y + 4 * start.x)
        if masks[index] == nil { masks[index] = try? makeMask(from: start) }
        return masks[index]
    }

    private func makeMask(from start: Point) throws(RendererError) -> PixelBuffer {
        let size = Size(width: Double(columns.count), height: Double(rows.count))
        let buffer = try PixelBuffer(PixelSize(of: size, dpi: 72), hasAlpha: true)
        let target = try DrawingTarget(buffer, pixelsPerPoint: pixelsPerPoint)
        let corner = Point(x: start.x - Double(columns.lowerBound), y: start.y - Double(rows.lowerBound))
        target.fill(path, from: corner, color: .black)
        try target.finish()
        return buffer
    }
}

extension Color {
    /// The colour as a premultiplied pixel of Cairo.
    fileprivate var word: UInt32 {
        let alpha = alpha > 0 ? min(alpha, 1) : 0
        return [1, red, green, blue].reduce(0) { word, component in
            let product = (component > 0 ? min(component, 1) : 0) * alpha
            return word << 8 | UInt32(min(65536 * product, 65535)) >> 8
        }
    }
}

extension UInt32 {
    /// Returns the pixel mixed over `ground` with `coverage` of 255, rounded as Cairo rounds.
    fileprivate func mixed(over ground: UInt32, coverage: UInt32) -> UInt32 {
        func parts(of pixel: UInt32, _ share: UInt32) -> UInt32 {
            // Two components at once, each with eight bits of room above it.
            func scaled(_ pair: UInt32) -> UInt32 {
                let product = (pair & 0xff_00ff) &* share &+ 0x7f_007f
                return (product &+ (product >> 8 & 0xff_00ff)) >> 8 & 0xff_00ff
            }
            return scaled(pixel >> 8) << 8 | scaled(pixel)
        }
        let painted = parts(of: self, coverage)
        return painted &+ parts(of: ground, 255 - painted >> 24)
    }
}
