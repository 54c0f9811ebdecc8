import ArgumentParser
import DataFiles
import Datasets
import DecisionBoundary

/// `boundaryplot data`: prints the data set as CSV.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Print the data set as CSV.",
        usage: "boundaryplot data [<file>] [<options>]",
        discussion: """
            A file's columns keep their names; those of generated sets are x1, x2 and label. Numbers have the fewest digits \
            that read back exactly. With --project, the printed columns are the principal components of all rows, or of \
            the training part if --test-fraction holds points out.

            EXAMPLE
              boundaryplot data --samples 500 --noise 0.1 > moons.csv
              boundaryplot data --test-fraction 0.3 --part train > train.csv
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var part: PartOptions
    @OptionGroup(title: "Run") var config: ConfigOptions

    func run() throws {
        var request = Request()
        try data.apply(to: &request)
        if data.noStandardize {
            throw Failure(.badRequest, "--no-standardize does not apply to data, which prints the points as they are")
        }
        try part.apply(to: &request)
        let loaded = try request.loadedData()
        try part.points(of: request, in: loaded).forEachCSVChunk(labelName: loaded.labelName) {
            try StandardStream.output.write($0)
        }
        for note in loaded.notes { StandardStream.note(note, naming: \.option) }
    }
}
