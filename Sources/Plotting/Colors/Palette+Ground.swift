extension Palette {
    /// Returns the palette adapted to a ground; on `.light` it is unchanged.
    ///
    /// On a dark ground tints are dark, and points as light as they must be to stand out, with the same hue; both are
    /// told apart as on a light ground if possible. In print, tints are thin, equally strong, and of different lightness,
    /// in the order of the points' lightness, so that greys tell a few of them apart; points are unchanged.
    public func adapted(to ground: Theme.Ground) -> Palette {
        let colors = swatches.map(\.color)
        return switch ground {
        case .light: self
        case .dark: Palette(colors: litPoints, tints: Palette.tints(of: colors, on: .dark))
        case .print: Palette(colors: colors, tints: Palette.tints(of: colors, on: .print))
        }
    }

    /// Colours of points on a dark ground.
    private var litPoints: [Color] {
        let colors = swatches.map(\.color)
        let own = colors.map { OKLab($0) }
        let ranks = Palette.lightnessRanks(of: colors)
        let count = own.count
        let isColorBlindSafe = count <= Palette.colorBlindSafeCount
        let spread = ColorSpread(
            lightness: 0.56...0.94, chroma: 0.03...0.27, threshold: Palette.aims(classCount: count).points,
            visions: Palette.visions(classCount: count), lightnessStep: isColorBlindSafe ? 0.01 : 0.02,
            chromaStep: isColorBlindSafe ? 0.02 : 0.04)
        let starts: [ColorSpread.Start] = [
            { (max(own[$0].lightness, 0.66), own[$0].chroma) }, { (max(own[$0].lightness, 0.60), own[$0].chroma) },
            { (0.58 + 0.4 * own[$0].lightness, own[$0].chroma) },
        ]
        let greys: ColorSpread.Start = { (0.56 + 0.38 * ranks[$0], 0) }
        return spread.colors(withHuesOf: colors, from: Palette.areGrey(colors) ? [greys] : starts)
    }
}

extension Palette.Swatch {
    /// Returns colours from nearly the ground to a strong colour of the swatch's hue, in equal steps of OKLab. Points
    /// of the full colour still stand out from the strongest.
    ///
    /// - Parameters:
    ///   - count: number of colours, 1 or greater.
    ///   - ground: colour behind the regions, such as white.
    public func ramp(count: Int, ground: Color) -> [Color] {
        precondition(count >= 1, "a ramp must have at least one colour")
        let first = OKLab(tint).mixed(with: OKLab(ground), share: 0.6)
        let last = OKLab(tint).mixed(with: OKLab(color), share: 0.36)
        return (0..<count).map { index in
            let share = count == 1 ? 0.5 : Double(index) / Double(count - 1)
            return first.mixed(with: last, share: share).color.roundedToBytes
        }
    }
}
