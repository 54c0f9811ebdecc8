import ArgumentParser
import Datasets
import DecisionBoundary

/// `boundaryplot data`: prints the data set as CSV.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Print the data set as CSV.",
        usage: "boundaryplot data [<file>] [<options>]",
        discussion: """
            Columns x1, x2 and label; numbers have the fewest digits that read back exactly. With --project, the points of \
            all rows are projected.

            EXAMPLE
              boundaryplot data --samples 500 --noise 0.1 > moons.csv
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Run") var config: ConfigOptions

    func run() throws {
        var request = Request()
        try data.apply(to: &request)
        if data.noStandardize {
            throw Failure(.badRequest, "--no-standardize does not apply to data, which prints the points as they are")
        }
        let loaded = try request.loadedData()
        try loaded.dataset().forEachCSVChunk { try StandardStream.output.write($0) }
        for note in loaded.notes { StandardStream.note(note, naming: \.option) }
    }
}
