extension Color {
    /// Returns the same hue at another lightness and chroma, opaque.
    ///
    /// - Parameters:
    ///   - lightness: from 0 for black to 1 for white, in OKLab.
    ///   - chroma: distance from grey in OKLab; up to about 0.1 for light colours. Greys, which have no hue, stay grey.
    public func tint(lightness: Double, chroma: Double) -> Color {
        let own = OKLab(self)
        let factor = own.chroma > 0.001 ? chroma / own.chroma : 0
        return OKLab(lightness: lightness, a: own.a * factor, b: own.b * factor).color
    }

    /// Returns the colour with another alpha.
    public func opacity(_ alpha: Double) -> Color {
        Color(red: red, green: green, blue: blue, alpha: alpha)
    }
}
