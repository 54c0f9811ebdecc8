extension Palette {
    /// Creates a palette of points in these colours, each with a light tint of its hue. Tints are told apart as well as
    /// the points if possible, and are as strong as each other as far as that allows.
    ///
    /// - Precondition: one colour or more.
    public init(colors: [Color]) { self.init(colors: colors, tints: Palette.tints(of: colors, on: .light)) }

    init(colors: [Color], tints: [Color]) {
        self.init(zip(colors, tints).map { Swatch(color: $0, tint: $1) })
    }

    /// Returns tints of the hues of `colors` for a ground.
    ///
    /// In print they are thin, and lighter for lighter colours, so that greys tell a few of them apart.
    static func tints(of colors: [Color], on ground: Theme.Ground) -> [Color] {
        let count = colors.count
        let areGrey = areGrey(colors)
        let isColorBlindSafe = count <= colorBlindSafeCount
        // Greys differ by lightness alone, and many colours need more room.
        let lightness =
            switch ground {
            case .light: areGrey ? 0.755...0.972 : isColorBlindSafe ? 0.785...0.955 : 0.76...0.955
            case .dark: 0.20...0.42
            case .print: areGrey ? 0.84...0.965 : 0.87...0.965
            }
        let strength =
            switch ground {
            case .light: min(0.17, 0.095 + 0.015 * Double(count))
            case .dark: 0.15
            case .print: min(0.13, 0.06 + 0.01 * Double(count))
            }
        let groundColor = ground == .dark ? Theme.dark.groundColor : .white
        let spread = ColorSpread(
            lightness: lightness, chroma: isColorBlindSafe ? 0.03...0.14 : 0.02...0.14,
            threshold: aims(classCount: count).regions / (ground == .print ? 3 : 1),
            visions: visions(classCount: count),
            // Greys cannot be equally strong and different; for five to eight colours, being different comes first.
            strength: areGrey
                ? nil
                : (
                    OKLab(groundColor), strength,
                    ground != .print && (5...colorBlindSafeCount).contains(count) ? 0.1 : 0.5
                ),
            lightnessStep: isColorBlindSafe ? 0.005 : 0.01, chromaStep: isColorBlindSafe ? 0.01 : 0.015)
        return spread.colors(
            withHuesOf: colors, from: starts(for: colors, in: lightness, chroma: 0.05, isRamp: ground == .print))
    }

    /// Returns starts for the search: all of one lightness; lighter and darker by turns of two and three; and in the
    /// order of the colours' own lightness, which greys need.
    private static func starts(
        for colors: [Color], in lightness: ClosedRange<Double>, chroma: Double, isRamp: Bool
    ) -> [ColorSpread.Start] {
        func place(_ share: Double) -> Double {
            lightness.lowerBound + share * (lightness.upperBound - lightness.lowerBound)
        }
        let ranks = lightnessRanks(of: colors)
        let ramp: ColorSpread.Start = { (place(ranks[$0]), chroma) }
        if areGrey(colors) || isRamp { return [ramp] }
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
