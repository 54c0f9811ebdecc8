import CairoRenderer
import DecisionBoundary
import Files
import Geometry
import PictureRecords
import Plotting
import SVGRenderer

/// A picture that has been written.
struct PictureFile: Sendable {
    let path: String
    /// In pixels; of a picture without any, those that it would have.
    let width: Int
    /// In pixels; of a picture without any, those that it would have.
    let height: Int
    /// In points (1/72 inch).
    let size: Size
    /// What the picture says of itself, and what is said of it: the same run gives the same.
    let words: PictureWords

    /// Draws a page and writes it.
    ///
    /// - Parameters:
    ///   - path: "-" for standard output.
    ///   - dpi: pixels per inch.
    /// - Returns: the file, and where everything stands on the page.
    static func write<Drawn: Page>(
        _ page: Drawn, to path: String, format: PictureFormat, dpi: Double, words: PictureWords,
        seconds: inout Picture.Seconds
    ) throws -> (file: PictureFile, layout: Drawn.Layout) {
        let renderer = CairoRenderer(dpi: dpi)
        var layout: Drawn.Layout?
        let bytes: [UInt8]
        switch format {
        case .png:
            let bitmap = try seconds.measure(\.draw) {
                try renderer.bitmap(size: page.size, isTransparent: page.theme.pageColor.alpha == 0) {
                    layout = page.draw(on: &$0)
                }
            }
            try Interruption.check()
            bytes = try seconds.measure(\.write) { try bitmap.png(dpi: dpi, texts: words.pngTexts) }
        case .svg:
            bytes = try seconds.measure(\.draw) {
                SVGRenderer(measuring: try FontMetrics()).svg(
                    size: page.size, title: words.title, description: words.altText, metadata: words.record ?? ""
                ) { layout = page.draw(on: &$0) }
            }
        case .pdf:
            bytes = try seconds.measure(\.draw) {
                try renderer.pdf(
                    size: page.size, title: words.title, description: words.record == nil ? "" : words.description,
                    keywords: words.record ?? ""
                ) {
                    layout = page.draw(on: &$0)
                }
            }
        }
        try Interruption.check()
        guard let layout else { preconditionFailure("a page is drawn once") }
        try seconds.measure(\.write) {
            if path == "-" { try StandardStream.output.write(bytes) } else { try AtomicFile.write(bytes, to: path) }
        }
        let pixels = [page.size.width, page.size.height].map { Int(max(1, ($0 * dpi / 72).rounded())) }
        return (PictureFile(path: path, width: pixels[0], height: pixels[1], size: page.size, words: words), layout)
    }
}

/// What can be drawn on a page of its own.
protocol Page {
    associatedtype Layout
    /// In points (1/72 inch).
    var size: Size { get }
    var theme: Theme { get }
    func draw(on canvas: inout some Canvas) -> Layout
}

extension Figure: Page {}
extension Sheet: Page {}

extension PictureWords {
    /// What a PNG says of itself.
    fileprivate var pngTexts: [PNGText] {
        let title = PNGText(keyword: "Title", value: title)
        let software = PNGText(keyword: "Software", value: "boundaryplot")
        guard let record else { return [title, software] }
        return [
            title, PNGText(keyword: "Description", value: description), software,
            PNGText(keyword: EmbeddedRecord.pngKeyword, value: record, isCompressible: true),
        ]
    }
}
