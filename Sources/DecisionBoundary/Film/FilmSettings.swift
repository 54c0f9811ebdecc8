import Files
import Training

/// The settings of a film.
public struct FilmSettings: RequestPart {
    /// The number of frames, evenly spaced in log(1 + iteration); 2 to 1,000. Not for a sheet, which shows the
    /// iterations 0, 1, 3, 10, 30, … and the last.
    public var frames = 60
    /// The duration of a GIF in seconds, above 0 and at most 600.
    public var seconds = 8.0
    /// True if a GIF begins again after its end.
    public var loops = true
    /// The single frame to draw as a page, from 1; nil for all.
    public var frame: Int?

    public init() {}

    /// The accepted numbers of frames.
    package static let frameCounts = 2...1000
    /// The greatest duration in seconds.
    package static let greatestSeconds = 600.0

    public static var fields: [RequestField<FilmSettings>] {
        [
            RequestField("frames", \.frames) {
                frameCounts.contains($0) ? nil : "a whole number from 2 to 1000 is accepted"
            },
            RequestField("seconds", \.seconds) {
                $0 > 0 && $0 <= greatestSeconds ? nil : "a number from above 0 to 600 is accepted"
            }, RequestField("loop", \.loops),
            RequestField("frame", \.frame) {
                $0.map { $0 >= 1 } ?? true ? nil : "a whole number of 1 or greater is accepted"
            },
        ]
    }
}

/// The files of a film, which follow from their names and format.
enum FilmForm: Hashable, Sendable {
    /// A GIF.
    case moving
    /// A page of panels.
    case sheet
    /// A page for every frame.
    case frames
    /// One of these pages, by its number from 1.
    case frame(Int)
}

extension Request {
    /// The settings of a film; nil for other products.
    var film: FilmSettings? {
        if case .film(let settings) = product { settings } else { nil }
    }

    /// True if the product is a film in a GIF.
    package var isMovingFilm: Bool { filmForm == .moving }

    /// The files of a film; nil for other products.
    var filmForm: FilmForm? {
        guard let film else { return nil }
        let format = outputs.format ?? outputs.path.flatMap(PictureFormat.init(path:)) ?? .gif
        if format == .gif { return .moving }
        if let frame = film.frame { return .frame(frame) }
        return outputs.path?.contains("{") == true ? .frames : .sheet
    }

    /// The iterations at which training keeps theta; nil if no course of a training is drawn.
    var recordedIterations: RecordedIterations? {
        guard let film else { return curve?.axis == .iterations ? .ends : nil }
        // Twice as fine as the frames, so that each has a theta near its place.
        return filmForm == .sheet ? .decades : .logarithmic(resolution: 2 * film.frames)
    }

    /// Returns the greatest number of panels of a film on one page.
    ///
    /// - Parameter classCount: the number of classes.
    func filmPanelCount(classCount: Int) -> Int {
        guard let candidate = classifiers.first?.candidate else { return 1 }
        return RecordedIterations.decades.count(
            upTo: training.iterationLimit(for: candidate, classCount: classCount))
    }

    /// - Throws: `RunError` if the settings of a film contradict its form.
    func checkFilm(_ film: FilmSettings) throws(RunError) {
        try film.check("product.film")
        guard classifiers.count == 1 else {
            throw RunError(
                .badRequest,
                "a film shows one network, and \(.hidden) and \(.lambda) give \(classifiers.count); use one of each")
        }
        guard classifiers[0].candidate != nil else {
            throw RunError(.badRequest, "a film shows a training; \(.model) is not accepted")
        }
        try refuse([.showsRestarts], of: "a film, which shows the training of one network")
        if let frame = film.frame, frame > film.frames {
            throw RunError(.badRequest, "'product.film.frame' \(frame) is beyond the last of \(film.frames) frames")
        }
        switch filmForm {
        case .moving:
            let greatest = FilmSchedule.greatestFrameCount(seconds: film.seconds)
            guard film.frames <= greatest else {
                throw RunError(
                    .badRequest,
                    """
                    \(.frames) \(film.frames) in \(.seconds) \(DecimalText.shortest(film.seconds)) leaves a frame less than \
                    0.02 s, the shortest time that programs show; use at most \(greatest) frames, or more seconds
                    """)
            }
            if page.isTransparent {
                throw RunError(.badRequest, "a GIF has no transparent background; use the background of the theme")
            }
        case .sheet:
            try refuse(
                [.frames, .seconds, .loops],
                of: "a film on one page, which shows the iterations 0, 1, 3, 10, 30, … and the last")
        default: try refuse([.seconds, .loops], of: "the single frames of a film")
        }
    }
}
