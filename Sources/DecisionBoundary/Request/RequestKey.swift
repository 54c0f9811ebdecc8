/// A key of a `Request`, for error messages.
///
/// The raw value is the key's path in the JSON of the request, or the name of a setting of its environment. The command
/// line names its own options instead.
public enum RequestKey: String, CaseIterable, Hashable, Sendable {
    case data = "data"
    case x = "data.x"
    case y = "data.y"
    case label = "data.label"
    case features = "data.features"
    case projection = "data.project"
    case header = "data.header"
    case missing = "data.missing"
    case naValues = "data.naValues"
    case samples = "data.samples"
    case noise = "data.noise"
    case factor = "data.factor"
    case centers = "data.centers"
    case spread = "data.spread"
    case seed = "data.seed"
    case testFraction = "split.testFraction"
    case lastCount = "split.last"
    case splitSeed = "split.seed"
    case stratify = "split.stratify"
    case repeats = "split.repeats"
    case classifiers = "classifiers"
    case hidden = "classifiers.hidden"
    case lambda = "classifiers.lambda"
    case model = "classifiers.model"
    case command = "classifiers.command"
    case predictions = "classifiers.predictions"
    case scores = "classifiers.scores"
    case initialSeed = "training.initialSeed"
    case restarts = "training.restarts"
    case maxIterations = "training.maxIterations"
    case optimizer = "training.optimizer"
    case tolerance = "training.tolerance"
    case step = "grid.step"
    case margin = "grid.margin"
    case xLimits = "grid.xLimits"
    case yLimits = "grid.yLimits"
    case size = "page.size"
    case dpi = "page.dpi"
    case title = "page.title"
    case hasTitle = "page.hasTitle"
    case xLabel = "page.xLabel"
    case yLabel = "page.yLabel"
    case hasLegend = "page.hasLegend"
    case legend = "page.legend"
    case hasPoints = "page.hasPoints"
    case pointSize = "page.pointSize"
    case pointOpacity = "page.pointOpacity"
    case palette = "regions.palette"
    case fill = "regions.fill"
    case levels = "regions.levels"
    case showsUnitLines = "regions.unitLines"
    case showsRestarts = "regions.showsRestarts"
    case sheet = "product.surface.sheet"
    case overlay = "product.surface.overlay"
    case curve = "product.surface.curve"
    case over = "product.curve.over"
    case frames = "product.film.frames"
    case seconds = "product.film.seconds"
    case loops = "product.film.loop"
    case folds = "product.tune.folds"
    case stratifyFolds = "product.tune.stratifyFolds"
    case path = "outputs.path"
    case format = "outputs.format"
    case json = "outputs.json"
    case models = "outputs.models"
    case startsOver = "outputs.startOver"
    case shard = "outputs.shard"
    case merge = "outputs.merge"
    case timeout = "commandTimeout"
}

/// A message that may name keys of a `Request`.
public struct RequestMessage: ExpressibleByStringInterpolation, Hashable, Sendable {
    fileprivate enum Part: Hashable, Sendable {
        case text(String)
        case key(RequestKey)
    }

    private let parts: [Part]

    /// Collects the parts of an interpolated message.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { parts.append(.text(literal)) }
        public mutating func appendInterpolation(_ key: RequestKey) { parts.append(.key(key)) }
        public mutating func appendInterpolation(_ message: RequestMessage) { parts += message.parts }
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            parts.append(.text(value.description))
        }
    }

    public init(stringLiteral value: String) { parts = [.text(value)] }
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// The keys that the message names.
    package var keys: [RequestKey] {
        parts.compactMap { part in
            if case .key(let key) = part { key } else { nil }
        }
    }

    /// Returns the message with key names from `name`.
    public func text(naming name: (RequestKey) -> String = \.rawValue) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .key(let key): name(key)
            }
        }.joined()
    }
}
