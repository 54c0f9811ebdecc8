import ArgumentParser
import DecisionBoundary
import Files

/// The command line of boundaryplot.
@main
struct BoundaryPlot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boundaryplot",
        abstract: "Train small neural networks on two-feature data and draw their decision boundaries.",
        discussion: """
            Draws one picture per network size, to compare under-fitting and over-fitting. The same command gives the same \
            numbers on every machine and with any number of threads.

            EXAMPLES
              boundaryplot                              3 hidden units, one picture
              boundaryplot --hidden 1,2,3,5,20          five networks, five pictures
              boundaryplot --hidden 20 --lambda 0.02    a stronger penalty on large weights
              boundaryplot --samples 1000 --noise 0.3   more data, and noisier
              boundaryplot sheet --test-fraction 0.3    score on held-out points, one page
              boundaryplot film --test-fraction 0.3     watch a network learn
              boundaryplot tune                         choose size and λ
              boundaryplot diff --hidden 3,20           where two networks differ
              boundaryplot --classifier ./svm.py        a classifier of another program
              boundaryplot flowers.csv --hidden 4       your own data
              boundaryplot report -o page.html          one page for readers
              boundaryplot columns flowers.csv          its columns, and which are drawn
              boundaryplot -o figure.pdf                one file, for print
              boundaryplot --json - --quiet             numbers only, for programs
              boundaryplot data > moons.csv             the data set itself
              boundaryplot --config figure.toml         options from a file

            'boundaryplot' without a command means 'boundaryplot plot'; 'boundaryplot plot --help' lists the options.
            """,
        version: version,
        subcommands: [
            PlotCommand.self, SheetCommand.self, CurveCommand.self, FilmCommand.self, TuneCommand.self,
            DiffCommand.self, ReportCommand.self,
            ColumnsCommand.self, GridCommand.self, PredictCommand.self, InspectCommand.self, RerunCommand.self,
            DataCommand.self,
        ],
        defaultSubcommand: PlotCommand.self)

    static func main() {
        // Before anything opens a file.
        StandardDescriptors.occupy()
        Interruption.install()
        var settings: AppliedSettings?
        do {
            try ProcessLimits.check()
            let invocation = try Invocation(commandLine: ProgramArguments.words)
            settings = invocation.settings
            var command = try parseAsRoot(invocation.words)
            try command.run()
        } catch {
            end(after: error, settings: settings)
        }
    }
}
