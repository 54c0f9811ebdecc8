extension Palette {
    /// Name of a palette.
    ///
    /// For every kind of colour vision, points keep the thresholds of `lookalikes(classCount:)` up to three classes of
    /// `spectral`, six of `okabeIto` and `petroff`, five of `viridis` and `gray`; regions up to eight classes, five of
    /// `gray`.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// Ends of the Spectral map, then its other colours.
        case spectral
        /// Colours of Masataka Okabe and Kei Ito, "Color Universal Design", 2008, ordered so that as many of the first
        /// ones as possible are told apart.
        case okabeIto = "okabe-ito"
        /// Six, eight or ten colours of Matthew Petroff, "Accessible color sequences for data visualization", 2021.
        case petroff
        /// Evenly spaced colours of matplotlib's viridis, less its lightest end.
        case viridis
        /// Evenly spaced greys.
        case gray
    }

    /// Returns the colours of a palette for `classCount` classes.
    ///
    /// If the palette has fewer, it is extended by colours that look as different as possible.
    ///
    /// - Precondition: one class or more.
    public static func named(_ name: Name, classCount: Int) -> Palette {
        precondition(classCount >= 1, "a palette must be for at least one class")
        switch name {
        case .spectral where classCount <= 2: return spectral
        case .spectral: return sequence([0, 10, 8, 3, 9, 1, 7, 4].map { ColorMap.spectral.colors[$0] }, classCount)
        case .okabeIto: return sequence(okabeItoColors, classCount)
        case .petroff:
            let colors = petroffColors.first { $0.count >= classCount } ?? petroffColors[2]
            return sequence(colors, classCount)
        case .viridis:
            let last = Double(max(1, classCount - 1))
            return Palette(colors: (0..<classCount).map { ColorMap.viridis(0.95 * Double($0) / last) })
        case .gray:
            let last = Double(max(1, classCount - 1))
            return Palette(
                colors: (0..<classCount).map {
                    OKLab(lightness: 0.12 + 0.52 * Double($0) / last, a: 0, b: 0).color.roundedToBytes
                })
        }
    }

    /// Returns the first `classCount` of `colors`, extended if they do not suffice.
    private static func sequence(_ colors: [Color], _ classCount: Int) -> Palette {
        Palette(colors: extended(colors, to: classCount))
    }

    private static let okabeItoColors = [
        0xe69f00, 0x56b4e9, 0x0072b2, 0xf0e442, 0xd55e00, 0x000000, 0xcc79a7, 0x009e73,
    ].map(Color.init(rgb:))

    private static let petroffColors = [
        [0x5790fc, 0xf89c20, 0xe42536, 0x964a8b, 0x9c9ca1, 0x7a21dd],
        [0x1845fb, 0xff5e02, 0xc91f16, 0xc849a9, 0xadad7d, 0x86c8dd, 0x578dff, 0x656364],
        [0x3f90da, 0xffa90e, 0xbd1f01, 0x94a4a2, 0x832db6, 0xa96b59, 0xe76300, 0xb9ac70, 0x717581, 0x92dadd],
    ].map { $0.map(Color.init(rgb:)) }
}

extension Palette {
    /// Returns `colors`, cut or extended to `count`: each further one is the candidate on a grid in OKLab that looks least
    /// like those before it, to normal vision.
    static func extended(_ colors: [Color], to count: Int) -> [Color] {
        guard count > colors.count else { return Array(colors.prefix(count)) }
        var candidates: [(color: Color, lab: OKLab, distance: Double)] = []
        for lightness in stride(from: 0.30, through: 0.82, by: 0.04) {
            for a in stride(from: -0.24, through: 0.28, by: 0.02) {
                for b in stride(from: -0.30, through: 0.20, by: 0.02) {
                    let lab = OKLab(lightness: lightness, a: a, b: b)
                    let color = lab.color.roundedToBytes
                    // A colour without hue has no tint of its own, and a colour that a screen cannot show becomes
                    // another.
                    guard lab.chroma > 0.03, OKLab(color).distance(to: lab) < 0.006 else { continue }
                    candidates.append((color, lab, .infinity))
                }
            }
        }
        var chosen: [Color] = []
        var next = colors.makeIterator()
        while chosen.count < count {
            var color = next.next()
            if color == nil {
                // The first on a tie, so that the choice is always the same.
                color = candidates.max { $0.distance < $1.distance }?.color
            }
            guard let color else { break }
            chosen.append(color)
            let lab = OKLab(color)
            for index in candidates.indices {
                candidates[index].distance = min(candidates[index].distance, candidates[index].lab.distance(to: lab))
            }
        }
        return chosen
    }
}

extension ColorMap {
    /// From dark violet through teal to yellow: ten colours of matplotlib's viridis, by Nathaniel Smith and Stéfan van
    /// der Walt, 2015.
    public static let viridis = ColorMap(
        [0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725].map(
            Color.init(rgb:)))
}
