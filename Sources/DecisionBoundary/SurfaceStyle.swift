public import Plotting

/// How decision surfaces are drawn: their fill, colours and names; made once for all pictures of a data set.
public struct SurfaceStyle: Hashable, Sendable {
    /// How the regions are filled.
    public let fill: RegionFill
    /// Of the classes, adapted to the theme's ground.
    public let palette: Palette
    /// Of the whole picture.
    public let theme: Theme
    /// Whether the names of the classes are written in their regions.
    public let namesRegions: Bool

    /// A style for data of `classCount` classes.
    ///
    /// - Parameters:
    ///   - palette: for a light ground; the default one where nil.
    ///   - theme: its ground decides on tints and points.
    ///   - namesRegions: beyond eight classes, which colours alone do not tell apart, where nil.
    public init(
        classCount: Int, fill: RegionFill = .regions, palette: Palette? = nil, theme: Theme = .light,
        namesRegions: Bool? = nil
    ) {
        self.fill = fill
        self.palette = (palette ?? .standard(classCount: classCount)).adapted(to: theme.ground)
        self.theme = theme
        self.namesRegions = namesRegions ?? (classCount > Palette.colorBlindSafeCount)
    }

    /// The same style with bands of the score up to `limit`, where the fill is the score.
    ///
    /// - Parameter limit: greater than 0; see `DecisionSurface.scoreLimit`.
    public func withScoreLimit(_ limit: Double) -> SurfaceStyle {
        guard case .score(let levels, _) = fill else { return self }
        return SurfaceStyle(self, fill: .score(levels: levels, limit: limit))
    }

    private init(_ style: SurfaceStyle, fill: RegionFill) {
        self.fill = fill
        palette = style.palette
        theme = style.theme
        namesRegions = style.namesRegions
    }

    /// The colours of a class's region from the least certain points to the most certain ones; one where regions are
    /// plain.
    func bands(ofClass index: Int) -> [Color] {
        switch fill {
        case .regions: [palette[index].tint]
        case .probability(let count), .score(let count, _):
            palette[index].ramp(count: count, ground: theme.groundColor)
        }
    }

    /// What stands for a class's region in the legend: the middle of its bands.
    func areaColor(ofClass index: Int) -> Color {
        let bands = bands(ofClass: index)
        return bands[bands.count / 2]
    }
}
