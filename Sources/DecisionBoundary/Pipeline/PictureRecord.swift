import Files
import Geometry
import PictureRecords

/// The subject of a picture.
public enum PictureSubject: String, Codable, Sendable {
    /// The regions of one classifier.
    case network
    /// The regions of several classifiers.
    case sheet
    /// The boundaries of several classifiers over one scatter.
    case overlay
    /// The regions of one classifier for every pair of features.
    case pairs
    /// A curve of error or cost.
    case curve
    /// Validation error and cost by size and λ.
    case heatMap
    /// The regions of the network chosen by a tuning; only in records of version 1.
    case winner
    /// A network at several iterations of its training.
    case film
    /// The difference of two classifiers.
    case difference
}

/// Format of the records in pictures.
package enum PictureRecord {
    static let format = "boundaryplot-picture"
    static let version = 2

    /// The most memory for decoding a record, in bytes. Decoding and printing it take less than 64 MiB more and a second.
    private static let greatestNeed = 48 << 20

    /// True if a record is small enough to be read: one of 300,000 weights or 100,000 points is.
    static func isReadable(_ text: String) -> Bool { MemoryLimit.need(json: text.utf8) <= greatestNeed }
}

extension Plan {
    /// Returns the record of a picture as JSON on one line; nil if pictures have no record.
    ///
    /// - Parameters:
    ///   - classifiers: indices of the picture's classifiers.
    ///   - product: the product that has this picture alone; nil for that of the request.
    func record(
        of subject: PictureSubject, _ scored: [ScoredClassifier], classifiers: [Int], product: Product? = nil
    ) throws -> String? {
        guard request.outputs.hasMetadata else { return nil }
        if let text = environment.record { return text }
        var resolved = resolved(for: subject, classifiers: classifiers)
        if let product { resolved.product = product }
        let record = WrittenRecord(
            picture: subject, request: RecordedRequest(request: resolved), data: dataSummary,
            networks: zip(scored, classifiers).map { summary(of: $0, as: request.classifiers[$1]) })
        let text = EmbeddedRecord.portable(try JSONText.text(of: record))
        guard PictureRecord.isReadable(text) else {
            environment.note(
                .warning(
                    """
                    a picture has no record, which would need more than 48 MiB to be read; points in a file of their own, \
                    or smaller networks, leave room for it
                    """))
            return nil
        }
        return text
    }

    /// Returns the request of a single picture: its own classifiers, no outputs, and data and step filled in.
    func resolved(for subject: PictureSubject, classifiers: [Int]) -> Request {
        var resolved = request
        resolved.outputs = Outputs()
        resolved.data = loaded.source
        resolved.classifiers = classifiers.map { request.classifiers[$0].recorded }
        if request.product == .pairs, case .file(var file) = loaded.source {
            (file.x, file.y) = (nil, nil)
            if case .file(let given) = request.data { file.features = given.features }
            (resolved.data, resolved.classifiers) = (.file(file), request.classifiers)
        } else if !request.isCurve {
            resolved.grid.step = AxisPair(x: extent.step.x, y: extent.step.y)
        }
        resolved.omitDefaultOptimizer()
        return resolved.restricted(to: subject)
    }
}

/// The JSON of a record.
private struct WrittenRecord: Encodable {
    let format = PictureRecord.format
    let version = PictureRecord.version
    let picture: PictureSubject
    let request: RecordedRequest
    let data: JSONValue
    let networks: [JSONValue]
}

/// A request in a record. Whatever the product, it has the number of restarts unless that is 1, the default of all
/// products when the first such records were made.
private struct RecordedRequest: Encodable {
    let request: Request

    func encode(to encoder: any Encoder) throws {
        var defaults = Request(request.product)
        defaults.training.restarts = 1
        try request.encode(to: encoder, omitting: defaults)
    }
}

extension Request {
    /// The request of one of its pictures alone, without settings that the picture ignores.
    package func restricted(to subject: PictureSubject) -> Request {
        var request = self
        switch (subject, product) {
        case (.network, .surface): request.product = .surface()
        case (.sheet, _): (request.product, request.page.legend) = (.sheet, .auto)
        case (.overlay, _):
            request.product = .overlay
            // No other setting of regions applies.
            request.regions = RegionStyle()
            request.regions.palette = regions.palette
        case (.curve, .surface(let settings)):
            request.product = .curve(settings.curve ?? CurveSettings())
            (request.grid, request.regions) = (GridSettings(), RegionStyle())
            (request.page.xLabel, request.page.yLabel, request.page.hasPoints) = (nil, nil, true)
            (request.page.pointSize, request.page.pointOpacity) = (1, nil)
        default: break
        }
        return request
    }
}
