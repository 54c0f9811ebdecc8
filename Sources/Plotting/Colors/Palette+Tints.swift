extension Palette {
    /// Creates a palette of points in these colours, each with a light tint of its hue. Tints are told apart as well as
    /// the points if possible.
    ///
    /// - Precondition: one colour or more.
    public init(colors: [Color]) {
        // Greys differ by lightness alone, and many colours need more room.
        let range =
            Palette.areGrey(colors)
            ? 0.765...0.985 : colors.count > Palette.colorBlindSafeCount ? 0.76...0.98 : 0.80...0.97
        self.init(colors: colors, tints: Palette.tints(of: colors, lightness: range))
    }

    init(colors: [Color], tints: [Color]) {
        self.init(zip(colors, tints).map { Swatch(color: $0, tint: $1) })
    }

    /// Returns tints of the hues of `colors`.
    ///
    /// - Parameter lightness: range of lightness of the tints, in OKLab.
    static func tints(of colors: [Color], lightness: ClosedRange<Double>) -> [Color] {
        let count = colors.count
        let isColorBlindSafe = count <= colorBlindSafeCount
        let spread = ColorSpread(
            lightness: lightness, chroma: isColorBlindSafe ? 0.03...0.10 : 0.02...0.12,
            threshold: aims(classCount: count).regions, visions: visions(classCount: count),
            lightnessStep: isColorBlindSafe ? 0.005 : 0.01,
            chromaStep: isColorBlindSafe ? 0.01 : 0.015)
        return spread.colors(withHuesOf: colors, from: starts(for: colors, in: lightness, chroma: 0.05))
    }

    /// Returns starts for the search: all of one lightness; lighter and darker by turns of two and three; and in the
    /// order of the colours' own lightness, which greys need.
    private static func starts(
        for colors: [Color], in lightness: ClosedRange<Double>, chroma: Double
    ) -> [ColorSpread.Start] {
        func place(_ share: Double) -> Double {
            lightness.lowerBound + share * (lightness.upperBound - lightness.lowerBound)
        }
        let ranks = lightnessRanks(of: colors)
        let ramp: ColorSpread.Start = { (place(ranks[$0]), chroma) }
        if areGrey(colors) { return [ramp] }
        let turns: [ColorSpread.Start] = [
            { _ in (place(0.53), chroma) }, { (place(0.35 + 0.35 * Double($0 % 2)), chroma) },
            { (place(0.82 - 0.59 * Double($0 % 2)), chroma) }, { (place(0.24 + 0.29 * Double($0 % 3)), chroma) },
            { (place(0.88 - 0.29 * Double($0 % 3)), chroma) },
        ]
        return colors.count <= colorBlindSafeCount ? turns + [ramp] : Array(turns[2...3])
    }

    static func areGrey(_ colors: [Color]) -> Bool { colors.allSatisfy { OKLab($0).chroma < 0.01 } }

    /// Returns the rank of each colour by lightness: 0 for the darkest, 1 for the lightest.
    static func lightnessRanks(of colors: [Color]) -> [Double] {
        let lightness = colors.map { OKLab($0).lightness }
        let order = colors.indices.sorted { (lightness[$0], $0) < (lightness[$1], $1) }
        var ranks = Array(repeating: 0.0, count: colors.count)
        for (rank, index) in order.enumerated() { ranks[index] = Double(rank) / Double(max(1, colors.count - 1)) }
        return ranks
    }
}
