import Files
public import Training

/// A requested classifier.
public enum ClassifierRequest: Hashable, Sendable {
    /// A network to train.
    case network(Candidate)
    /// A network in a file written by `SavedModel`.
    case model(path: String)
    /// A classifier that the calling program makes: the entry of `RunEnvironment.classifiers` with this name.
    case supplied(name: String)
    /// A shell command that reads points as CSV and prints an answer for each. It runs only if `RunEnvironment.commands`
    /// has it.
    case command(String, name: String? = nil, scores: ScoreKind? = nil)
    /// A file with an answer for every point and grid point of the picture: CSV, or numpy's .npy.
    case predictions(path: String, name: String? = nil, scores: ScoreKind? = nil)

    /// Returns a network to train, with given hidden layers.
    public static func network(
        hidden: [Int], activation: Activation = .sigmoid, lambda: Double = Request.defaultLambda
    ) -> ClassifierRequest {
        .network(Candidate(hidden: hidden, activation: activation, lambda: lambda))
    }

    /// The network to train; nil for other classifiers.
    var candidate: Candidate? {
        if case .network(let candidate) = self { candidate } else { nil }
    }

    /// The model file; nil for other classifiers.
    package var modelPath: String? {
        if case .model(let path) = self { path } else { nil }
    }

    /// The name of a classifier that the calling program makes; nil for other classifiers.
    var suppliedName: String? {
        if case .supplied(let name) = self { name } else { nil }
    }

    /// The shell command; nil for other classifiers.
    package var command: String? {
        if case .command(let command, _, _) = self { command } else { nil }
    }

    /// The file of predictions; nil for other classifiers.
    package var predictionsPath: String? {
        if case .predictions(let path, _, _) = self { path } else { nil }
    }

    /// The name in titles, of a classifier that is no network: the given one, else the command, or the name of the file
    /// without its extension.
    var givenName: String? {
        switch self {
        case .network, .model: return nil
        case .supplied(let name): return name
        case .command(let command, let name, _): return name ?? command
        case .predictions(let path, let name, _):
            let file = path == "-" ? "standard input" : AtomicFile.name(of: path)
            let ending = [".csv", ".npy"].first { file.lowercased().hasSuffix($0) && file.utf8.count > $0.utf8.count }
            return name ?? String(file.dropLast(ending?.count ?? 0))
        }
    }

    /// The classifier in records. The number of an inherited descriptor means nothing in another process, so predictions
    /// from one become those of standard input.
    var recorded: ClassifierRequest {
        guard case .predictions(let path, let name, let scores) = self, AtomicFile.isDescriptor(path) else {
            return self
        }
        return .predictions(path: "-", name: name, scores: scores)
    }

    /// True if the scores come from outside, over a grid of its own default step.
    package var isExternal: Bool { command != nil || predictionsPath != nil }
}

/// What the scores of a classifier are.
public enum ScoreKind: String, RequestChoice {
    /// Probabilities of the classes, 0…1.
    case probability
    /// Any numbers of which the largest tells the class.
    case margin
}

extension Activation: RequestChoice {}

/// `{"hidden": [3], "lambda": 0.001, "activation": "tanh"}`, `{"model": "model.json"}`, `{"supplied": "k-NN"}`,
/// `{"command": "python3 svm.py", "name": "SVM", "scores": "margin"}` or `{"predictions": "answers.csv"}`.
extension ClassifierRequest: Codable {
    private typealias Name = RequestFieldName
    /// Limit on the number of hidden layers.
    package static let greatestLayerCount = 100

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: RequestFieldName.self)
        if let path = try container.decodeIfPresent(String.self, forKey: Name(stringValue: "model")) {
            try container.checkKeys(["model"])
            self = .model(path: path)
            return
        }
        if let name = try container.decodeIfPresent(String.self, forKey: Name(stringValue: "supplied")) {
            try container.checkKeys(["supplied"])
            self = .supplied(name: name)
            return
        }
        func text(_ name: String) throws -> String? {
            try container.decodeIfPresent(String.self, forKey: Name(stringValue: name))
        }
        func scores() throws -> ScoreKind? {
            try container.decodeIfPresent(ScoreKind.self, forKey: Name(stringValue: "scores"))
        }
        if let command = try text("command") {
            try container.checkKeys(["command", "name", "scores"])
            self = .command(command, name: try text("name"), scores: try scores())
            return
        }
        if let path = try text("predictions") {
            try container.checkKeys(["predictions", "name", "scores"])
            self = .predictions(path: path, name: try text("name"), scores: try scores())
            return
        }
        try container.checkKeys(["hidden", "lambda", "activation", "model", "supplied", "command", "predictions"])
        func value<Value: Decodable>(
            _ name: String, default value: Value, accepted: String = "",
            where isAccepted: (Value) -> Bool = { _ in true }
        ) throws -> Value {
            let key = Name(stringValue: name)
            let value =
                try container.locatingErrors(at: key) { try container.decodeIfPresent(Value.self, forKey: key) }
                ?? value
            guard isAccepted(value) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "\(value): \(accepted)")
            }
            return value
        }
        let hidden = try value(
            "hidden", default: [3],
            accepted: "up to \(Self.greatestLayerCount) numbers of units of 1 or greater are accepted, such as [8, 4]"
        ) { $0 == [0] || $0.count <= Self.greatestLayerCount && $0.allSatisfy { $0 >= 1 } }
        let lambda = try value(
            "lambda", default: Request.defaultLambda, accepted: "a number of 0 or greater is accepted"
        ) { $0 >= 0 && $0.isFinite }
        self = .network(
            // A layer without units is none.
            hidden: hidden == [0] ? [] : hidden, activation: try value("activation", default: Activation.sigmoid),
            lambda: lambda)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: RequestFieldName.self)
        switch self {
        case .model(let path): try container.encode(path, forKey: Name(stringValue: "model"))
        case .supplied(let name): try container.encode(name, forKey: Name(stringValue: "supplied"))
        case .command(let text, let name, let scores), .predictions(let text, let name, let scores):
            try container.encode(text, forKey: Name(stringValue: command == nil ? "predictions" : "command"))
            try container.encodeIfPresent(name, forKey: Name(stringValue: "name"))
            try container.encodeIfPresent(scores, forKey: Name(stringValue: "scores"))
        case .network(let candidate):
            try container.encode(candidate.hidden, forKey: Name(stringValue: "hidden"))
            try container.encode(candidate.lambda, forKey: Name(stringValue: "lambda"))
            if candidate.activation != .sigmoid {
                try container.encode(candidate.activation, forKey: Name(stringValue: "activation"))
            }
        }
    }
}
