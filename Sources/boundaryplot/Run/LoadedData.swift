import Datasets
import DecisionBoundary

/// Data as they were made or read, and where they come from.
struct LoadedData {
    /// In data units.
    let dataset: Dataset
    let origin: Origin

    enum Origin {
        case generated(GeneratedSet)
        case file(DataFile, CSVDataset)
    }

    init(_ set: GeneratedSet) throws(Failure) {
        dataset = try set.makeDataset()
        origin = .generated(set)
    }

    init(_ file: DataFile) throws(Failure) {
        let contents = try file.read()
        dataset = contents.dataset
        origin = .file(file, contents)
    }

    private init(dataset: Dataset, origin: Origin) {
        self.dataset = dataset
        self.origin = origin
    }

    /// Whether features are standardised for training.
    var isStandardized: Bool {
        switch origin {
        case .generated: false
        case .file(let file, _): file.isStandardized
        }
    }

    /// Whether grid and margin go by the range of each feature: those of a file may have any.
    var hasOwnUnits: Bool {
        switch origin {
        case .generated: false
        case .file: true
        }
    }

    /// How a picture's Description names the data.
    var description: String {
        switch origin {
        case .generated(let set): set.description
        case .file(let file, let contents):
            "\(file.name) (\(contents.xColumn.title), \(contents.yColumn.title), \(contents.labelColumn.title)), "
                + "\(dataset.points.count) points"
        }
    }

    /// All that the data depend on, as options and their values.
    var settings: [String: String] {
        switch origin {
        case .generated(let set):
            set.parameters.reduce(
                into: ["--data": set.name.rawValue, "--samples": "\(set.samples)", "--seed": "\(set.seed)"]
            ) { $0["--" + $1.name] = $1.value }
        case .file(let file, let contents):
            [
                "--data": file.path, "its SHA-256": contents.sha256 ?? "", "--x": contents.xColumn.title,
                "--y": contents.yColumn.title, "--label": contents.labelColumn.title,
                "--no-standardize": "\(!file.isStandardized)", "--skip-bad-rows": "\(file.skipsBadRows)",
            ]
        }
    }

    /// Says what was left out in reading.
    func printNotes() {
        guard case .file(let file, let contents) = origin, let first = contents.firstSkipped.first else { return }
        StandardStream.note(
            "Note: \(DataFile.skippedText(contents.skippedRowCount, of: file.path, first: first))")
    }

    /// The line above the table: the file, its columns, and how many points each class has; empty for a set that is
    /// made.
    var heading: String {
        guard case .file = origin else { return "" }
        var counts = Array(repeating: 0, count: dataset.classCount)
        for label in dataset.labels { counts[label] += 1 }
        let classes = zip(dataset.classNames, counts).map { "\($0) \($1)" }.joined(separator: ", ")
        return "\(description): \(classes)".withoutControlCharacters + "\n"
    }

    /// The same points with the classes of a model, by their names.
    ///
    /// - Throws: `Failure` of status 65 where a class is none of the model's.
    func withClasses(_ names: [String], ofModel path: String) throws(Failure) -> LoadedData {
        var indices: [Int] = []
        for name in dataset.classNames {
            guard let index = names.firstIndex(of: name) else {
                let known = names.map { "'\($0)'" }.joined(separator: ", ")
                throw Failure(
                    .badData, "the class '\(name)' of the data is none of the model '\(path)', which has \(known)")
            }
            indices.append(index)
        }
        let mapped = Dataset(
            points: dataset.points, labels: dataset.labels.map { indices[$0] }, featureNames: dataset.featureNames,
            classNames: names)
        return LoadedData(dataset: mapped, origin: origin)
    }
}
