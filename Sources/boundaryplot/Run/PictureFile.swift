import CairoRenderer
import DecisionBoundary
import Geometry
import Plotting

/// A picture that has been written.
struct PictureFile: Sendable {
    let path: String
    /// In pixels.
    let width: Int
    /// In pixels.
    let height: Int

    /// Draws a page and writes it as PNG.
    ///
    /// - Parameters:
    ///   - size: of the page, in points (1/72 inch).
    ///   - title: of the picture, for those who search in files.
    ///   - description: what is shown; the same run gives the same one.
    ///   - draw: draws on the whole page.
    static func write(
        to path: String, size: Size, dpi: Double, title: String, description: String,
        seconds: inout Picture.Seconds, draw: (inout CairoCanvas) -> Void
    ) throws -> PictureFile {
        let bitmap = try seconds.measure(\.draw) { try CairoRenderer(dpi: dpi).bitmap(size: size, draw: draw) }
        try Interruption.check()
        let texts = [
            PNGText(keyword: "Title", value: title), PNGText(keyword: "Description", value: description),
            PNGText(keyword: "Software", value: "boundaryplot"),
        ]
        let png = try seconds.measure(\.write) { try bitmap.png(dpi: dpi, texts: texts) }
        try seconds.measure(\.write) { try AtomicFile.write(png, to: path) }
        return PictureFile(path: path, width: bitmap.width, height: bitmap.height)
    }
}
