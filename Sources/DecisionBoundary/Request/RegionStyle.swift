import Pictures
package import Plotting

/// The regions of a classifier: fill and colours.
public struct RegionStyle: RequestPart {
    /// The fills.
    public enum Fill: String, RequestChoice {
        /// One tint per class.
        case regions
        /// Bands by the probability of the class.
        case probability
        /// Bands by the score; two classes only.
        case score
    }

    /// The fill.
    public var fill = Fill.regions
    /// The number of bands per class, 2 to 20; of equal width for the fill `probability`. Not accepted with the fill
    /// `regions`. Defaults to 5 for `score`, and for `probability` to bands with edges at 0.5, 0.6, 0.75, 0.9, 0.99 and
    /// 0.999.
    public var levels: Int?
    /// The colours of the classes: a name, or colours such as "#c00,#36f"; defaults to spectral for two classes, eight
    /// colours for more.
    public var palette: String?
    /// True if boundaries of other restarts are drawn faintly.
    public var showsRestarts = false
    /// True if the line of every unit of a network's first layer is drawn: the wider, the greater its weight in the
    /// decision.
    public var showsUnitLines = false

    public init() {}

    public static var fields: [RequestField<RegionStyle>] {
        [
            RequestField("fill", \.fill), RequestField("levels", \.levels), RequestField("palette", \.palette),
            RequestField("showsRestarts", \.showsRestarts), RequestField("unitLines", \.showsUnitLines),
        ]
    }

    /// - Throws: `RunError` if palette, fill or levels do not suit the number of classes.
    func surfaceStyle(classCount: Int, theme: Theme) throws(RunError) -> SurfaceStyle {
        if levels != nil && fill == .regions {
            throw RunError(
                .badRequest, "\(.levels) needs bands; \(.fill) probability or score draws some")
        }
        let regionFill: RegionFill =
            switch fill {
            case .regions: .regions
            case .probability: .probability(levels: levels)
            case .score: .score(levels: levels ?? RegionFill.defaultLevelCount)
            }
        do throws(RegionFillError) {
            try regionFill.check(classCount: classCount)
        } catch {
            throw RunError(.badRequest, "\(.fill) \(fill.rawValue): \(error)")
        }
        return SurfaceStyle(
            classCount: classCount, fill: regionFill, palette: try chosenPalette(classCount: classCount), theme: theme)
    }

    /// Returns the requested palette; nil for the default palette.
    ///
    /// - Throws: `RunError` if it is unknown or has too few colours.
    package func chosenPalette(classCount: Int) throws(RunError) -> Palette? {
        guard let palette else { return nil }
        if let name = Palette.Name(rawValue: palette) { return .named(name, classCount: classCount) }
        guard palette.contains("#") else {
            let names = Palette.Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw RunError(
                .badRequest,
                "unknown \(.palette) '\(palette)'; \(names), or colours such as '#c00,#36f', are accepted")
        }
        do throws(PaletteError) {
            return try Palette(
                hexadecimal: palette.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
                classCount: classCount)
        } catch {
            throw RunError(.badRequest, "\(.palette): \(error)")
        }
    }
}
