import Parallelism

/// At most 255 colours for all frames of an animation, and the colour of each pixel among them.
///
/// If the frames have more colours, the most frequent ones are taken first, leaving out those within a distance of one
/// that is taken; the distance is the least for which the others are few enough. So tints and points keep their colours
/// exactly, and of the blends at their edges no one is far from its substitute. Nothing is dithered.
struct AnimationPalette {
    /// Colours as `0x00RRGGBB`, the most frequent first.
    private(set) var colors: [UInt32] = []
    /// The index of the colour that stands for each colour of the frames.
    private let indices: [UInt32: UInt8]

    /// One index is left for pixels that do not change.
    static let greatestCount = 255

    init(of animation: Animation, threads: Int) {
        let histograms = mapBlocks(animation.frames.count, threads: threads) { frame in
            var histogram: [UInt32: Int] = [:]
            Self.forEachRun(in: animation.frames[frame].bitmap) { color, length in
                histogram[color, default: 0] += length
            }
            return histogram
        }
        let counts = histograms.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        let all = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        var distance = 0
        while colors.isEmpty {
            colors = Self.representatives(of: all, within: distance) ?? []
            distance = max(3, 2 * distance)
        }
        indices = Dictionary(uniqueKeysWithValues: all.map { [colors] in ($0, Self.nearest(to: $0, among: colors)) })
    }

    /// Returns the index of every pixel's colour, row-major.
    func indices(of bitmap: Bitmap) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bitmap.width * bitmap.height) { buffer, count in
            Self.forEachRun(in: bitmap) { color, length in
                buffer.extracting(count..<count + length).initialize(repeating: indices[color] ?? 0)
                count += length
            }
        }
    }

    /// Calls `body` for every run of equal pixels, whatever row they are in.
    private static func forEachRun(in bitmap: Bitmap, _ body: (_ color: UInt32, _ length: Int) -> Void) {
        let words = bitmap.buffer.words
        var start = 0
        while start < words.count {
            let color = words[start] & 0xff_ffff
            var end = start + 1
            while end < words.count, words[end] & 0xff_ffff == color { end += 1 }
            body(color, end - start)
            start = end
        }
    }

    /// Returns colours such that each of `all` is within a squared distance of one of them; nil if they are too many.
    private static func representatives(of all: [UInt32], within distance: Int) -> [UInt32]? {
        var taken: [UInt32] = []
        for color in all where distance == 0 || !taken.contains(where: { squaredDistance($0, color) <= distance }) {
            guard taken.count < greatestCount else { return nil }
            taken.append(color)
        }
        return taken
    }

    /// Returns the index of the nearest colour, the first on a tie.
    private static func nearest(to color: UInt32, among colors: [UInt32]) -> UInt8 {
        var best = (index: 0, distance: Int.max)
        for (index, candidate) in colors.enumerated() {
            let distance = squaredDistance(candidate, color)
            if distance < best.distance { best = (index, distance) }
            if distance == 0 { break }
        }
        return UInt8(best.index)
    }

    private static func squaredDistance(_ first: UInt32, _ second: UInt32) -> Int {
        [UInt32(0), 8, 16].reduce(0) { sum, shift in
            let difference = Int(first >> shift & 0xff) - Int(second >> shift & 0xff)
            return sum + difference * difference
        }
    }
}
