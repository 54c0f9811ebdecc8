import ArgumentParser
import DecisionBoundary
import Plotting

/// The colours of regions and points, and what regions show.
struct AppearanceOptions: ParsableArguments {
    /// What the regions show.
    enum Fill: String, CaseIterable, ExpressibleByArgument {
        case regions
        case probability
        case score
    }

    enum ThemeName: String, CaseIterable, ExpressibleByArgument {
        case light
        case dark
        case print
    }

    enum Background: String, CaseIterable, ExpressibleByArgument {
        case theme
        case transparent
    }

    @Option(
        help: ArgumentHelp(
            "What the regions show: the class alone, its probability, or of two classes the score, in bands.",
            valueName: "name"))
    var fill = Fill.regions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many bands of probability or score each class has. (default: 5)", valueName: "count"),
        transform: {
            try OptionValue.wholeNumber(
                $0, accepted: "a whole number from 2 to 20", in: RegionFill.levelCounts)
        })
    var levels: Int?

    @Option(
        help: ArgumentHelp(
            "The classes' colours: spectral, okabe-ito, petroff, viridis, gray, or a list such as '#c00,#36f'. "
                + "(default: spectral for two classes, eight colours for more)", valueName: "name"),
        completion: .list(Palette.Name.allCases.map(\.rawValue)))
    var palette: String?

    @Option(help: ArgumentHelp("The page: light, dark, or print for paper.", valueName: "name"))
    var theme = ThemeName.light

    @Option(help: ArgumentHelp("The page's ground: as the theme has it, or transparent.", valueName: "name"))
    var background = Background.theme

    /// - Throws: `Failure` of status 64 where a palette or a fill does not go with so many classes.
    func surfaceStyle(classCount: Int) throws(Failure) -> SurfaceStyle {
        if levels != nil && fill == .regions {
            throw Failure(.usage, "--levels is of no use to --fill regions; probability and score have bands")
        }
        let levels = levels ?? RegionFill.defaultLevelCount
        let fill: RegionFill =
            switch self.fill {
            case .regions: .regions
            case .probability: .probability(levels: levels)
            case .score: .score(levels: levels)
            }
        do throws(RegionFillError) {
            try fill.check(classCount: classCount)
        } catch {
            throw Failure(.usage, "--fill \(self.fill.rawValue): \(error)")
        }
        let page: Theme =
            switch theme {
            case .light: .light
            case .dark: .dark
            case .print: .print
            }
        return SurfaceStyle(
            classCount: classCount, fill: fill, palette: try chosenPalette(classCount: classCount),
            theme: background == .transparent ? page.withTransparentPage : page)
    }

    /// Nil where the default one is meant.
    private func chosenPalette(classCount: Int) throws(Failure) -> Palette? {
        guard let palette else { return nil }
        if let name = Palette.Name(rawValue: palette) { return .named(name, classCount: classCount) }
        guard palette.contains("#") else {
            let names = Palette.Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(
                .usage,
                "--palette '\(palette)' is none; \(names), or a list of colours such as '#c00,#36f', are accepted")
        }
        do throws(PaletteError) {
            return try Palette(
                hexadecimal: palette.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
                classCount: classCount)
        } catch {
            throw Failure(.usage, "--palette: \(error)")
        }
    }

    /// Warns of classes that some readers cannot tell apart by the palette that was asked for.
    func printWarnings(classNames: [String]) {
        guard let palette = try? chosenPalette(classCount: classNames.count) else { return }
        let alike = palette.lookalikes(classCount: classNames.count)
        guard let first = alike.first else { return }
        let others = alike.count > 1 ? ", and \(alike.count - 1) more such pairs" : ""
        StandardStream.note(
            """
            Warning: in this palette the \(first.kind.rawValue) of classes '\(classNames[first.first])' and \
            '\(classNames[first.second])' look alike to \(first.sight) sight\(others)
            """)
    }
}
