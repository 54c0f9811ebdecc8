public import ModelSelection

/// The result of a run.
public enum Product: Hashable, Sendable {
    /// One picture for each classifier.
    case surface(SurfaceSettings = SurfaceSettings())
    /// All classifiers on one page.
    case sheet
    /// Error or cost against the sizes of the networks.
    case curve(CurveSettings = CurveSettings())
    /// The choice of size and λ by cross-validation.
    case tune(TuneSettings = TuneSettings())
    /// The area on which two classifiers differ.
    case difference

    /// The default classifiers.
    var defaultClassifiers: [ClassifierRequest] {
        switch self {
        case .surface: Request.networks(hidden: [[3]])
        case .sheet: Request.networks(hidden: [1, 2, 3, 5, 20].map { [$0] })
        case .curve: Request.networks(hidden: (1...20).map { [$0] })
        case .difference: Request.networks(hidden: [[3], [20]])
        case .tune:
            Request.networks(hidden: [1, 2, 3, 5, 10, 20].map { [$0] }, lambdas: [0.0001, 0.001, 0.01, 0.1, 1])
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
        case .curve, .tune: 5
        case .surface, .sheet, .difference: 1
        }
    }

    fileprivate var name: String {
        switch self {
        case .surface: "surface"
        case .sheet: "sheet"
        case .curve: "curve"
        case .tune: "tune"
        case .difference: "difference"
        }
    }
}

/// Additional pictures of several classifiers.
public struct SurfaceSettings: RequestPart {
    /// True if a sheet of all classifiers is also drawn.
    public var hasSheet = false
    /// The curve to draw as well; optional.
    public var curve: CurveSettings?

    public init() {}

    public static var fields: [RequestField<SurfaceSettings>] {
        [RequestField("sheet", \.hasSheet), RequestField("curve", \.curve)]
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

    /// The quantity.
    public var measure = Measure.error

    public init() {}

    /// Creates the settings for a quantity.
    public init(_ measure: Measure) { self.measure = measure }

    public static var fields: [RequestField<CurveSettings>] { [RequestField("of", \.measure)] }
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
        let plain: [Product] = [.surface(), .sheet, .curve(), .tune(), .difference]
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
        // Neither has settings.
        if ["sheet", "difference"].contains(key.stringValue) {
            try container.nestedContainer(keyedBy: RequestFieldName.self, forKey: key).checkKeys([])
        }
        self =
            switch key.stringValue {
            case "surface": .surface(try container.decode(SurfaceSettings.self, forKey: key))
            case "curve": .curve(try container.decode(CurveSettings.self, forKey: key))
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
        case .tune(let settings): try encode(settings)
        case .sheet, .difference:
            var container = encoder.singleValueContainer()
            try container.encode(name)
        }
    }
}
