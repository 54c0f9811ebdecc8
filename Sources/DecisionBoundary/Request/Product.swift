public import ModelSelection

/// The result of a run.
public enum Product: Hashable, Sendable {
    /// One picture for each classifier.
    case surface(SurfaceSettings = SurfaceSettings())
    /// All classifiers on one page.
    case sheet
    /// The boundaries of all classifiers over one scatter of the data.
    case overlay
    /// One network on every pair of a file's features, on one page.
    case pairs
    /// Error or cost against size, λ or the number of training points; or cost against iterations.
    case curve(CurveSettings = CurveSettings())
    /// One network during its training: a GIF, a page of panels, or a page for every frame.
    case film(FilmSettings = FilmSettings())
    /// The choice of size and λ by cross-validation.
    case tune(TuneSettings = TuneSettings())
    /// The area on which two classifiers differ.
    case difference
    /// An HTML page of all classifiers, for readers.
    case report

    /// The default classifiers.
    var defaultClassifiers: [ClassifierRequest] {
        switch self {
        case .surface, .pairs: Request.networks(hidden: [[3]])
        case .sheet, .overlay: Request.networks(hidden: [1, 2, 3, 5, 20].map { [$0] })
        case .curve(let settings):
            switch settings.axis {
            case .hidden: Request.networks(hidden: (1...20).map { [$0] })
            case .lambda: Request.networks(hidden: [[20]], lambdas: CurveSettings.defaultLambdas)
            case .samples, .iterations: Request.networks(hidden: [[20]])
            }
        case .film: Request.networks(hidden: [[20]])
        case .difference: Request.networks(hidden: [[3], [20]])
        case .tune:
            Request.networks(hidden: [1, 2, 3, 5, 10, 20].map { [$0] }, lambdas: [0.0001, 0.001, 0.01, 0.1, 1])
        case .report:
            Request.networks(hidden: [[], [1], [2], [3], [5], [10], [20]], lambdas: [0.0001, 0.001, 0.01, 0.1, 1])
        }
    }

    /// The default division of the points.
    var defaultSplit: SplitSettings? {
        if case .tune = self { SplitSettings(testFraction: 0.2) } else { nil }
    }

    /// The default number of trainings of each network: five for the verdicts on many networks, which a poor local
    /// minimum would mislead; else one, as in the article.
    package var defaultRestarts: Int {
        switch self {
        case .curve, .tune, .report: 5
        case .surface, .sheet, .overlay, .pairs, .film, .difference: 1
        }
    }

    fileprivate var name: String {
        switch self {
        case .surface: "surface"
        case .sheet: "sheet"
        case .overlay: "overlay"
        case .pairs: "pairs"
        case .curve: "curve"
        case .film: "film"
        case .tune: "tune"
        case .difference: "difference"
        case .report: "report"
        }
    }
}

/// Additional pictures of several classifiers.
public struct SurfaceSettings: RequestPart {
    /// True if a sheet of all classifiers is also drawn.
    public var hasSheet = false
    /// True if the boundaries of all classifiers are also drawn over one scatter.
    public var hasOverlay = false
    /// The curve to draw as well; optional.
    public var curve: CurveSettings?

    public init() {}

    public static var fields: [RequestField<SurfaceSettings>] {
        [
            RequestField("sheet", \.hasSheet), RequestField("overlay", \.hasOverlay), RequestField("curve", \.curve),
        ]
    }
}

/// The settings of a curve.
public struct CurveSettings: RequestPart {
    /// The quantities.
    public enum Measure: String, RequestChoice {
        /// The share of misclassified points.
        case error
        /// The cross-entropy.
        case cost
    }

    /// The quantities along the horizontal axis.
    public enum Axis: String, RequestChoice {
        /// The sizes of the networks.
        case hidden
        /// λ, the weight of the penalty on large weights.
        case lambda
        /// The number of training points: a learning curve.
        case samples
        /// The iterations of the training of one network: its history, whose values are costs.
        case iterations
    }

    /// The quantity of the values; ignored over iterations.
    public var measure = Measure.error
    /// The quantity along the horizontal axis.
    public var axis = Axis.hidden

    public init() {}

    /// Creates the settings for two quantities.
    public init(_ measure: Measure, over axis: Axis = .hidden) {
        self.measure = measure
        self.axis = axis
    }

    public static var fields: [RequestField<CurveSettings>] {
        [RequestField("of", \.measure), RequestField("over", \.axis)]
    }

    /// The default λ along an axis of λ.
    static let defaultLambdas = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
}

/// The folds of a cross-validation and the selection rule.
public struct TuneSettings: RequestPart {
    /// The number of folds; 2 or greater.
    public var folds = 5
    /// True if folds are stratified by class.
    public var hasStratifiedFolds = true
    /// The selection rule.
    public var rule = SelectionRule.best

    public init() {}

    public static var fields: [RequestField<TuneSettings>] {
        [
            RequestField("folds", \.folds), RequestField("stratifyFolds", \.hasStratifiedFolds),
            RequestField("rule", \.rule),
        ]
    }
}

extension SelectionRule: RequestChoice {}

/// The product's name, or an object of one key with its settings: `"sheet"`, `{"curve": {"of": "cost"}}`.
extension Product: Codable {
    public init(from decoder: any Decoder) throws {
        let plain: [Product] = [.surface(), .sheet, .overlay, .pairs, .curve(), .film(), .tune(), .difference, .report]
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            guard let product = plain.first(where: { $0.name == name }) else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "'\(name)': \(plain.map(\.name).joined(separator: ", ")) are accepted"))
            }
            self = product
            return
        }
        let container = try decoder.container(keyedBy: RequestFieldName.self)
        try container.checkKeys(plain.map(\.name))
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "an object of \(container.allKeys.count) keys: one product is accepted"))
        }
        // These have no settings.
        if ["sheet", "overlay", "pairs", "difference", "report"].contains(key.stringValue) {
            try container.nestedContainer(keyedBy: RequestFieldName.self, forKey: key).checkKeys([])
        }
        self =
            switch key.stringValue {
            case "surface": .surface(try container.decode(SurfaceSettings.self, forKey: key))
            case "curve": .curve(try container.decode(CurveSettings.self, forKey: key))
            case "film": .film(try container.decode(FilmSettings.self, forKey: key))
            case "tune": .tune(try container.decode(TuneSettings.self, forKey: key))
            default: plain.first { $0.name == key.stringValue } ?? .sheet
            }
    }

    public func encode(to encoder: any Encoder) throws {
        let key = RequestFieldName(stringValue: name)
        func encode<Settings: RequestPart>(_ settings: Settings) throws {
            if settings == Settings() {
                var container = encoder.singleValueContainer()
                try container.encode(name)
            } else {
                var container = encoder.container(keyedBy: RequestFieldName.self)
                try container.encode(settings, forKey: key)
            }
        }
        switch self {
        case .surface(let settings): try encode(settings)
        case .curve(let settings): try encode(settings)
        case .film(let settings): try encode(settings)
        case .tune(let settings): try encode(settings)
        case .sheet, .overlay, .pairs, .difference, .report:
            var container = encoder.singleValueContainer()
            try container.encode(name)
        }
    }
}
