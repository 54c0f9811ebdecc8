/// The colours of classes: for each a full colour for its points and a light tint of the same hue for its region.
///
/// Colours of the default palettes, in any order, differ by 12 or more (points) and 5 or more (tints) in OKLab × 100
/// for normal, protanopic and deuteranopic vision, up to eight classes. `lookalikes(classCount:)` checks any other
/// palette. Tints of a palette are about as strong as each other: they have about the same distance from the page.
public struct Palette: Hashable, Sendable {
    /// The colours of one class.
    public struct Swatch: Hashable, Sendable {
        /// Colour of the points.
        public let color: Color
        /// Colour of the region: light, and of the same hue.
        public let tint: Color

        /// Creates a swatch from its two colours.
        public init(color: Color, tint: Color) {
            self.color = color
            self.tint = tint
        }
    }

    /// One swatch or more, in the order of the classes.
    public let swatches: [Swatch]

    /// - Precondition: one swatch or more.
    public init(_ swatches: [Swatch]) {
        precondition(!swatches.isEmpty, "a palette must have at least one swatch")
        self.swatches = swatches
    }

    /// The swatch of class `index`; swatches repeat if there are more classes than swatches.
    public subscript(index: Int) -> Swatch {
        swatches[index % swatches.count]
    }

    /// Returns the default colours for `classCount` classes: the ends of the Spectral map for two, and the first of
    /// `qualitative` for up to eight, with tints that suit this number. Beyond that it is extended by colours that only
    /// normal vision tells apart.
    public static func standard(classCount: Int) -> Palette {
        if classCount <= 2 { return spectral }
        let colors = qualitative.swatches.map(\.color)
        // Tints of few classes can be more alike in strength than those of all eight.
        if classCount <= 4 || classCount > colors.count { return Palette(colors: extended(colors, to: classCount)) }
        return Palette(Array(qualitative.swatches.prefix(classCount)))
    }

    /// The two ends of the Spectral map, with tints of one lightness.
    public static let spectral = Palette([
        Swatch(Color(bytes: 158, 1, 66), lightness: 0.900, chroma: 0.054),
        Swatch(Color(bytes: 94, 79, 162), lightness: 0.900, chroma: 0.052),
    ])

    /// Eight colours: Matthew Petroff's six ("Accessible color sequences for data visualization", 2021), a dark and a
    /// light green.
    ///
    /// The distances of the tints from white are 0.16 ± 0.034, the narrowest range in which they are told apart.
    public static let qualitative = Palette([
        Swatch(Color(bytes: 87, 144, 252), lightness: 0.884, chroma: 0.057),
        Swatch(Color(bytes: 248, 156, 32), lightness: 0.846, chroma: 0.117),
        Swatch(Color(bytes: 228, 37, 54), lightness: 0.820, chroma: 0.070),
        Swatch(Color(bytes: 150, 74, 139), lightness: 0.815, chroma: 0.059),
        Swatch(Color(bytes: 156, 156, 161), lightness: 0.865, chroma: 0.005),
        Swatch(Color(bytes: 122, 33, 221), lightness: 0.831, chroma: 0.094),
        Swatch(Color(bytes: 5, 57, 33), lightness: 0.876, chroma: 0.141),
        Swatch(Color(bytes: 149, 222, 183), lightness: 0.931, chroma: 0.107),
    ])
}

extension Palette.Swatch {
    /// Creates a swatch of a colour and a tint of its hue, at a lightness and chroma in OKLab.
    public init(_ color: Color, lightness: Double, chroma: Double) {
        self.init(color: color, tint: color.tint(lightness: lightness, chroma: chroma))
    }
}
