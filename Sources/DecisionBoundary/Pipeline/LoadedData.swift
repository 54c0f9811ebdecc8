package import DataFiles
public import Datasets
import Files
import SavedModels

/// The loaded rows of a run and their origin.
package struct LoadedData: Sendable {
    /// The rows, in data units.
    package let rows: LabelledRows
    /// The projection of a saved model; nil if there is none, or the training part decides.
    private let modelProjection: Projection?
    /// The origin, with columns, hash and parameters filled in.
    package let source: DataSource
    /// The column titles, features first: "width", or "column 3"; nil for generated or inline data.
    let columnTitles: [String]?
    /// The name of the label column; nil if it has none, and for generated or inline data.
    package let labelName: String?
    /// Facts about the file; nil for generated or inline data.
    let file: FileFacts?
    /// Notes on rows that were left out and on doubts about the file.
    package let notes: [RunNote]

    /// Facts about a file that has been read.
    struct FileFacts {
        /// The number of skipped rows, which cannot be read.
        let skippedRowCount: Int
        /// The number of rows that lack a used value and are left out.
        let missingRowCount: Int
        /// The titles of the columns without a value in these rows.
        let missingColumns: [String]
        /// True if the text is Latin-1.
        let isLatin1: Bool
        /// True if columns were chosen instead of named.
        let hasChosenColumns: Bool
    }

    /// True if columns of a file were chosen instead of named.
    package var hasChosenColumns: Bool { file?.hasChosenColumns ?? false }

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
            self.init(.points(try set.makeDataset()), source: .generated(set))
        case .inline(let data): self.init(.points(try data.makeDataset()), source: source)
        case .file(let file): self = try Self.read(file, model: model, path: path ?? file.path)
        }
        if let model, let projection = model.model.projection, case .points = rows {
            throw RunError(
                .badRequest,
                """
                the model '\(model.path)' projects \(projection.featureNames.count) columns of a file; \(.data) names one \
                with these columns
                """)
        }
        if let model { self = try withClasses(of: model.model, path: model.path) }
    }

    private init(
        _ rows: LabelledRows, projection: Projection? = nil, source: DataSource, columnTitles: [String]? = nil,
        labelName: String? = nil, file: FileFacts? = nil, notes: [RunNote] = []
    ) {
        self.rows = rows
        modelProjection = projection
        self.source = source
        self.columnTitles = columnTitles
        self.labelName = labelName
        self.file = file
        self.notes = notes
    }

    private static func read(
        _ file: DataFile, model: (model: SavedModel, path: String)?, path: String
    ) throws(RunError) -> LoadedData {
        var resolved = try file.withFeatures(of: model)
        var columns = resolved.columns
        columns.classNames = model?.model.classNames
        let contents: CSVDataset
        do throws(CSVError) {
            contents =
                path == "-"
                ? try CSVDataset(fileDescriptor: 0, name: file.name, columns: columns, options: file.options)
                : try CSVDataset(path: path, columns: columns, options: file.options)
        } catch {
            throw RunError(error, remedy: file.remedy(after: error, path: path))
        }
        if let expected = file.sha256, expected != contents.sha256 {
            throw RunError(.badData, "'\(path)' has changed: its SHA-256 is \(contents.sha256 ?? ""), not \(expected)")
        }
        (resolved.x, resolved.y, resolved.label) = (contents.columns.x, contents.columns.y, contents.columns.label)
        resolved.features = contents.columns.features
        // Chosen names may decide about a header that is doubtful without them.
        if contents.hasClearHeader == nil { resolved.hasHeader = contents.hasHeader }
        resolved.sha256 = contents.sha256
        return LoadedData(
            contents.rows, projection: model?.model.projection, source: .file(resolved),
            columnTitles: (contents.featureColumns + [contents.labelColumn]).map(\.title),
            labelName: contents.labelColumn.name,
            file: FileFacts(
                skippedRowCount: contents.skippedRowCount, missingRowCount: contents.missingRowCount,
                missingColumns: contents.missingColumns.map(\.title), isLatin1: contents.isLatin1,
                hasChosenColumns: !columns.isComplete),
            notes: notes(on: contents, of: file))
    }

    /// Returns notes on rows that were left out, the encoding and a doubtful header.
    private static func notes(on contents: CSVDataset, of file: DataFile) -> [RunNote] {
        var notes: [RunNote] = []
        if contents.missingRowCount > 0 {
            let total = contents.rows.count + contents.missingRowCount + contents.skippedRowCount
            notes.append(
                .note(
                    missingText(
                        contents.missingRowCount, of: total, columns: contents.missingColumns,
                        words: contents.missingWords)))
        }
        if let first = contents.firstSkipped.first {
            notes.append(.note("\(skippedText(contents.skippedRowCount, of: file.path, first: first))"))
        }
        if let text = titleText(contents.titles, of: file.path) { notes.append(.note("\(text)")) }
        if contents.isLatin1 { notes.append(.note("\(latin1Text(file.path))")) }
        if contents.hasClearHeader == nil {
            let (now, other) = contents.hasHeader ? ("names", "data") : ("data", "names")
            let value = contents.hasHeader ? "no" : "yes"
            notes.append(
                .note("the first row of '\(file.path)' is read as \(now); \(.header) \(value) reads it as \(other)"))
        }
        return notes
    }

    /// Returns "2 of 344 rows have no value in bill_length or species ('NA'): left out; --na-values none makes 'NA' a
    /// class".
    package static func missingText(
        _ count: Int, of total: Int, columns: [CSVColumn], words: FoundMissingWords
    ) -> RequestMessage {
        let titles = columns.map(\.title)
        let list = (titles.count > 1 ? titles.dropLast().joined(separator: ", ") + " or " : "") + (titles.last ?? "")
        let found = words.all.isEmpty ? "" : " (\(words.all.map { "'\($0)'" }.joined(separator: ", ")))"
        let text = "\(count) of \(total) rows \(count == 1 ? "has" : "have") no value in \(list)\(found): left out"
        // Without words for missing values, those of a feature would be errors.
        guard let word = words.ofLabel.first, words.ofFeatures.isEmpty else { return "\(text)" }
        return "\(text); \(.naValues) none makes '\(word)' a class"
    }

    /// Returns "'Measurements' above the table of 'a.csv' is skipped"; nil without titles.
    package static func titleText(_ titles: [String], of file: String) -> String? {
        guard !titles.isEmpty else { return nil }
        let list = titles.map { "'\($0)'" }.listed
        return "\(list) above the table of '\(file)' \(titles.count == 1 ? "is" : "are") skipped"
    }

    /// Returns "'a.csv' is not UTF-8 and is read as Latin-1".
    package static func latin1Text(_ file: String) -> String { "'\(file)' is not UTF-8 and is read as Latin-1" }

    /// Returns "2 rows of 'a.csv' were skipped; the first: …".
    package static func skippedText(_ count: Int, of file: String, first: CSVError) -> String {
        "\(count) \(count == 1 ? "row" : "rows") of '\(file)' \(count == 1 ? "was" : "were") skipped; the first: \(first)"
    }

    /// Returns the rows with the class indices of a model, matched by name.
    private func withClasses(of model: SavedModel, path: String) throws(RunError) -> LoadedData {
        var indices: [Int] = []
        for name in rows.classNames {
            guard let index = model.classNames.firstIndex(of: name) else {
                let known = model.classNames.map { "'\($0)'" }.joined(separator: ", ")
                throw RunError(
                    .badData, "the data have the class '\(name)', and the model '\(path)' knows \(known)")
            }
            indices.append(index)
        }
        let mapped = rows.relabelled(rows.labels.map { indices[$0] }, classNames: model.classNames)
        return LoadedData(
            mapped, projection: modelProjection, source: source, columnTitles: columnTitles, labelName: labelName,
            file: file, notes: notes)
    }

    /// Returns two features of the same file, by their indices.
    func pair(x: Int, y: Int, of features: CSVFeatures) -> LoadedData {
        guard case .file(var file) = source else { return self }
        (file.x, file.y, file.features) = (features.references[x], features.references[y], nil)
        let titles = [features.columns[x].title, features.columns[y].title] + (columnTitles ?? []).dropFirst(2)
        return LoadedData(
            .points(features.dataset(x: x, y: y)), source: .file(file), columnTitles: titles, labelName: labelName,
            file: self.file, notes: [])
    }

    /// The names of the axes in errors: "x", or "'a.csv', column 'width': x".
    var axisNames: [String] {
        if case .features = rows { return ["PC1", "PC2"] }
        guard case .file(let file) = source, let columnTitles else { return ["x", "y"] }
        return zip(columnTitles, ["x", "y"]).map { "'\(file.name)', column '\($0)': \($1)" }
    }

    /// The way out of an error in the points: the columns of the file; nil for generated or inline data, and for a pipe.
    var remedy: RunError.Remedy? {
        guard case .file(let file) = source, file.path != "-" else { return nil }
        return .list(file)
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
            "\(file.name) (\(columnText)), \(rows.count) points"
        case .inline: "\(rows.count) points"
        }
    }
}

extension LoadedData {
    /// "width, height, species", or "principal components of width, height and length; species".
    private var columnText: String {
        let titles = columnTitles ?? []
        guard case .features = rows else { return titles.joined(separator: ", ") }
        return "principal components of \(Array(titles.dropLast()).listed); \(titles.last ?? "")"
    }

    /// Returns the projection of rows of several features, or that of the saved model; nil for points.
    ///
    /// - Parameter training: the indices of the training part; nil for all rows.
    /// - Throws: `RunError` if the rows cannot be projected.
    func projection(of training: [Int]?) throws(RunError) -> Projection? {
        guard case .features(let table) = rows, modelProjection == nil else { return modelProjection }
        do throws(ProjectionError) {
            return try Projection(of: table, rows: training ?? Array(table.labels.indices))
        } catch {
            let part = training == nil ? "" : "of the training part, "
            throw RunError(.badData, "\(description): \(part)\(error)", remedy: remedy)
        }
    }

    /// Returns rows as points, in data units or projected; all rows if `indices` is nil.
    func dataset(of indices: [Int]?, by projection: Projection?) -> Dataset {
        switch rows {
        case .points(let dataset): return indices.map(dataset.subset) ?? dataset
        case .features(let table):
            guard let projection else { preconditionFailure("rows of several features are projected") }
            return table.dataset(
                of: indices ?? Array(table.labels.indices), by: projection, axisNames: projection.axisNames)
        }
    }

    /// Returns all rows as points.
    ///
    /// - Throws: `RunError` if the rows cannot be projected.
    package func dataset() throws(RunError) -> Dataset { dataset(of: nil, by: try projection(of: nil)) }
}

extension Projection {
    /// "PC1 (73 % of variance)" and "PC2 (23 % of variance)".
    var axisNames: [String] {
        explainedVarianceRatio.enumerated().map { index, ratio in
            let percent = 100 * ratio
            // No component has 0 or 100 percent of the variance.
            let text =
                percent < 0.95
                ? DecimalText.significant(percent, digits: 1)
                : DecimalText.fixed(percent, decimals: percent > 99 ? 1 : 0)
            return "PC\(index + 1) (\(text) % of variance)"
        }
    }
}

extension RunError {
    /// Creates the error of reading a CSV file.
    package init(_ error: CSVError, remedy: Remedy? = nil) {
        let kind: Kind =
            switch error.problem {
            case .unreadable: .missingInput
            case .tooLarge: .tooLarge
            case .missingColumn, .noHeader, .ambiguousColumn, .columnUsedTwice: .badRequest
            default: .badData
            }
        self.init(kind, "\(error)", remedy: remedy)
    }
}

extension Request {
    /// Returns the points of the request, in data units.
    public func dataset() throws(RunError) -> Dataset {
        try loadedData().dataset()
    }

    package func loadedData() throws(RunError) -> LoadedData { try LoadedData(data, model: nil, path: nil) }
}
