import ArgumentParser
import Datasets
import DecisionBoundary

/// Which data set, and how it is made.
struct DataOptions: ParsableArguments {
    enum Source: String, CaseIterable, ExpressibleByArgument {
        case moons
    }

    @Option(help: ArgumentHelp("The data set: moons, two interleaving half circles.", valueName: "name"))
    var data = Source.moons

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many points the data set has. (default: 200)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number of 2 or greater", in: 2...) })
    var samples = 200

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Standard deviation of the noise added to each coordinate. (default: 0.2)", valueName: "number"),
        transform: {
            try OptionValue.number($0, accepted: "a number from 0 to 1e300") { (0...1e300).contains($0) }
        })
    var noise = 0.2

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Seed of the data: the same points as numpy after np.random.seed. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var seed: UInt32 = 0

    /// How a picture's Description names the data.
    var description: String {
        "\(data.rawValue), \(samples) samples, noise \(DecimalText.shortest(noise)), seed \(seed)"
    }

    /// - Throws: `Failure` of status 69 where the memory for the points is not there.
    func makeDataset() throws -> Dataset {
        // Two coordinates, a label and, while they are shuffled, an index for every point.
        try MemoryLimit.current.check(
            Double(samples) * 32, for: "--samples \(samples)", advice: "fewer points need less")
        return try Dataset.moons(sampleCount: samples, noise: noise, seed: seed)
    }
}
