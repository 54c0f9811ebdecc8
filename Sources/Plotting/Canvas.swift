public import Geometry

/// Drawing target: the seam between the content of a figure and its pixels or text.
///
/// All lengths are points (1/72 inch), y down from the top left of the page. A canvas keeps its first error and draws
/// nothing after it; the renderer that made the canvas throws it at the end. So drawing code needs no `try`.
public protocol Canvas: TextMeasuring {
    /// Side of a pixel in points; 0 for a canvas without pixels.
    var pixelSize: Double { get }

    /// Fills the inside of `path` by the even-odd rule; open subpaths are closed.
    mutating func fill(_ path: Path, color: Color)

    /// Draws a line along `path`.
    mutating func stroke(_ path: Path, style: StrokeStyle)

    /// Draws `stamp` with its origin at each of `points`, in order.
    mutating func stamp(_ stamp: Stamp, at points: [Point])

    /// Draws one line of text with its baseline's left end at `origin`, turned about it by `angle` degrees clockwise.
    mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double)

    /// Runs `body`, whose drawing is clipped to `rectangle`.
    mutating func clip(to rectangle: Rectangle, _ body: (inout Self) -> Void)
}

extension Canvas {
    /// Defaults to 0, for a canvas without pixels.
    public var pixelSize: Double { 0 }

    /// Defaults to a fill for each layer at each point.
    public mutating func stamp(_ stamp: Stamp, at points: [Point]) { fillLayers(of: stamp, at: points) }

    /// Fills the layers of `stamp` at each of `points`, in order.
    public mutating func fillLayers(of stamp: Stamp, at points: [Point]) {
        for point in points {
            for layer in stamp.layers { fill(layer.path.moved(to: point), color: layer.color) }
        }
    }
}

/// Measures text before anything is drawn.
public protocol TextMeasuring {
    func extents(of text: String, font: Font) -> TextExtents
}

/// Size of one line of text, in points, measured from its baseline's left end.
public struct TextExtents: Hashable, Sendable {
    /// Distance that the pen moves from the start to the end of the text.
    public var advance: Double
    /// Height above the baseline; the same for every text of a font.
    public var ascent: Double
    /// Depth below the baseline, positive; the same for every text of a font.
    public var descent: Double

    /// Creates extents from their parts, in points.
    public init(advance: Double, ascent: Double, descent: Double) {
        self.advance = advance
        self.ascent = ascent
        self.descent = descent
    }
}

/// Style of a line.
public struct StrokeStyle: Hashable, Sendable {
    /// Ends of a line: cut at its last point, a half circle about it, or a half square.
    public enum Cap: Hashable, Sendable { case butt, round, square }
    /// Corners between segments: pointed, rounded, or cut off.
    public enum Join: Hashable, Sendable { case miter, round, bevel }

    /// Colour of the line.
    public var color: Color
    /// Width in points.
    public var width: Double
    /// Ends of open lines.
    public var cap: Cap
    /// Corners between segments.
    public var join: Join
    /// Lengths of dashes and gaps in turn, in points, begun anew in every subpath; empty for a solid line, and ignored
    /// unless all are finite and greater than 0.
    public var dash: [Double]

    /// Creates a style from its parts; width and dashes in points.
    public init(color: Color, width: Double, cap: Cap = .butt, join: Join = .round, dash: [Double] = []) {
        self.color = color
        self.width = width
        self.cap = cap
        self.join = join
        self.dash = dash
    }

    /// The dashes and gaps to draw; empty for a solid line.
    package var usableDash: [Double] { dash.allSatisfy { $0 > 0 && $0.isFinite } ? dash : [] }
}
