import Datasets
import DecisionBoundary
import Files

/// A data set that is made, not read, and all that it is made with.
struct GeneratedSet: Sendable {
    let name: Name
    let samples: Int
    let seed: UInt32
    /// Nil, as the next three, where the set has no use for it.
    let noise: Double?
    let factor: Double?
    let centers: Int?
    let spread: Double?

    enum Name: String, CaseIterable {
        case moons
        case circles
        case blobs
        case gaussianQuantiles = "gaussian-quantiles"
        case xor
        case spirals

        /// The standard deviation of the noise where none is given; nil for a set without noise.
        fileprivate var defaultNoise: Double? {
            switch self {
            case .moons: 0.2
            case .circles, .xor, .spirals: 0.1
            case .blobs, .gaussianQuantiles: nil
            }
        }
    }

    /// - Throws: `Failure` of status 64 where an option has no use.
    init(_ name: Name, options: DataOptions) throws(Failure) {
        self.name = name
        samples = options.samples ?? 200
        seed = options.seed ?? 0
        noise = name.defaultNoise.map { options.noise ?? $0 }
        factor = name == .circles ? options.factor ?? 0.5 : nil
        centers = name == .blobs ? options.centers ?? 3 : nil
        spread = name == .blobs ? options.spread ?? 1 : nil
        let used = ["samples", "seed"] + parameters.map(\.name)
        if let option = options.given.first(where: { !used.contains($0) }) {
            let others = used.map { "--\($0)" }.joined(separator: ", ")
            throw Failure(.usage, "--\(option) is of no use to --data \(name.rawValue), which takes \(others)")
        }
    }

    /// What not every set has, each with its option's name, in the order of the help.
    var parameters: [(name: String, value: String)] {
        [
            ("noise", noise.map(DecimalText.shortest)), ("factor", factor.map(DecimalText.shortest)),
            ("centers", centers.map { "\($0)" }), ("spread", spread.map(DecimalText.shortest)),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    /// How a picture's Description names the data.
    var description: String {
        let parameters = parameters.map { ", \($0.name) \($0.value)" }.joined()
        return "\(name.rawValue), \(samples) samples\(parameters), seed \(seed)"
    }

    /// - Throws: `Failure` of status 64 where the numbers do not go together, of status 69 where the memory for the
    ///   points is not there.
    func makeDataset() throws(Failure) -> Dataset {
        // Two coordinates, a label and, while they are shuffled, an index for every point; as many again where points
        // are drawn before they are shuffled.
        let bytesPerPoint: Double = [.blobs, .gaussianQuantiles].contains(name) ? 64 : 32
        try MemoryLimit.current.check(
            Double(samples) * bytesPerPoint, for: "--samples \(samples)", advice: "fewer points need less")
        do throws(DatasetError) {
            return try generate()
        } catch {
            throw Failure(.usage, "--samples \(samples) of --data \(name.rawValue): \(error)")
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
