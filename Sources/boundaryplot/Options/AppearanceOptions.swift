import ArgumentParser
import DecisionBoundary

/// What the regions of a network's picture show, and the colours.
struct AppearanceOptions: ParsableArguments {
    /// What the regions show.
    enum Fill: String, CaseIterable, ExpressibleByArgument {
        case regions
        case probability
        case score
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

    @OptionGroup var colors: ColorOptions

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
        return SurfaceStyle(
            classCount: classCount, fill: fill, palette: try colors.chosenPalette(classCount: classCount),
            theme: colors.chosenTheme)
    }
}
