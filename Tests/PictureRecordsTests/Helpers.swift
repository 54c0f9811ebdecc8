import CairoRenderer
import Geometry
import PictureRecords
import Plotting
import SVGRenderer

/// The kinds of files, and how this project writes them with a record.
enum Writer: CaseIterable {
    case png, svg, pdf, gif

    func file(with record: String) throws -> [UInt8] {
        let size = Size(width: 9, height: 9)
        switch self {
        case .png:
            let texts = [
                PNGText(keyword: "Title", value: "a title"),
                PNGText(keyword: EmbeddedRecord.pngKeyword, value: record, isCompressible: true),
            ]
            return try CairoRenderer(dpi: 72).png(size: size, texts: texts, draw: drawSquare)
        case .svg:
            return SVGRenderer(measuring: try FontMetrics()).svg(
                size: size, title: "<metadata>", metadata: record, draw: drawSquare)
        case .pdf:
            return try CairoRenderer().pdf(size: size, title: "a title", keywords: record, draw: drawSquare)
        case .gif:
            let bitmap = try CairoRenderer(dpi: 72).bitmap(size: size, draw: drawSquare)
            let empty = try CairoRenderer(dpi: 72).bitmap(size: size) { _ in }
            return try Animation([.init(bitmap, hundredths: 10), .init(empty, hundredths: 10)]).gif(comment: record)
        }
    }
}

func drawSquare(on canvas: inout some Canvas) {
    canvas.fill(Path(Rectangle(minX: 1, minY: 1, maxX: 5, maxY: 5)), color: Color(red: 0.9, green: 0.2, blue: 0.1))
}

/// The record in the file, or the error.
func find(in file: [UInt8]) -> Result<String?, PictureRecordError> {
    Result { () throws(PictureRecordError) in try EmbeddedRecord.find(in: file) }
}

func find(in text: String) -> Result<String?, PictureRecordError> {
    find(in: Array(text.utf8))
}

extension Result {
    /// nil for a success.
    var error: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}

/// Reproducible random numbers.
struct LinearCongruentialGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next(below count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
}
