/// The output files of a run.
public struct Outputs: RequestPart {
    /// The folder of the pictures, or the file of one; in a file name, {hidden} and {lambda} are replaced by the values
    /// of the network. Defaults to "output", for a single page to a file in that folder; "-" is standard output.
    public var path: String?
    /// The format of the pictures; defaults to the extension of the path, else png.
    public var format: PictureFormat?
    /// The file of the summary, as JSON; "-" is standard output. Optional.
    public var json: String?
    /// The file of the trained network; {hidden} and {lambda} are replaced by its values. Optional.
    public var models: String?
    /// True if pictures contain a record of their request, data and results.
    public var hasMetadata = true
    /// True if a tuning ignores the journal of an interrupted run.
    public var startsOver = false
    /// The part of a tuning's fits to make, without choice and pictures; nil for all fits. Outputs are neither in records nor
    /// in the first lines of journals, so the journals of all shards begin with the same request.
    public var shard: Shard?
    /// True if a tuning reads its fits from the journals of all shards instead of making them.
    public var mergesShards = false

    public init() {}

    public static var fields: [RequestField<Outputs>] {
        [
            RequestField("path", \.path), RequestField("format", \.format), RequestField("json", \.json),
            RequestField("models", \.models), RequestField("metadata", \.hasMetadata),
            RequestField("startOver", \.startsOver), RequestField("shard", \.shard),
            RequestField("merge", \.mergesShards),
        ]
    }

    static let defaultFolder = "output"
}

/// The formats of pictures.
public enum PictureFormat: String, RequestChoice {
    case png
    case svg
    case pdf
    /// The file of a film.
    case gif

    /// Creates the format of a file extension; nil for any other extension.
    init?(path: String) {
        let ending = path.lowercased()
        guard let format = Self.allCases.first(where: { ending.hasSuffix("." + $0.rawValue) }) else { return nil }
        self = format
    }

    /// The formats of a single page.
    package static let pages: [PictureFormat] = [.png, .svg, .pdf]

    /// True if pictures of the format have pixels.
    var hasPixels: Bool { self == .png || self == .gif }

    /// ".png, .svg or .pdf".
    static let endings = ".png, .svg or .pdf"
}
