import ArgumentParser
import DecisionBoundary

/// The frames of a film.
struct FilmOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The number of frames of a GIF or of pages named by {frame}; frames of the same iteration become one longer "
                + "frame of a GIF. (default: 60)", valueName: "count"),
        transform: OptionValue.wholeNumber(in: FilmSettings.frameCounts))
    var frames: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The duration of a GIF in seconds, in which the first and the last frame are held. (default: 8)",
            valueName: "number"),
        transform: {
            try OptionValue.number($0, accepted: "a number from above 0 to 600") {
                $0 > 0 && $0 <= FilmSettings.greatestSeconds
            }
        })
    var seconds: Double?

    @Flag(help: "Stop a GIF at its last frame instead of beginning again.")
    var noLoop = false

    func apply(to request: inout Request) {
        var settings = FilmSettings()
        if let frames { settings.frames = frames }
        if let seconds { settings.seconds = seconds }
        settings.loops = !noLoop
        request.product = .film(settings)
    }
}
