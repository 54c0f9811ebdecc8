import ArgumentParser
import DataFiles
import Datasets
import DecisionBoundary
import Files
import SavedModels

/// `boundaryplot predict`: classifies the rows of a file with a saved network.
struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict",
        abstract: "Predict the classes of new points with a saved network.",
        usage: "boundaryplot predict --model <file> <file> [<options>]",
        discussion: """
            Reads a CSV file with the features that the network was trained on. Prints as CSV the number of each row, \
            from 1, the features, the class and the probability of every class. A probability is the output for its class, \
            divided by the sum of all outputs. The file may have any length, since rows are read in blocks. Rows that lack a \
            feature are left out; the others keep their numbers.

            EXAMPLES
              boundaryplot flowers.csv --save-model model.json
              boundaryplot predict --model model.json new.csv
              boundaryplot predict --model model.json - < new.csv

            EXIT STATUS
              0    done
              64   an option is wrong, or the model does not fit the file
              65   a file is wrong; predictions before that are on standard output
              66   a file is missing
              70   a bug in boundaryplot
              73   a file cannot be created
              74   a file cannot be written
              130  interrupted; 143 by SIGTERM, 129 by SIGHUP
            """)

    @Argument(
        help: ArgumentHelp("The CSV file, - for standard input.", valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "txt"]))
    var file: String

    @Option(
        help: ArgumentHelp("The network: a file written by --save-model.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var model: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Column of the horizontal coordinates, by name, or by number if the file has no header. (default: the "
                + "name in the model)",
            valueName: "column"))
    var x: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Column of the vertical coordinates. (default: the name in the model)",
            valueName: "column"))
    var y: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Columns of all features, in the order of the model, separated by commas. (default: the names in the model)",
            valueName: "list"))
    var features: String?

    @OptionGroup var cells: CellOptions

    @Flag(help: "Skip rows that cannot be read, and report their number. (default: such a row is an error)")
    var skipBadRows = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "path"),
        completion: .file(extensions: ["csv"]))
    var output = "-"

    @Flag(name: .shortAndLong, help: "Print errors and warnings only.")
    var quiet = false

    func run() throws {
        do {
            try predict()
        } catch let error as CSVError {
            throw Failure(RunError(error), naming: \.option, command: try remedy(after: error))
        }
    }

    private func predict() throws {
        let begun = ContinuousClock.now
        let inputs = [file, model].filter { $0 != "-" }.map(AtomicFile.resolved)
        let model = try SavedModel(path: model, key: .model)
        guard output == "-" || !inputs.contains(AtomicFile.resolved(output)) else {
            throw Failure(.badRequest, "--output '\(output)' is an input file; use another name")
        }
        var rows = try openedRows(of: model, try data(of: model))
        if output == "-" {
            try predict(&rows, by: model, write: StandardStream.output.write)
        } else {
            try Failure.naming("--output") {
                try AtomicFile.write(to: output, begun: begun) { write in
                    try predict(&rows, by: model, write: write)
                }
            }
        }
        if !quiet { printNotes(on: rows) }
    }

    /// Returns the file with the columns of the model's features.
    private func data(of model: SavedModel) throws -> DataFile {
        var data = DataFile(file)
        (data.x, data.y, data.features) = (x, y, features.map(FeatureOptions.names))
        cells.apply(to: &data)
        data.skipsBadRows = skipBadRows
        return try data.withFeatures(of: (model: model, path: self.model))
    }

    private func openedRows(of model: SavedModel, _ data: DataFile) throws(CSVError) -> PredictionRows {
        var options = data.options
        options.hashes = false
        return try PredictionRows.open(
            file, model: model, columns: data.features ?? [data.x, data.y].compactMap(\.self), options: options)
    }

    private func printNotes(on rows: borrowing PredictionRows) {
        if rows.missingCount > 0 {
            let text = LoadedData.missingText(
                rows.missingCount, of: rows.readCount, columns: rows.missingColumns, words: rows.missingWords)
            StandardStream.note("Note: \(text.text(naming: \.option))")
        }
        if let text = LoadedData.titleText(rows.titles, of: rows.fileName) { StandardStream.note("Note: \(text)") }
        if rows.isLatin1 { StandardStream.note("Note: \(LoadedData.latin1Text(rows.fileName))") }
        if let first = rows.firstSkipped {
            StandardStream.note("Note: \(LoadedData.skippedText(rows.skippedCount, of: rows.fileName, first: first))")
        }
    }

    /// Returns a command that works after an error in the file; nil if none is known, and for a pipe.
    private func remedy(after error: CSVError) throws -> String? {
        let model = try SavedModel(path: self.model, key: .model)
        let data = try data(of: model)
        if error.concernsColumns {
            var file = data
            (file.x, file.y, file.features, file.projection) = (nil, nil, nil, nil)
            return CommandLineText.remedy(.list(file))
        }
        guard file != "-", error.concernsOneRow else { return nil }
        var tolerant = data
        tolerant.missing = .omit
        for skipsBadRows in [skipBadRows, true] {
            tolerant.skipsBadRows = skipsBadRows
            guard var rows = try? openedRows(of: model, tolerant) else { continue }
            while let block = try? rows.nextBlock() {
                guard block.points.isEmpty else { continue }
                // The model names the other columns.
                (tolerant.x, tolerant.y, tolerant.features) = (x, y, features.map(FeatureOptions.names))
                tolerant.projection = nil
                return CommandLineText.prediction(of: tolerant, model: self.model, output: output)
            }
        }
        return nil
    }

    private func predict(
        _ rows: inout PredictionRows, by model: SavedModel, write: ([UInt8]) throws -> Void
    ) throws {
        let text = PredictionText(model, featureNames: rows.featureNames)
        try write(text.header)
        while true {
            if Interruption.isRequested { throw Failure(.cancelled, "interrupted") }
            let block = try rows.nextBlock()
            if block.rowNumbers.isEmpty { return }
            try write(text.lines(for: block))
        }
    }
}
