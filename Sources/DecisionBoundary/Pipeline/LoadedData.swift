public import Datasets
import SavedModels

/// The loaded points of a run and their origin.
package struct LoadedData: Sendable {
    /// The points, in data units.
    package let dataset: Dataset
    /// The origin, with columns, hash and parameters filled in.
    package let source: DataSource
    /// The column titles: "width", or "column 3"; nil for generated or inline data.
    let columnTitles: [String]?
    /// The number of skipped rows, which cannot be read.
    let skippedRowCount: Int
    /// A note on skipped rows; nil if there are none.
    package let skippedNote: RunNote?

    /// Generates or reads the points.
    ///
    /// - Parameters:
    ///   - model: a saved model and its file. Its features are the default columns, and its classes are the classes of
    ///     the points.
    ///   - path: the file to read instead of the file of `source`; optional.
    /// - Throws: `RunError` if the source is invalid, missing, unreadable or too large.
    init(_ source: DataSource, model: (model: SavedModel, path: String)?, path: String?) throws(RunError) {
        switch source {
        case .generated(let set):
            let set = try set.completed()
            self.init(try set.makeDataset(), source: .generated(set))
        case .inline(let data): self.init(try data.makeDataset(), source: source)
        case .file(let file): self = try Self.read(file, model: model?.model, path: path ?? file.path)
        }
        if let model { self = try withClasses(of: model.model, path: model.path) }
    }

    private init(
        _ dataset: Dataset, source: DataSource, columnTitles: [String]? = nil, skippedRowCount: Int = 0,
        skippedNote: RunNote? = nil
    ) {
        self.dataset = dataset
        self.source = source
        self.columnTitles = columnTitles
        self.skippedRowCount = skippedRowCount
        self.skippedNote = skippedNote
    }

    private static func read(_ file: DataFile, model: SavedModel?, path: String) throws(RunError) -> LoadedData {
        let columns = CSVColumns(
            x: file.x ?? model?.featureNames[0], y: file.y ?? model?.featureNames[1], label: file.label)
        // A row takes up to 52 bytes while its array grows and the labels are numbered.
        let rowLimit = Int(min(MemoryLimit.current.bytes / 52, 0x1p52))
        let contents: CSVDataset
        do throws(CSVError) {
            contents =
                path == "-"
                ? try CSVDataset(
                    fileDescriptor: 0, name: file.name, columns: columns, skipBadRows: file.skipsBadRows, hashes: true,
                    rowLimit: rowLimit)
                : try CSVDataset(
                    path: path, columns: columns, skipBadRows: file.skipsBadRows, hashes: true, rowLimit: rowLimit)
        } catch {
            throw RunError(error)
        }
        if let expected = file.sha256, expected != contents.sha256 {
            throw RunError(.badData, "'\(path)' has changed: its SHA-256 is \(contents.sha256 ?? ""), not \(expected)")
        }
        let read = [contents.xColumn, contents.yColumn, contents.labelColumn]
        var resolved = file
        // A column whose name others share is found again by the default rule only.
        let names = read.map { column in
            column.name.map { contents.repeatedNames.contains($0) ? nil : $0 } ?? "\(column.number)"
        }
        (resolved.x, resolved.y, resolved.label) = (names[0], names[1], names[2])
        resolved.sha256 = contents.sha256
        return LoadedData(
            contents.dataset, source: .file(resolved), columnTitles: read.map(\.title),
            skippedRowCount: contents.skippedRowCount,
            skippedNote: contents.firstSkipped.first.map {
                .note("\(skippedText(contents.skippedRowCount, of: file.path, first: $0))")
            })
    }

    /// Returns "2 rows of 'a.csv' were skipped; the first: …".
    package static func skippedText(_ count: Int, of file: String, first: CSVError) -> String {
        "\(count) \(count == 1 ? "row" : "rows") of '\(file)' \(count == 1 ? "was" : "were") skipped; the first: \(first)"
    }

    /// Returns the points with the class indices of a model, matched by name.
    private func withClasses(of model: SavedModel, path: String) throws(RunError) -> LoadedData {
        var indices: [Int] = []
        for name in dataset.classNames {
            guard let index = model.classNames.firstIndex(of: name) else {
                let known = model.classNames.map { "'\($0)'" }.joined(separator: ", ")
                throw RunError(
                    .badData, "the data have the class '\(name)', and the model '\(path)' knows \(known)")
            }
            indices.append(index)
        }
        let mapped = Dataset(
            points: dataset.points, labels: dataset.labels.map { indices[$0] }, featureNames: dataset.featureNames,
            classNames: model.classNames)
        return LoadedData(
            mapped, source: source, columnTitles: columnTitles, skippedRowCount: skippedRowCount,
            skippedNote: skippedNote)
    }

    /// True if features are standardised for training.
    var isStandardized: Bool {
        switch source {
        case .generated: false
        case .file(let file): file.isStandardized
        case .inline(let data): data.isStandardized
        }
    }

    /// True if step and margin depend on the range of each feature.
    var hasOwnUnits: Bool {
        if case .generated = source { false } else { true }
    }

    /// A description of the data for the metadata of pictures.
    package var description: String {
        switch source {
        case .generated(let set): set.description
        case .file(let file):
            "\(file.name) (\((columnTitles ?? []).joined(separator: ", "))), \(dataset.points.count) points"
        case .inline: "\(dataset.points.count) points"
        }
    }
}

extension RunError {
    /// Creates the error of reading a CSV file.
    package init(_ error: CSVError) {
        let kind: Kind =
            switch error.problem {
            case .unreadable: .missingInput
            case .tooManyRows: .tooLarge
            case .missingColumn, .noHeader, .ambiguousColumn, .columnUsedTwice: .badRequest
            default: .badData
            }
        self.init(kind, "\(error)")
    }
}

extension Request {
    /// Returns the points of the request, in data units.
    public func dataset() throws(RunError) -> Dataset {
        try loadedData().dataset
    }

    package func loadedData() throws(RunError) -> LoadedData { try LoadedData(data, model: nil, path: nil) }
}
