/// Colour maps from light for low numbers to dark for high ones.
///
/// Equal steps look equally large, and the lightness alone tells the order: so they are read in grey as well, and by
/// colour-blind readers.
extension ColorMap {
    /// From nearly white to the crimson of `Palette.spectral`.
    public static let crimson = ColorMap(lightTo: Color(bytes: 158, 1, 66))

    /// From nearly white to the violet of `Palette.spectral`.
    public static let violet = ColorMap(lightTo: Color(bytes: 94, 79, 162))

    /// The straight line in OKLab from a breath of `color` to the colour itself, in so many steps that the straight
    /// lines in sRGB between them are the same to the eye.
    private init(lightTo color: Color) {
        let end = OKLab(color)
        let startLightness = 0.965
        let startShare = 0.07
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
