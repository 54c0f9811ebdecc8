import ArgumentParser
import DecisionBoundary
import Files
import SavedModels

/// `boundaryplot predict`: the classes that a kept network gives the rows of a file.
struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict",
        abstract: "Predict the classes of new points by a network that was kept.",
        usage: "boundaryplot predict --model <file> <file> [<options>]",
        discussion: """
            Reads a CSV file with the two features that the network was trained on, and prints the number of each row, from \
            1, the features, the class and the probability of every class, as CSV. A probability is the output for its class, \
            divided by the sum of all. Rows are read one by one, so that a file may be of any length.

            EXAMPLES
              boundaryplot flowers.csv --save-model model.json
              boundaryplot predict --model model.json new.csv
              boundaryplot predict --model model.json - < new.csv

            EXIT STATUS
              0    done
              64   an option that is wrong, or a model that does not fit the file
              65   a file whose contents are wrong; of standard output, what comes before is printed
              66   a file is missing
              70   a bug in boundaryplot
              73   a file cannot be created
              74   a file cannot be written
              130  interrupted
            """)

    @Argument(
        help: ArgumentHelp("The CSV file, - for standard input.", valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "txt"]))
    var file: String

    @Option(
        help: ArgumentHelp("The network, a file that --save-model has written.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var model: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The column of horizontal coordinates, by its name, or its number where there is no header. (default: that of the "
                + "name which the model knows)",
            valueName: "column"))
    var x: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The column of vertical coordinates. (default: that of the name which the model knows)",
            valueName: "column"))
    var y: String?

    @Flag(help: "Leave out rows that cannot be read, and say how many. (default: the first ends the run)")
    var skipBadRows = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. (default: -, standard output)", valueName: "path"),
        completion: .file(extensions: ["csv"]))
    var output = "-"

    func run() throws {
        let inputs = [file, model].filter { $0 != "-" }.map(AtomicFile.resolved)
        let model = try SavedModel(path: model, option: "--model")
        guard output == "-" || !inputs.contains(AtomicFile.resolved(output)) else {
            throw Failure(.usage, "--output '\(output)' is a file that is read; another name is accepted")
        }
        var rows = try PredictionRows.open(file, model: model, x: x, y: y, skipsBadRows: skipBadRows)
        if output == "-" {
            try predict(&rows, by: model, write: StandardStream.output.write)
        } else {
            do {
                try AtomicFile.write(to: output) { write in try predict(&rows, by: model, write: write) }
            } catch let error as FileError {
                throw Failure(error, option: "--output")
            }
        }
        if let first = rows.firstSkipped {
            StandardStream.note("Note: \(DataFile.skippedText(rows.skippedCount, of: rows.fileName, first: first))")
        }
    }

    private func predict(
        _ rows: inout PredictionRows, by model: SavedModel, write: ([UInt8]) throws -> Void
    ) throws {
        let text = PredictionText(model, featureNames: rows.featureNames)
        try write(text.header)
        while true {
            try Interruption.check()
            let block = try rows.nextBlock()
            if block.points.isEmpty { return }
            try write(text.lines(for: block))
        }
    }
}
