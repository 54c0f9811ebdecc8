extension Palette {
    /// The palettes that have names.
    ///
    /// For every sight, points are told apart by the thresholds of `lookalikes(classCount:)` up to three classes of
    /// `spectral`, six of `okabeIto` and `petroff`, five of `viridis` and `gray`; regions up to eight classes, of `gray`
    /// up to five.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// The ends of the Spectral map, then its other colours.
        case spectral
        /// Masataka Okabe and Kei Ito, "Color Universal Design", 2008; in the order in which the most of the first
        /// ones are told apart.
        case okabeIto = "okabe-ito"
        /// Matthew Petroff, "Accessible color sequences for data visualization", 2021: six, eight or ten colours.
        case petroff
        /// Evenly spaced colours of matplotlib's viridis, less its lightest end.
        case viridis
        /// Evenly spaced greys.
        case gray
    }

    /// The colours that a palette has for `classCount` classes; where it has fewer, others that look as different as
    /// may be.
    ///
    /// - Precondition: one class or more.
    public static func named(_ name: Name, classCount: Int) -> Palette {
        precondition(classCount >= 1, "a palette has one class or more")
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

    /// The first so many of `colors`, and others where they do not suffice.
    private static func sequence(_ colors: [Color], _ classCount: Int) -> Palette {
        Palette(colors: extended(Array(colors.prefix(classCount)), to: classCount))
    }

    private static let okabeItoColors = [
        Color(bytes: 230, 159, 0), Color(bytes: 86, 180, 233), Color(bytes: 0, 114, 178), Color(bytes: 240, 228, 66),
        Color(bytes: 213, 94, 0), Color(bytes: 0, 0, 0), Color(bytes: 204, 121, 167), Color(bytes: 0, 158, 115),
    ]

    private static let petroffColors = [
        [
            Color(bytes: 87, 144, 252), Color(bytes: 248, 156, 32), Color(bytes: 228, 37, 54),
            Color(bytes: 150, 74, 139), Color(bytes: 156, 156, 161), Color(bytes: 122, 33, 221),
        ],
        [
            Color(bytes: 24, 69, 251), Color(bytes: 255, 94, 2), Color(bytes: 201, 31, 22), Color(bytes: 200, 73, 169),
            Color(bytes: 173, 173, 125), Color(bytes: 134, 200, 221), Color(bytes: 87, 141, 255),
            Color(bytes: 101, 99, 100),
        ],
        [
            Color(bytes: 63, 144, 218), Color(bytes: 255, 169, 14), Color(bytes: 189, 31, 1),
            Color(bytes: 148, 164, 162), Color(bytes: 131, 45, 182), Color(bytes: 169, 107, 89),
            Color(bytes: 231, 99, 0), Color(bytes: 185, 172, 112), Color(bytes: 113, 117, 129),
            Color(bytes: 146, 218, 221),
        ],
    ]
}

extension Palette {
    /// `colors`, and after them others until there are so many: each the one, of a lattice in OKLab, that looks least
    /// like any before it, to normal sight.
    static func extended(_ colors: [Color], to count: Int) -> [Color] {
        guard count > colors.count else { return colors }
        var candidates: [(color: Color, lab: OKLab, distance: Double)] = []
        for lightness in stride(from: 0.30, through: 0.82, by: 0.04) {
            for a in stride(from: -0.24, through: 0.28, by: 0.02) {
                for b in stride(from: -0.30, through: 0.20, by: 0.02) {
                    let lab = OKLab(lightness: lightness, a: a, b: b)
                    let color = lab.color.roundedToBytes
                    // A colour without hue has no tint of its own, and one that a screen cannot show is another.
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
                // The first of equals, so that it is the same one always.
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
    public static let viridis = ColorMap([
        Color(bytes: 68, 1, 84), Color(bytes: 72, 40, 120), Color(bytes: 62, 73, 137), Color(bytes: 49, 104, 142),
        Color(bytes: 38, 130, 142), Color(bytes: 31, 158, 137), Color(bytes: 53, 183, 121),
        Color(bytes: 110, 206, 88), Color(bytes: 181, 222, 43), Color(bytes: 253, 231, 37),
    ])
}
