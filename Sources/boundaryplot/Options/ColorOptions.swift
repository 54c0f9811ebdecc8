import ArgumentParser
import Plotting

/// The colours of classes and of every page.
struct ColorOptions: ParsableArguments {
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
            "The classes' colours: spectral, okabe-ito, petroff, viridis, gray, or a list such as '#c00,#36f'. "
                + "(default: spectral for two classes, eight colours for more)", valueName: "name"),
        completion: .list(Palette.Name.allCases.map(\.rawValue)))
    var palette: String?

    @Option(help: ArgumentHelp("Every page: light, dark, or print for paper.", valueName: "name"))
    var theme = ThemeName.light

    @Option(help: ArgumentHelp("Every page's ground: as the theme has it, or transparent.", valueName: "name"))
    var background = Background.theme

    /// The theme, on the ground that is asked for.
    var chosenTheme: Theme {
        let page: Theme =
            switch theme {
            case .light: .light
            case .dark: .dark
            case .print: .print
            }
        return background == .transparent ? page.withTransparentPage : page
    }

    /// Nil where the default one is meant.
    ///
    /// - Throws: `Failure` of status 64 where a palette does not go with so many classes.
    func chosenPalette(classCount: Int) throws(Failure) -> Palette? {
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
    ///
    /// - Parameter hasRegions: whether the classes' regions are coloured too, and not their points alone.
    func printWarnings(classNames: [String], hasRegions: Bool = true) {
        guard let palette = try? chosenPalette(classCount: classNames.count) else { return }
        let alike = palette.lookalikes(classCount: classNames.count).filter { hasRegions || $0.kind == .points }
        guard let first = alike.first else { return }
        let others = alike.count > 1 ? ", and \(alike.count - 1) more such pairs" : ""
        StandardStream.note(
            """
            Warning: in this palette the \(first.kind.rawValue) of classes '\(classNames[first.first])' and \
            '\(classNames[first.second])' look alike to \(first.vision) sight\(others)
            """)
    }
}
