import CairoRenderer
import Geometry
import Plotting

let white = Bitmap.Pixel(red: 255, green: 255, blue: 255)
let black = Bitmap.Pixel(red: 0, green: 0, blue: 0)

extension Color {
    static let pureBlack = Color(red: 0, green: 0, blue: 0)
    static let pureRed = Color(red: 1, green: 0, blue: 0)
}

extension Path {
    /// Creates a closed polygon through `points`.
    static func closed(_ points: (Double, Double)...) -> Path {
        Path(lines(points) + [.close])
    }

    static func open(_ points: (Double, Double)...) -> Path {
        Path(lines(points))
    }

    static func rectangle(_ rectangle: Rectangle) -> Path {
        .closed(
            (rectangle.minX, rectangle.minY), (rectangle.maxX, rectangle.minY), (rectangle.maxX, rectangle.maxY),
            (rectangle.minX, rectangle.maxY))
    }

    private static func lines(_ points: [(Double, Double)]) -> [Element] {
        points.enumerated().map { index, point in
            let point = Point(x: point.0, y: point.1)
            return index == 0 ? .move(to: point) : .line(to: point)
        }
    }
}

/// A picture of `width × height` pixels at one pixel per point.
func pixels(
    _ width: Int, _ height: Int, draw: (inout CairoCanvas) -> Void
) throws(RendererError) -> Bitmap {
    try CairoRenderer(dpi: 72).bitmap(size: Size(width: Double(width), height: Double(height)), draw: draw)
}

extension Bitmap {
    /// The rows as text: `#` black, `.` white, `?` anything else.
    var picture: [String] {
        (0..<height).map { row in
            String((0..<width).map { self[$0, row] == black ? "#" : self[$0, row] == white ? "." : "?" })
        }
    }

    var rgb: [UInt8] {
        (0..<height).flatMap { row in
            (0..<width).flatMap { [self[$0, row].red, self[$0, row].green, self[$0, row].blue] }
        }
    }

    /// The amount of black, in whole pixels.
    var ink: Double {
        rgb.reduce(0) { $0 + Double(255 - $1) } / (3 * 255)
    }
}

/// Smooth lines, text, a clip and transparency: more than 256 colours.
func drawSample(on canvas: inout CairoCanvas) {
    canvas.clip(to: Rectangle(minX: 10, minY: 10, maxX: 190, maxY: 90)) { canvas in
        canvas.fill(.closed((0, 0), (200, 30), (100, 100)), color: Color(red: 0.9, green: 0.7, blue: 0.8))
        for step in 0..<24 {
            let x = 8 * Double(step)
            let color = Color(red: x / 200, green: 0.4, blue: 1 - x / 200, alpha: 0.8)
            canvas.stroke(.open((x, 5), (x + 37, 95)), style: StrokeStyle(color: color, width: 1.3))
        }
    }
    canvas.draw("Decision −0.5 λ", at: Point(x: 20, y: 60), font: Font(size: 14), color: .pureBlack, angle: 0)
    canvas.draw(
        "bold", at: Point(x: 180, y: 80), font: Font(size: 11, weight: .bold), color: .pureRed, angle: -90)
}

let sampleSize = Size(width: 200, height: 100)
