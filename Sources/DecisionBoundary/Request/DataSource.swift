import DataFiles
import Datasets

/// The origin of a run's points.
public enum DataSource: Hashable, Sendable {
    /// A generated data set.
    case generated(GeneratedSet)
    /// A CSV file.
    case file(DataFile)
    /// The points themselves.
    case inline(InlineData)
}

/// A generated data set with the parameters of its generator.
public struct GeneratedSet: RequestPart {
    /// The generators.
    public enum Name: String, RequestChoice {
        case moons
        case circles
        case blobs
        case gaussianQuantiles = "gaussian-quantiles"
        case xor
        case spirals

        /// Default standard deviation of the noise; nil if the generator adds none.
        package var defaultNoise: Double? {
            switch self {
            case .moons: 0.2
            case .circles, .xor, .spirals: 0.1
            case .blobs, .gaussianQuantiles: nil
            }
        }
    }

    /// The generator.
    public var name = Name.moons
    /// The number of points; 2 or greater.
    public var samples = 200
    /// The seed of numpy's legacy random numbers.
    public var seed: UInt32 = 0
    /// Standard deviation of the noise added to each coordinate; defaults to 0.2 for moons, else 0.1. Not for blobs and
    /// gaussian-quantiles.
    public var noise: Double?
    /// Radius of the inner circle, from 0 to below 1; defaults to 0.5. Circles only.
    public var factor: Double?
    /// The number of blobs, 2 to 100; defaults to 3. Blobs only.
    public var centers: Int?
    /// Standard deviation within each blob; defaults to 1. Blobs only.
    public var spread: Double?

    public init() {}

    /// Creates a generated set with default parameters.
    public init(_ name: Name, samples: Int = 200, seed: UInt32 = 0) {
        self.name = name
        self.samples = samples
        self.seed = seed
    }

    public static var fields: [RequestField<GeneratedSet>] {
        [
            RequestField("set", \.name), RequestField("samples", \.samples), RequestField("seed", \.seed),
            RequestField("noise", \.noise), RequestField("factor", \.factor), RequestField("centers", \.centers),
            RequestField("spread", \.spread),
        ]
    }
}

/// A CSV file and its reading options.
public struct DataFile: RequestPart {
    /// The file's path; "-" for standard input.
    public var path = "-"
    /// The column of the horizontal coordinates, by name or number; chosen by the contents of the file if nil.
    public var x: String?
    /// The column of the vertical coordinates; chosen if nil.
    public var y: String?
    /// The column of the labels; chosen if nil.
    public var label: String?
    /// The columns that are projected, by name or number, two or more; `["all"]` for all that can be features. They replace
    /// `x` and `y`; two of them without a projection are these.
    public var features: [String]?
    /// The projection of `features` onto two axes; nil for none. The default features of a projection are all.
    public var projection: ProjectionMethod?
    /// True if the first row has names, false if it has data; recognised if nil.
    public var hasHeader: Bool?
    /// The treatment of rows that lack a used value.
    public var missing = MissingPolicy.omit
    /// The words for a missing value, apart from an empty cell.
    public var missingWords = CSVOptions.defaultMissingWords
    /// True if rows that cannot be read are skipped and counted; false if they are errors.
    public var skipsBadRows = false
    /// True if features are standardised for training.
    public var isStandardized = true
    /// The expected SHA-256 of the file, in lower-case hexadecimal digits; optional.
    public var sha256: String?

    public init() {}

    /// Creates a file with the default columns.
    public init(_ path: String) { self.path = path }

    /// The projections onto two axes.
    public enum ProjectionMethod: String, RequestChoice {
        /// The first two principal components of the standardised features of the training part.
        case pca
    }

    /// The treatments of rows that lack a used value.
    public enum MissingPolicy: String, RequestChoice {
        /// The row is left out and counted.
        case omit
        /// The first such row is an error.
        case error
    }

    public static var fields: [RequestField<DataFile>] {
        [
            RequestField("file", \.path), RequestField("x", \.x), RequestField("y", \.y),
            RequestField("label", \.label), RequestField("features", \.features),
            RequestField("project", \.projection), RequestField("header", \.hasHeader),
            RequestField("missing", \.missing),
            RequestField("naValues", \.missingWords), RequestField("skipBadRows", \.skipsBadRows),
            RequestField("standardize", \.isStandardized), RequestField("sha256", \.sha256),
        ]
    }
}

/// Points contained in the request.
public struct InlineData: RequestPart {
    /// The names of the two features, x first.
    public var features = ["x1", "x2"]
    /// The names of the classes, in the order of their indices; two or more.
    public var classes = ["0", "1"]
    /// Pairs of x and y, in data units.
    public var points: [[Double]] = []
    /// One class index per point.
    public var labels: [Int] = []
    /// True if features are standardised for training.
    public var isStandardized = true

    public init() {}

    public static var fields: [RequestField<InlineData>] {
        [
            RequestField("features", \.features), RequestField("classes", \.classes),
            RequestField("points", \.points), RequestField("labels", \.labels),
            RequestField("standardize", \.isStandardized),
        ]
    }
}

/// `{"set": "moons"}`, `{"file": "flowers.csv"}` or `{"points": [[0, 1], …], "labels": [0, …]}`.
extension DataSource: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: RequestFieldName.self)
        if container.contains(RequestFieldName(stringValue: "file")) {
            self = .file(try DataFile(from: decoder))
        } else if container.contains(RequestFieldName(stringValue: "points")) {
            self = .inline(try InlineData(from: decoder))
        } else {
            self = .generated(try GeneratedSet(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .generated(let set): try set.encode(to: encoder)
        case .file(let file):
            try file.encode(to: encoder)
            // Written even if it is the default, since it tells a file from a set.
            var container = encoder.container(keyedBy: RequestFieldName.self)
            try container.encode(file.path, forKey: RequestFieldName(stringValue: "file"))
        case .inline(let data): try data.encode(to: encoder)
        }
    }
}
