import Datasets
import Files
import Geometry

extension GeneratedSet {
    private static let defaultFactor = 0.5
    private static let defaultCenters = 3
    private static let defaultSpread = 1.0

    /// Returns the set with all parameters filled in.
    ///
    /// - Throws: `RunError` if a parameter does not apply to the generator.
    func completed() throws(RunError) -> GeneratedSet {
        let isBlobs = name == .blobs
        let parameters: [(RequestKey, isGiven: Bool, applies: Bool)] = [
            (.noise, noise != nil, name.defaultNoise != nil), (.factor, factor != nil, name == .circles),
            (.centers, centers != nil, isBlobs), (.spread, spread != nil, isBlobs),
        ]
        if let (key, _, _) = parameters.first(where: { $0.isGiven && !$0.applies }) {
            let others = parameters.filter(\.applies).map(\.0)
            let accepted = others.reduce("\(.samples), \(.seed)" as RequestMessage) { "\($0), \($1)" }
            throw RunError(
                .badRequest, "\(key) does not apply to \(.data) \(name.rawValue), which takes \(accepted)")
        }
        guard samples >= 2, (2...100).contains(centers ?? 3), (0..<1).contains(factor ?? 0),
            [noise, spread].allSatisfy({ (0...1e300).contains($0 ?? 0) })
        else {
            throw RunError(
                .badRequest,
                """
                \(.samples) of 2 or greater, \(.centers) from 2 to 100, \(.factor) from 0 to below 1, and \(.noise) and \
                \(.spread) from 0 to 1e300 are accepted
                """)
        }
        var set = self
        set.noise = name.defaultNoise.map { noise ?? $0 }
        set.factor = name == .circles ? factor ?? Self.defaultFactor : nil
        set.centers = isBlobs ? centers ?? Self.defaultCenters : nil
        set.spread = isBlobs ? spread ?? Self.defaultSpread : nil
        return set
    }

    /// "moons, 200 samples, noise 0.2, seed 0".
    var description: String {
        let parameters = [
            noise.map { "noise \(DecimalText.shortest($0))" }, factor.map { "factor \(DecimalText.shortest($0))" },
            centers.map { "centers \($0)" }, spread.map { "spread \(DecimalText.shortest($0))" },
        ].compactMap(\.self)
        return (["\(name.rawValue)", "\(samples) samples"] + parameters + ["seed \(seed)"]).joined(separator: ", ")
    }

    /// - Throws: `RunError` if parameters are contradictory or the points do not fit into memory.
    func makeDataset() throws(RunError) -> Dataset {
        // Two coordinates, a label and, for shuffling, an index per point; twice as much if points are drawn before
        // shuffling.
        let bytesPerPoint: Double = [.blobs, .gaussianQuantiles].contains(name) ? 64 : 32
        try MemoryLimit.current.check(
            Double(samples) * bytesPerPoint, for: "\(.samples) \(samples)", advice: "fewer points need less")
        do throws(DatasetError) {
            return try generate()
        } catch {
            throw RunError(.badRequest, "\(.samples) \(samples) of \(.data) \(name.rawValue): \(error)")
        }
    }

    private func generate() throws(DatasetError) -> Dataset {
        let noise = noise ?? 0
        return switch name {
        case .moons: try .moons(sampleCount: samples, noise: noise, seed: seed)
        case .circles:
            try .circles(sampleCount: samples, noise: noise, factor: factor ?? Self.defaultFactor, seed: seed)
        case .blobs:
            try .blobs(
                sampleCount: samples, centerCount: centers ?? Self.defaultCenters, spread: spread ?? Self.defaultSpread,
                seed: seed)
        case .gaussianQuantiles: try .gaussianQuantiles(sampleCount: samples, seed: seed)
        case .xor: try .xor(sampleCount: samples, noise: noise, seed: seed)
        case .spirals: try .spirals(sampleCount: samples, noise: noise, seed: seed)
        }
    }
}

extension DataFile {
    /// The file name, or "standard input".
    var name: String { path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path }
}

extension InlineData {
    /// What is wrong with the data; nil if nothing is.
    private var mistake: RequestMessage? {
        if features.count != 2 {
            return """
                \(.data): features has \(features.count) names; two are accepted, and more for a file with \(.projection) pca
                """
        }
        if classes.count < 2 || Set(classes).count != classes.count {
            return "\(.data): two or more classes with different names are accepted"
        }
        if points.isEmpty { return "\(.data): points is empty; a network needs points" }
        if labels.count != points.count {
            return "\(.data): labels has \(labels.count) entries for \(points.count) points; one for each is accepted"
        }
        if let index = points.firstIndex(where: { $0.count != 2 || !$0.allSatisfy(\.isFinite) }) {
            return "\(.data): points[\(index)] is \(points[index]); two finite numbers are accepted"
        }
        if let index = labels.firstIndex(where: { !classes.indices.contains($0) }) {
            return """
                \(.data): labels[\(index)] is \(labels[index]); with \(classes.count) classes, 0 to \(classes.count - 1) \
                are accepted
                """
        }
        if Set(labels).count == 1 { return "\(.data): every label is \(labels[0]); two classes are needed" }
        return nil
    }

    /// - Throws: `RunError` if points, labels and names do not match.
    func makeDataset() throws(RunError) -> Dataset {
        if let mistake { throw RunError(.badData, mistake) }
        return Dataset(
            points: points.map { Point(x: $0[0], y: $0[1]) }, labels: labels, featureNames: features,
            classNames: classes)
    }
}
