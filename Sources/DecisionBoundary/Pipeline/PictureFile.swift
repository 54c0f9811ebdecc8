import CairoRenderer
import Files
public import Geometry
import PictureRecords
import Pictures
import Plotting
import SVGRenderer

/// A picture that was written.
public struct PictureFile: Sendable {
    /// The file's path; "-" for standard output.
    public let path: String
    /// The width in pixels; for a vector picture, of a bitmap at this resolution.
    public let width: Int
    /// The height in pixels; for a vector picture, of a bitmap at this resolution.
    public let height: Int
    /// The size in points (1/72 inch).
    public let size: Size
    /// Title, alternative text and caption.
    public let text: PictureText
    /// The picture's subject.
    package let subject: PictureSubject
    /// Elements that were left out, since the page has no room for them.
    let omitted: [OmittedElement]
}

/// The durations of the stages of a picture, in seconds.
package struct StageSeconds: Sendable {
    package var train = 0.0
    package var grid = 0.0
    package var draw = 0.0
    package var write = 0.0

    package var total: Double { train + grid + draw + write }

    static func += (sum: inout StageSeconds, other: StageSeconds) {
        sum.train += other.train
        sum.grid += other.grid
        sum.draw += other.draw
        sum.write += other.write
    }

    /// Runs `body` and adds its duration to `stage`.
    mutating func measure<Value, E: Error>(
        _ stage: WritableKeyPath<StageSeconds, Double>, _ body: () throws(E) -> Value
    ) throws(E) -> Value {
        let start = ContinuousClock.now
        defer { self[keyPath: stage] += (ContinuousClock.now - start) / .seconds(1) }
        return try body()
    }
}

/// Draws and writes the pages of a run.
struct PageWriter: Sendable {
    let format: PictureFormat
    /// Pixels per inch.
    let dpi: Double
    let files: OutputFiles
    let environment: RunEnvironment

    /// - Parameters:
    ///   - path: "-" for standard output.
    ///   - record: the record to embed; optional.
    ///   - threads: the maximum number of threads, 1 or more.
    /// - Returns: the file and the layout of the page.
    func write<Drawn: Page>(
        _ page: Drawn, _ text: PictureText, subject: PictureSubject, record: String?, to path: String,
        threads: Int, seconds: inout StageSeconds
    ) throws -> (file: PictureFile, layout: Drawn.Layout) {
        let (bytes, layout) = try encoded(page, text, record: record, threads: threads, seconds: &seconds)
        try environment.checkCancellation()
        try seconds.measure(\.write) { try files.write(bytes, to: path, .path) }
        let pixels = [page.size.width, page.size.height].map { Int(max(1, ($0 * dpi / 72).rounded())) }
        let file = PictureFile(
            path: path, width: pixels[0], height: pixels[1], size: page.size, text: text, subject: subject,
            omitted: layout.omitted)
        return (file, layout)
    }

    /// Returns the bytes of the file, and the layout of the page.
    private func encoded<Drawn: Page>(
        _ page: Drawn, _ text: PictureText, record: String?, threads: Int, seconds: inout StageSeconds
    ) throws -> ([UInt8], Drawn.Layout) {
        let renderer = CairoRenderer(dpi: dpi)
        var layout: Drawn.Layout?
        let bytes: [UInt8]
        do {
            switch format {
            case .gif: throw RunError(.internalError, "a single page is no GIF")
            case .png:
                let bitmap = try seconds.measure(\.draw) {
                    try renderer.bitmap(size: page.size, isTransparent: page.theme.pageColor.alpha == 0) {
                        layout = page.draw(on: &$0)
                    }
                }
                try environment.checkCancellation()
                bytes = try seconds.measure(\.write) {
                    try bitmap.png(dpi: dpi, texts: text.pngTexts(record: record), threads: threads)
                }
            case .svg:
                bytes = try seconds.measure(\.draw) {
                    SVGRenderer(measuring: try FontMetrics()).svg(
                        size: page.size, title: text.title, description: text.altText, metadata: record ?? ""
                    ) { layout = page.draw(on: &$0) }
                }
            case .pdf:
                bytes = try seconds.measure(\.draw) {
                    try renderer.pdf(
                        size: page.size, title: text.title, description: record == nil ? "" : text.description,
                        keywords: record ?? ""
                    ) { layout = page.draw(on: &$0) }
                }
            }
        } catch let error as RendererError {
            throw RunError(error)
        }
        guard let layout else { preconditionFailure("a page is drawn once") }
        return (bytes, layout)
    }
}

extension RunError {
    /// Creates the error of drawing or encoding a page.
    init(_ error: RendererError) {
        let kind: Kind =
            switch error {
            case .unusablePageSize, .unusableResolution, .tooManyPixels: .badRequest
            case .outOfMemory: .tooLarge
            case .fontNotFound, .fontUnreadable: .missingInput
            case .drawingFailed, .unusableTextKeyword, .encodingFailed: .internalError
            }
        self.init(kind, "\(error)")
    }
}

/// A drawing that fills a page.
protocol Page {
    associatedtype Layout: PageLayout
    /// The size in points (1/72 inch).
    var size: Size { get }
    var theme: Theme { get }
    func draw(on canvas: inout some Canvas) -> Layout
}

extension Figure: Page {}
extension Sheet: Page {}

/// The layout of a page.
protocol PageLayout {
    /// Elements that were left out, since the page has no room for them.
    var omitted: [OmittedElement] { get }
}

extension FigureLayout: PageLayout {}
extension SheetLayout: PageLayout {}

extension RunResult {
    /// Notes on elements that pages have no room for, one for each size of pages.
    package var notes: [RunNote] {
        files.map(\.size).distinct.compactMap { size -> RunNote? in
            let missing = Set(files.filter { $0.size == size }.flatMap(\.omitted))
            guard !missing.isEmpty else { return nil }
            let names = OmittedElement.allCases.filter(missing.contains).map { "the \($0.rawValue)" }.listed
            let inches = [size.width, size.height].map { DecimalText.significant($0 / 72, digits: 3) }
            return .note(
                "a page of \(inches[0]) × \(inches[1]) inches has no room for \(names); a greater \(.size) shows all")
        }
    }
}

extension PictureText {
    /// Returns the texts of a PNG.
    fileprivate func pngTexts(record: String?) -> [PNGText] {
        let title = PNGText(keyword: "Title", value: title)
        let software = PNGText(keyword: "Software", value: "boundaryplot")
        guard let record else { return [title, software] }
        return [
            title, PNGText(keyword: "Description", value: description), software,
            PNGText(keyword: EmbeddedRecord.pngKeyword, value: record, isCompressible: true),
        ]
    }
}
