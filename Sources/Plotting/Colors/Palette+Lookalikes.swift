extension Palette {
    /// Two classes that a reader may take for one.
    public struct Lookalike: Hashable, Sendable {
        /// What looks alike.
        public enum Kind: String, Hashable, Sendable { case points, regions }

        /// The class that comes first.
        public var first: Int
        /// The class that comes second.
        public var second: Int
        /// To whom they look alike.
        public var vision: ColorVision
        /// What looks alike.
        public var kind: Kind
        /// In OKLab × 100; less than the threshold of its kind.
        public var distance: Double
    }

    /// The greatest number of classes for which colours alone are to tell them apart, for every sight.
    public static let colorBlindSafeCount = 8

    /// How far the points and the regions of two classes have to be from each other, in OKLab × 100: 12 and 5 for every
    /// sight up to eight classes, 4 and 1.5 for normal sight beyond.
    static func thresholds(classCount: Int) -> (points: Double, regions: Double) {
        classCount <= colorBlindSafeCount ? (12, 5) : (4, 1.5)
    }

    /// How far the points and the regions are put apart where they can be, in OKLab × 100.
    static func aims(classCount: Int) -> (points: Double, regions: Double) {
        classCount <= colorBlindSafeCount ? thresholds(classCount: classCount) : (5, 2)
    }

    /// Whose eyes count: beyond eight classes no colours suffice for colour-blind readers, who have the shapes of the
    /// markers and the names in the regions.
    static func visions(classCount: Int) -> [ColorVision] {
        classCount <= colorBlindSafeCount ? ColorVision.allCases : [.normal]
    }

    /// The pairs among the first `classCount` classes whose points or regions look alike; for each pair and kind the
    /// sight to which they look most alike.
    ///
    /// - Returns: by the second class, then by the first, points before regions; none for the default palettes.
    public func lookalikes(classCount: Int) -> [Lookalike] {
        let visions = Palette.visions(classCount: classCount)
        let thresholds = Palette.thresholds(classCount: classCount)
        let kinds: [(kind: Lookalike.Kind, color: KeyPath<Swatch, Color>, threshold: Double)] = [
            (.points, \.color, thresholds.points), (.regions, \.tint, thresholds.regions),
        ]
        // For each kind and sight the colours of all classes.
        let seen = kinds.map { kind in
            visions.map { vision in
                (0..<classCount).map { OKLab(self[$0][keyPath: kind.color].roundedToBytes, seenWith: vision) }
            }
        }
        var found: [Lookalike] = []
        for second in 0..<classCount {
            for first in 0..<second {
                for (kind, colors) in zip(kinds, seen) {
                    let distances = colors.map { 100 * $0[first].distance(to: $0[second]) }
                    guard let least = distances.indices.min(by: { distances[$0] < distances[$1] }),
                        distances[least] < kind.threshold
                    else { continue }
                    found.append(
                        Lookalike(
                            first: first, second: second, vision: visions[least], kind: kind.kind,
                            distance: distances[least]))
                }
            }
        }
        return found
    }
}
