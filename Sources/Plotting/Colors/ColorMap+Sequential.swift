/// Colour maps from nearly the page's colour for low numbers to strong colours for high ones: from light to dark, or on
/// a dark ground from dark to light.
///
/// Equal steps look equally large, and lightness alone gives the order: the maps can be read in grey and by
/// colour-blind readers.
extension ColorMap {
    /// From nearly white to the crimson of `Palette.spectral`.
    public static let crimson = ColorMap(fromLightness: 0.965, chromaShare: 0.07, to: Color(bytes: 158, 1, 66))

    /// From nearly white to the violet of `Palette.spectral`.
    public static let violet = ColorMap(fromLightness: 0.965, chromaShare: 0.07, to: Color(bytes: 94, 79, 162))

    /// `crimson`, or on a dark ground its counterpart from nearly black to a light crimson.
    public static func crimson(on ground: Theme.Ground) -> ColorMap { ground == .dark ? darkCrimson : crimson }

    /// `violet`, or on a dark ground its counterpart from nearly black to a light violet.
    public static func violet(on ground: Theme.Ground) -> ColorMap { ground == .dark ? darkViolet : violet }

    private static let darkCrimson = ColorMap(
        fromLightness: 0.31, chromaShare: 0.3, to: Color(bytes: 255, 138, 162))
    private static let darkViolet = ColorMap(
        fromLightness: 0.31, chromaShare: 0.3, to: Color(bytes: 188, 178, 255))

    /// Creates the straight line in OKLab from a faint tint of `color` to the colour itself.
    ///
    /// It has so many steps that straight lines in sRGB between them look the same.
    private init(fromLightness startLightness: Double, chromaShare startShare: Double, to color: Color) {
        let end = OKLab(color)
        let stepCount = 64
        self.init(
            (0...stepCount).map { index in
                let share = Double(index) / Double(stepCount)
                let chroma = startShare + (1 - startShare) * share
                let lightness = startLightness + (end.lightness - startLightness) * share
                return OKLab(lightness: lightness, a: chroma * end.a, b: chroma * end.b).color
            })
    }
}
