import Files
import Geometry
import PictureRecords

/// The subject of a picture.
public enum PictureSubject: String, Codable, Sendable {
    /// The regions of one classifier.
    case network
    /// The regions of several classifiers.
    case sheet
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
        let record = JSONValue([
            "format": PictureRecord.format, "version": PictureRecord.version, "picture": subject.rawValue,
            "request": resolved.jsonValue, "data": dataSummary,
            "networks": zip(scored, classifiers).map { summary(of: $0, as: request.classifiers[$1]) },
        ])
        return EmbeddedRecord.portable(try JSONText.text(of: record))
    }

    /// Returns the request of a single picture: its own classifiers, no outputs, and data and step filled in.
    func resolved(for subject: PictureSubject, classifiers: [Int]) -> Request {
        var resolved = request
        resolved.outputs = Outputs()
        resolved.data = loaded.source
        resolved.classifiers = classifiers.map { request.classifiers[$0] }
        if !request.isCurve { resolved.grid.step = AxisPair(x: extent.step.x, y: extent.step.y) }
        resolved.omitDefaultOptimizer()
        return resolved.restricted(to: subject)
    }
}

extension Request {
    /// The request of one of its pictures alone, without settings that the picture ignores.
    package func restricted(to subject: PictureSubject) -> Request {
        var request = self
        switch (subject, product) {
        case (.network, .surface): request.product = .surface()
        case (.sheet, _): (request.product, request.page.legend) = (.sheet, .auto)
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
