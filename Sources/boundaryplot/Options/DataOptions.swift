import ArgumentParser
import DataFiles
import Datasets
import DecisionBoundary
import Files
import Glibc

/// The data, generated or read.
struct DataOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A CSV file, - for standard input; or the name of a data set, as for --data. (default: moons)",
            valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "txt", "gz"]))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "The data: a CSV file, - for standard input, or a generated set: moons, two interleaving half circles; "
                + "circles, one in the other; blobs, Gaussian clusters; gaussian-quantiles, three rings of one cluster; "
                + "xor, four squares; spirals, two of them. (default: moons)", valueName: "name"),
        completion: .list(GeneratedSet.Name.allCases.map(\.rawValue)))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The data as JSON: points, labels, and the names of features and classes, as in the data of a request; - for "
                + "standard input. (default: none)", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var dataJSON: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Column of the horizontal coordinates, by name or number; 'boundaryplot columns' lists all. "
                + "(files only; default: the first numeric one that varies and identifies no rows)", valueName: "column"
        ))
    var x: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Column of the vertical coordinates. (files only; default: the next such column)", valueName: "column"))
    var y: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Column of the labels, text or numbers. (files only; default: one with 2 to 10 values, by name, kind and "
                + "place)",
            valueName: "column"))
    var label: String?

    @OptionGroup var features: FeatureOptions
    @OptionGroup var cells: CellOptions

    @Flag(
        help:
            "Skip rows that cannot be read, and report their number. (files only; default: such a row is an error)"
    )
    var skipBadRows = false

    @Flag(
        help:
            "Train on the features without standardisation. (files only; default: features are standardised)"
    )
    var noStandardize = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The number of points of a generated set. (default: 200)", valueName: "count"),
        transform: OptionValue.wholeNumber(in: 2...Int.max))
    var samples: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Standard deviation of the noise added to each coordinate; not for blobs and gaussian-quantiles. "
                + "(default: 0.2 for moons, else 0.1)", valueName: "number"),
        transform: OptionValue.deviation)
    var noise: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Radius of the inner circle. (circles only; default: 0.5)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number from 0 to below 1") { (0..<1).contains($0) } })
    var factor: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The number of blobs. (blobs only; default: 3)", valueName: "count"),
        transform: OptionValue.wholeNumber(in: 2...100))
    var centers: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Standard deviation within each blob. (blobs only; default: 1)", valueName: "number"),
        transform: OptionValue.deviation)
    var spread: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Seed of the data: the same points as numpy after np.random.seed. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var seed: UInt32?

    /// Names of given options that apply to some data only.
    var given: [String] {
        let options: [(String, Bool)] = [
            ("x", x != nil), ("y", y != nil), ("label", label != nil),
            ("features", features.features != nil), ("project", features.project != nil),
            ("header", cells.header != nil),
            ("missing", cells.missing != nil), ("na-values", cells.naValues != nil), ("skip-bad-rows", skipBadRows),
            ("no-standardize", noStandardize), ("samples", samples != nil), ("noise", noise != nil),
            ("factor", factor != nil), ("centers", centers != nil), ("spread", spread != nil), ("seed", seed != nil),
        ]
        return options.filter(\.1).map(\.0)
    }

    private static let fileOptions = [
        "x", "y", "label", "features", "project", "header", "missing", "na-values", "skip-bad-rows", "no-standardize",
    ]

    /// - Throws: `Failure` of status 64 if an option has no effect, or the name is a command or misspelt; one of the status of
    ///   the error if the file of `--data-json` cannot be read.
    func apply(to request: inout Request) throws {
        request.data = try source()
    }

    private func source() throws -> DataSource {
        let sources = [
            file.map { "'\($0)'" }, data.map { "--data '\($0)'" }, dataJSON.map { "--data-json '\($0)'" },
        ].compactMap(\.self)
        if sources.count > 1 {
            throw Failure(.badRequest, "\(sources[0]) and \(sources[1]) are two sources of data; use one of them")
        }
        if let dataJSON { return .inline(try inlineData(dataJSON)) }
        let name = file ?? data ?? GeneratedSet().name.rawValue
        guard let set = GeneratedSet.Name(rawValue: name) else { return .file(try dataFile(name)) }
        if let option = given.first(where: Self.fileOptions.contains) {
            throw Failure(.badRequest, "--\(option) does not apply to --data \(name); it applies to files")
        }
        var generated = GeneratedSet(set)
        if let samples { generated.samples = samples }
        if let seed { generated.seed = seed }
        (generated.noise, generated.factor) = (noise, factor)
        (generated.centers, generated.spread) = (centers, spread)
        return .generated(generated)
    }

    private func dataFile(_ path: String) throws(Failure) -> DataFile {
        try checkIsFile(path)
        if let option = given.first(where: { !Self.fileOptions.contains($0) }) {
            if option == "seed" {
                throw Failure(
                    .badRequest,
                    """
                    --seed does not apply to the file '\(path)', since it draws points; --init-seed is the seed of the \
                    weights, and --split-seed that of the held-out points
                    """)
            }
            let used = Self.fileOptions.map { "--\($0)" }.joined(separator: ", ")
            throw Failure(.badRequest, "--\(option) does not apply to the file '\(path)', which takes \(used)")
        }
        var file = DataFile(path)
        (file.x, file.y, file.label) = (x, y, label)
        features.apply(to: &file)
        cells.apply(to: &file)
        file.skipsBadRows = skipBadRows
        file.isStandardized = !noStandardize
        return file
    }

    private func inlineData(_ path: String) throws -> InlineData {
        if let option = given.first(where: { $0 != "no-standardize" }) {
            throw Failure(
                .badRequest, "--\(option) does not apply to --data-json '\(path)', which takes --no-standardize")
        }
        let bytes = try Failure.naming("--data-json") {
            path == "-" ? try InputFile.bytes(from: 0, path: "standard input") : try InputFile.bytes(path)
        }
        do throws(RunError) {
            guard case .inline(var data) = try Request(json: Array(#"{"data":"#.utf8) + bytes + Array("}".utf8)).data
            else {
                throw RunError(.badData, "there are no points; an object with points and labels is accepted")
            }
            if noStandardize { data.isStandardized = false }
            return data
        } catch {
            throw Failure(error.kind, "--data-json '\(path)': \(error)")
        }
    }

    /// Rejects misspelt data sets, commands and lists.
    private func checkIsFile(_ path: String) throws(Failure) {
        guard path != "-", access(path.systemPath, F_OK) != 0, !path.contains("/"), !path.contains(".") else { return }
        let sets = GeneratedSet.Name.allCases.map(\.rawValue)
        if Double(path) != nil {
            throw Failure(.badRequest, "'\(path)' is not a file; lists are written with commas, such as --hidden 1,2,3")
        }
        if BoundaryPlot.commandNames.contains(path) {
            throw Failure(.badRequest, "'\(path)' is a command, and there is no file of that name; commands come first")
        }
        if data != nil {
            let suggestion = path.nearest(of: sets).map { "did you mean '\($0)'? The" } ?? "the"
            throw Failure(
                .badRequest,
                """
                --data '\(path)' is neither a file nor a data set; \(suggestion) sets are \
                \(sets.joined(separator: ", "))
                """)
        }
        let advice =
            path.nearest(of: BoundaryPlot.commandNames + sets).map { "did you mean 'boundaryplot \($0)'?" }
            ?? "'boundaryplot --help' lists the commands"
        throw Failure(.badRequest, "'\(path)' is neither a command nor a file; \(advice)")
    }
}
