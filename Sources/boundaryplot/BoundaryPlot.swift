import ArgumentParser

/// The command line of boundaryplot.
@main
struct BoundaryPlot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boundaryplot",
        abstract: "Train small neural networks on two-feature data and draw their decision boundaries.",
        discussion: """
            One picture per network size, so that under-fitting and over-fitting can be seen side by side. The same command \
            gives the same numbers on every machine, whatever the number of threads.

            EXAMPLES
              boundaryplot                              3 hidden units, one picture
              boundaryplot --hidden 1,2,3,5,20          five networks, five pictures
              boundaryplot --hidden 20 --lambda 0.02    a stronger penalty on large weights
              boundaryplot --samples 1000 --noise 0.3   more data, and noisier
              boundaryplot --test-fraction 0.3 --sheet  score on points held out, one page
              boundaryplot tune                         choose size and λ
              boundaryplot diff --hidden 3,20           where two networks differ
              boundaryplot flowers.csv --hidden 4       your own data
              boundaryplot -o figure.pdf                one file, for print
              boundaryplot --json - --quiet             numbers only, for programs
              boundaryplot data > moons.csv             the data set itself
              boundaryplot --config figure.toml         options that a file has

            'boundaryplot' alone is 'boundaryplot plot'; 'boundaryplot plot --help' lists the options.
            """,
        version: version,
        subcommands: [
            PlotCommand.self, TuneCommand.self, DiffCommand.self, PredictCommand.self, InspectCommand.self,
            RerunCommand.self,
            DataCommand.self,
        ],
        defaultSubcommand: PlotCommand.self)

    static func main() {
        Interruption.install()
        var settings: AppliedSettings?
        do {
            let invocation = try Invocation(commandLine: Array(CommandLine.arguments.dropFirst()))
            settings = invocation.settings
            var command = try parseAsRoot(invocation.words)
            if let pictures = command as? any PictureCommand {
                try pictures.run(words: invocation.words)
            } else {
                try command.run()
            }
        } catch {
            end(after: error, settings: settings)
        }
    }
}
