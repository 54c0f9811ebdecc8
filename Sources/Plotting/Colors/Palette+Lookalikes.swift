extension Palette {
    /// A pair of classes that a reader may confuse.
    public struct Lookalike: Hashable, Sendable {
        /// The parts of a picture that look alike.
        public enum Kind: String, Hashable, Sendable { case points, regions }

        /// Index of the class that comes first.
        public var first: Int
        /// Index of the class that comes second.
        public var second: Int
        /// Colour vision to which they look most alike.
        public var vision: ColorVision
        /// Parts that look alike.
        public var kind: Kind
        /// Distance in OKLab × 100; less than the threshold of its kind.
        public var distance: Double
    }

    /// Greatest number of classes that colours alone tell apart for every kind of colour vision.
    public static let colorBlindSafeCount = 8

    /// Least distances of points and of regions of two classes, in OKLab × 100: 12 and 5 for every kind of vision up to
    /// eight classes, 4 and 1.5 for normal vision beyond.
    static func thresholds(classCount: Int) -> (points: Double, regions: Double) {
        classCount <= colorBlindSafeCount ? (12, 5) : (4, 1.5)
    }

    /// Distances of points and of regions that the search aims at, in OKLab × 100.
    static func aims(classCount: Int) -> (points: Double, regions: Double) {
        classCount <= colorBlindSafeCount ? thresholds(classCount: classCount) : (5, 2)
    }

    /// Kinds of vision for which the thresholds hold.
    ///
    /// Beyond eight classes no colours suffice for colour-blind readers; marker shapes and region names help them.
    static func visions(classCount: Int) -> [ColorVision] {
        classCount <= colorBlindSafeCount ? ColorVision.allCases : [.normal]
    }

    /// Returns the pairs among the first `classCount` classes whose points or regions look alike, each with the vision
    /// to which they look most alike.
    ///
    /// - Returns: pairs by the second class, then by the first, points before regions; empty for the default palettes.
    public func lookalikes(classCount: Int) -> [Lookalike] {
        let visions = Palette.visions(classCount: classCount)
        let thresholds = Palette.thresholds(classCount: classCount)
        let kinds: [(kind: Lookalike.Kind, color: KeyPath<Swatch, Color>, threshold: Double)] = [
            (.points, \.color, thresholds.points), (.regions, \.tint, thresholds.regions),
        ]
        // For each kind and vision, the colours of all classes.
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
