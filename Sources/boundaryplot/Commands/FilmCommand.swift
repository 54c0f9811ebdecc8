import ArgumentParser
import DecisionBoundary

/// `boundaryplot film`: draws a network at several iterations of its training.
struct FilmCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "film",
        abstract: "Draw a network while it learns.",
        usage: "boundaryplot film [<file>] [<options>]",
        discussion: """
            Trains one network and draws it at iterations of this training: as a GIF, whose frames are evenly spaced in \
            log(1 + iteration); as a page of panels for the iterations 0, 1, 3, 10, 30, … and the last; or each frame as a \
            page of its own. Every frame shows the iteration, the costs, and their course.

            EXAMPLES
              boundaryplot film --test-fraction 0.3 -o over-fitting.gif
              boundaryplot film --hidden 20 --test-fraction 0.3 -o over-fitting.png
              boundaryplot film --frames 100 --dpi 200 -o 'frames/{frame}.png'
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Held-out points") var split: SplitOptions
    @OptionGroup(title: "Network") var network: NetworkOptions<FilmDefaults>
    @OptionGroup(title: "Training") var training: TrainingOptions
    @OptionGroup(title: "Training") var restarts: RestartOptions<FilmDefaults>
    @OptionGroup(title: "Film") var film: FilmOptions
    @OptionGroup(title: "Grid") var grid: GridOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Picture") var surface: SurfaceOptions
    @OptionGroup(title: "Picture") var theme: ThemeOptions
    @OptionGroup(title: "Run") var keeping: SaveModelOptions
    @OptionGroup(title: "Run") var summary: SummaryOptions
    @OptionGroup(title: "Run") var execution: RunOptions

    func applyFurtherOptions(to request: inout Request) throws {
        film.apply(to: &request)
        try split.apply(to: &request)
        restarts.apply(to: &request)
        grid.apply(to: &request)
        surface.apply(to: &request)
        keeping.apply(to: &request)
        summary.apply(to: &request)
        if execution.emit == .latex && request.isMovingFilm {
            throw Failure(
                .badRequest, "--emit latex does not apply to a GIF, which LaTeX cannot show; use --output film.pdf")
        }
    }
}
