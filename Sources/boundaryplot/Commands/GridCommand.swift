import ArgumentParser
import DecisionBoundary

/// `boundaryplot grid`: prints the points that a picture needs.
struct GridCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grid",
        abstract: "Print the points of a picture, for --predictions.",
        usage: "boundaryplot grid [<file>] [<options>]",
        discussion: """
            Prints a header with the names of the features, the points of the data in their order, and the grid row by row \
            with y ascending, in data units. A file with an answer for each row is drawn by 'boundaryplot --predictions' with \
            the same options for data, division and grid.

            EXAMPLES
              boundaryplot grid flowers.csv --test-fraction 0.3 > points.csv
              boundaryplot flowers.csv --test-fraction 0.3 --predictions answers.csv
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Grid") var grid: GridOptions
    @Flag(help: "Print an .npy array of numpy with two columns. (default: CSV)")
    var npy = false

    @OptionGroup(title: "Run") var config: ConfigOptions

    func run() throws {
        var request = Request()
        try data.apply(to: &request)
        if data.noStandardize {
            throw Failure(.badRequest, "--no-standardize does not apply to grid, which prints the points as they are")
        }
        try split.apply(to: &request)
        grid.apply(to: &request)
        // The answers come later, and no file of them is read.
        request.classifiers = [.predictions(path: "/dev/null")]
        let plan = try Plan(request, in: RunEnvironment(isCancelled: { Interruption.isRequested }))
        try plan.forEachPointChunk(asArray: npy) { try StandardStream.output.write($0) }
        for note in plan.notes { StandardStream.note(note, naming: \.option) }
    }
}
