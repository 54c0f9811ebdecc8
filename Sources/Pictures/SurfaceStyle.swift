public import Plotting

/// Drawing style of decision surfaces: fill, colours and names. All pictures of a data set share one style.
public struct SurfaceStyle: Hashable, Sendable {
    /// The fill of the regions.
    public private(set) var fill: RegionFill
    /// True if regions have bands, provided that the fill has any.
    public private(set) var hasBands = true
    /// The colours of the classes, adapted to the background of the theme.
    public let palette: Palette
    /// The theme of the picture.
    public let theme: Theme
    /// True if class names are written in the regions.
    public let namesRegions: Bool

    /// Creates a style for data of `classCount` classes.
    ///
    /// - Parameters:
    ///   - palette: colours for a light background; defaults to the standard palette.
    ///   - theme: the theme of the picture; its background determines tints and markers.
    ///   - namesRegions: defaults to true for more than eight classes, which colours alone do not distinguish.
    public init(
        classCount: Int, fill: RegionFill = .regions, palette: Palette? = nil, theme: Theme = .light,
        namesRegions: Bool? = nil
    ) {
        self.fill = fill
        self.palette = (palette ?? .standard(classCount: classCount)).adapted(to: theme.ground)
        self.theme = theme
        self.namesRegions = namesRegions ?? (classCount > Palette.colorBlindSafeCount)
    }

    /// Returns the style with bands of the score up to `limit`; unchanged unless the fill is `score`.
    ///
    /// - Parameter limit: greater than 0; see `DecisionSurface.scoreLimit`.
    public func withScoreLimit(_ limit: Double) -> SurfaceStyle {
        guard case .score(let levels, _) = fill else { return self }
        var style = self
        style.fill = .score(levels: levels, limit: limit)
        return style
    }

    /// The style for a surface without the numbers that the bands show: each region has the middle colour of its bands,
    /// as in the legend.
    public var withoutBands: SurfaceStyle {
        var style = self
        style.hasBands = false
        return style
    }

    /// True if the regions have bands by the score.
    public var showsScore: Bool {
        if case .score = fill { hasBands } else { false }
    }

    /// Returns the colours of a class's bands, from the least certain points to the most certain ones; one colour for
    /// plain regions.
    func bands(ofClass index: Int) -> [Color] {
        let bands = bandsOfFill(ofClass: index)
        return hasBands ? bands : [bands[bands.count / 2]]
    }

    private func bandsOfFill(ofClass index: Int) -> [Color] {
        switch fill {
        case .regions: [palette[index].tint]
        case .probability(let count):
            palette[index].ramp(count: count ?? RegionFill.probabilities.count - 1, ground: theme.groundColor)
        case .score(let count, _): palette[index].ramp(count: count, ground: theme.groundColor)
        }
    }

    /// Returns the colour of a class's region in the legend: the middle of its bands.
    func areaColor(ofClass index: Int) -> Color {
        let bands = bands(ofClass: index)
        return bands[bands.count / 2]
    }
}
