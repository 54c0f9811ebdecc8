import Datasets
import Files
import Geometry
import Glibc

extension GeneratedSet {
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
        set.factor = name == .circles ? factor ?? 0.5 : nil
        set.centers = isBlobs ? centers ?? 3 : nil
        set.spread = isBlobs ? spread ?? 1 : nil
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
        case .circles: try .circles(sampleCount: samples, noise: noise, factor: factor ?? 0.5, seed: seed)
        case .blobs: try .blobs(sampleCount: samples, centerCount: centers ?? 3, spread: spread ?? 1, seed: seed)
        case .gaussianQuantiles: try .gaussianQuantiles(sampleCount: samples, seed: seed)
        case .xor: try .xor(sampleCount: samples, noise: noise, seed: seed)
        case .spirals: try .spirals(sampleCount: samples, noise: noise, seed: seed)
        }
    }
}

extension DataFile {
    /// The file name, or "standard input".
    var name: String { path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path }

    /// Compares the size of the file with the memory limit.
    ///
    /// The shortest rows have about eight bytes each, and take about seventy bytes of memory while points are stored
    /// and standardised; usual rows are twice as long.
    func checkMemory(path: String) throws(RunError) {
        var status = stat()
        guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        try MemoryLimit.current.check(4 * Double(status.st_size), for: "'\(path)'", advice: "fewer rows need less")
    }
}

extension InlineData {
    /// - Throws: `RunError` if points, labels and names do not match.
    func makeDataset() throws(RunError) -> Dataset {
        guard features.count == 2, classes.count >= 2, Set(classes).count == classes.count, !points.isEmpty,
            points.count == labels.count, points.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isFinite) }),
            labels.allSatisfy(classes.indices.contains)
        else {
            throw RunError(
                .badData,
                """
                \(.data): inline data need two features, two or more different classes, finite pairs as points, and a \
                class index for each point
                """)
        }
        return Dataset(
            points: points.map { Point(x: $0[0], y: $0[1]) }, labels: labels, featureNames: features,
            classNames: classes)
    }
}
