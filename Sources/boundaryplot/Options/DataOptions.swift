import ArgumentParser
import Datasets
import DecisionBoundary
import SavedModels

/// Which data, and how they are made or read.
struct DataOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A CSV file of your own, - for standard input; or the name of a data set, as for --data. (default: moons)",
            valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "txt"]))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "The data: a CSV file, - for standard input, or a set that is made: moons, two interleaving half circles; "
                + "circles, one in the other; blobs, Gaussian clusters; gaussian-quantiles, three rings of one cluster; "
                + "xor, four squares; spirals, two of them. (default: moons)", valueName: "name"),
        completion: .list(GeneratedSet.Name.allCases.map(\.rawValue)))
    var data: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Of a file: the column of horizontal coordinates, by its name, or its number where there is no header. "
                + "(default: the first numeric one)", valueName: "column"))
    var x: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Of a file: the column of vertical coordinates. (default: the next numeric one)", valueName: "column"))
    var y: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Of a file: the column of the classes, text or numbers. (default: the last one that is left)",
            valueName: "column"))
    var label: String?

    @Flag(help: "Of a file: leave out rows that cannot be read, and say how many. (default: the first ends the run)")
    var skipBadRows = false

    @Flag(
        help:
            "Of a file: train on the numbers as they are. (default: on each feature less its mean, divided by its deviation)"
    )
    var noStandardize = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many points the data set has. (default: 200)", valueName: "count"),
        transform: { try OptionValue.wholeNumber($0, accepted: "a whole number of 2 or greater", in: 2...) })
    var samples: Int?

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
    var seed: UInt32?

    /// Of `rerun`: where a file is now that was elsewhere when its picture was made, and is named as it was then.
    @Option(help: .hidden)
    var readDataFrom: String?

    /// The names of the options that are given and that not all data have a use for.
    var given: [String] {
        [
            ("x", x != nil), ("y", y != nil), ("label", label != nil), ("skip-bad-rows", skipBadRows),
            ("no-standardize", noStandardize), ("samples", samples != nil), ("noise", noise != nil),
            ("factor", factor != nil), ("centers", centers != nil), ("spread", spread != nil), ("seed", seed != nil),
        ].filter(\.1).map(\.0)
    }

    /// Files that are read.
    var inputs: [String] {
        [file, data, readDataFrom].compactMap(\.self).filter { GeneratedSet.Name(rawValue: $0) == nil }
    }

    /// The data for a model, with its columns and its classes; for networks that are to be trained where that is nil.
    func load(model: SavedModel?, path: String?) throws(Failure) -> LoadedData {
        guard let model, let path else { return try load() }
        return try load(features: model.featureNames).withClasses(model.classNames, ofModel: path)
    }

    /// Makes or reads the data.
    ///
    /// - Parameter features: the columns of a file that are taken where none are named.
    /// - Throws: `Failure` of status 64 where an option has no use or the numbers do not go together, of status 65 or 66
    ///   where a file cannot be used or read, of status 69 where the memory is not there.
    func load(features: [String]? = nil) throws(Failure) -> LoadedData {
        if let file, let data {
            throw Failure(.usage, "'\(file)' and --data '\(data)' are two sources of data; one of them is accepted")
        }
        let source = file ?? data ?? "moons"
        if let name = GeneratedSet.Name(rawValue: source) {
            return try LoadedData(GeneratedSet(name, options: self))
        }
        return try LoadedData(DataFile(source, options: self, features: features))
    }
}
