import ArgumentParser
import Datasets
import DecisionBoundary

/// Which data set, and how it is made.
struct DataOptions: ParsableArguments {
    /// The data sets that are made, not read.
    enum Source: String, CaseIterable, ExpressibleByArgument {
        case moons
        case circles
        case blobs
        case gaussianQuantiles = "gaussian-quantiles"
        case xor
        case spirals
    }

    @Option(
        help: ArgumentHelp(
            "The data set: moons, two interleaving half circles; circles, one in the other; blobs, Gaussian clusters; "
                + "gaussian-quantiles, three rings of one cluster; xor, four squares; spirals, two of them.",
            valueName: "name"))
    var data = Source.moons

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many points the data set has. (default: 200)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number of 2 or greater", in: 2...) })
    var samples = 200

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Standard deviation of the noise added to each coordinate; not of blobs and gaussian-quantiles. "
                + "(default: 0.2 for moons, else 0.1)", valueName: "number"),
        transform: OptionValue.deviation)
    var noise: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Of circles: the radius of the inner one. (default: 0.5)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number from 0 to below 1") { (0..<1).contains($0) } })
    var factor: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Of blobs: how many there are. (default: 3)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number from 2 to 100", in: 2...100) })
    var centers: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Of blobs: the standard deviation within each. (default: 1)", valueName: "number"),
        transform: OptionValue.deviation)
    var spread: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Seed of the data: the same points as numpy after np.random.seed. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var seed: UInt32 = 0

    /// What the data set is made with; nil for what it has no use for.
    var parameters: Parameters {
        Parameters(
            noise: data.defaultNoise.map { noise ?? $0 }, factor: data == .circles ? factor ?? 0.5 : nil,
            centers: data == .blobs ? centers ?? 3 : nil, spread: data == .blobs ? spread ?? 1 : nil)
    }

    struct Parameters {
        let noise: Double?
        let factor: Double?
        let centers: Int?
        let spread: Double?

        /// Each with its option's name, in the order of the help.
        var texts: [(name: String, value: String)] {
            [
                ("noise", noise.map(DecimalText.shortest)), ("factor", factor.map(DecimalText.shortest)),
                ("centers", centers.map { "\($0)" }), ("spread", spread.map(DecimalText.shortest)),
            ].compactMap { name, value in value.map { (name, $0) } }
        }
    }

    /// How a picture's Description names the data.
    var description: String {
        let parameters = parameters.texts.map { ", \($0.name) \($0.value)" }.joined()
        return "\(data.rawValue), \(samples) samples\(parameters), seed \(seed)"
    }

    /// - Throws: `Failure` of status 64 where an option has no use or the numbers do not go together, of status 69 where
    ///   the memory for the points is not there.
    func makeDataset() throws(Failure) -> Dataset {
        try checkUse()
        // Two coordinates, a label and, while they are shuffled, an index for every point; as many again where points
        // are drawn before they are shuffled.
        let bytesPerPoint: Double = [.blobs, .gaussianQuantiles].contains(data) ? 64 : 32
        try MemoryLimit.current.check(
            Double(samples) * bytesPerPoint, for: "--samples \(samples)", advice: "fewer points need less")
        do throws(DatasetError) {
            return try generate()
        } catch {
            throw Failure(.usage, "--samples \(samples) of --data \(data.rawValue): \(error)")
        }
    }

    private func generate() throws(DatasetError) -> Dataset {
        let (noise, parameters) = (parameters.noise ?? 0, parameters)
        return switch data {
        case .moons: try .moons(sampleCount: samples, noise: noise, seed: seed)
        case .circles:
            try .circles(sampleCount: samples, noise: noise, factor: parameters.factor ?? 0.5, seed: seed)
        case .blobs:
            try .blobs(
                sampleCount: samples, centerCount: parameters.centers ?? 3, spread: parameters.spread ?? 1, seed: seed)
        case .gaussianQuantiles: try .gaussianQuantiles(sampleCount: samples, seed: seed)
        case .xor: try .xor(sampleCount: samples, noise: noise, seed: seed)
        case .spirals: try .spirals(sampleCount: samples, noise: noise, seed: seed)
        }
    }

    private func checkUse() throws(Failure) {
        let used = Set(parameters.texts.map(\.name))
        let given = [
            ("noise", noise != nil), ("factor", factor != nil), ("centers", centers != nil), ("spread", spread != nil),
        ]
        for (name, isGiven) in given where isGiven && !used.contains(name) {
            let others = used.sorted().map { "--\($0)" }.joined(separator: ", ")
            throw Failure(
                .usage,
                "--\(name) is of no use to --data \(data.rawValue), which takes --samples, --seed"
                    + (others.isEmpty ? "" : ", \(others)"))
        }
    }
}

extension DataOptions.Source {
    /// The standard deviation of the noise where none is given; nil for a set without noise.
    fileprivate var defaultNoise: Double? {
        switch self {
        case .moons: 0.2
        case .circles, .xor, .spirals: 0.1
        case .blobs, .gaussianQuantiles: nil
        }
    }
}
