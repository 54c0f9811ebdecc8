public import Geometry

/// What a figure is drawn on: the seam between what a picture *is* and how it becomes pixels or text.
///
/// All lengths are points (1/72 inch), y down from the top left of the page. A canvas keeps its first error and draws
/// nothing more after it; the renderer that made the canvas throws it at the end. So drawing code needs no `try`.
public protocol Canvas: TextMeasuring {
    /// The side of a pixel in points; 0 where the canvas has none.
    var pixelSize: Double { get }

    /// Fills the inside of `path` by the even-odd rule; open subpaths are closed.
    mutating func fill(_ path: Path, color: Color)

    /// Draws a line along `path`.
    mutating func stroke(_ path: Path, style: StrokeStyle)

    /// Draws `stamp` with its origin at each of `points`, in order.
    mutating func stamp(_ stamp: Stamp, at points: [Point])

    /// Draws one line of text with its baseline's left end at `origin`, turned about it by `angle` degrees clockwise.
    mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double)

    /// Runs `body` with everything outside of `rectangle` protected from it.
    mutating func clip(to rectangle: Rectangle, _ body: (inout Self) -> Void)
}

extension Canvas {
    /// 0: a canvas without pixels.
    public var pixelSize: Double { 0 }

    /// Fills the layers of `stamp` at one point after the other.
    public mutating func stamp(_ stamp: Stamp, at points: [Point]) { fillLayers(of: stamp, at: points) }

    /// Fills the layers of `stamp` at one point after the other, as a canvas without a faster way does.
    public mutating func fillLayers(of stamp: Stamp, at points: [Point]) {
        for point in points {
            for layer in stamp.layers { fill(layer.path.moved(to: point), color: layer.color) }
        }
    }
}

/// What tells how much room text takes, before anything is drawn.
public protocol TextMeasuring {
    func extents(of text: String, font: Font) -> TextExtents
}

/// The room that one line of text takes, in points, measured from its baseline's left end.
public struct TextExtents: Hashable, Sendable {
    /// How far the pen moves from the start to the end of the text.
    public var advance: Double
    /// The height above the baseline that the font asks for; the same for every text of a font.
    public var ascent: Double
    /// The depth below the baseline that the font asks for, positive; the same for every text of a font.
    public var descent: Double

    /// Extents from their parts, in points.
    public init(advance: Double, ascent: Double, descent: Double) {
        self.advance = advance
        self.ascent = ascent
        self.descent = descent
    }
}

/// How a line is drawn.
public struct StrokeStyle: Hashable, Sendable {
    /// How a line ends: at its last point, with a half circle about it, or with a half square.
    public enum Cap: Hashable, Sendable { case butt, round, square }
    /// How two segments meet: in a point, rounded, or cut off.
    public enum Join: Hashable, Sendable { case miter, round, bevel }

    /// The line's colour.
    public var color: Color
    /// The line's width in points.
    public var width: Double
    /// How open lines end.
    public var cap: Cap
    /// How segments meet.
    public var join: Join

    /// A style from its parts; the width in points.
    public init(color: Color, width: Double, cap: Cap = .butt, join: Join = .round) {
        self.color = color
        self.width = width
        self.cap = cap
        self.join = join
    }
}
