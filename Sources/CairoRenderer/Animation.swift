/// Bitmaps of one size that are shown one after the other.
public struct Animation: Sendable {
    /// A bitmap and how long it is shown.
    public struct Frame: Sendable {
        /// The picture; opaque.
        public var bitmap: Bitmap
        /// The time until the next frame, in hundredths of a second, 1 to 65,535; programs show less than 2 as 10.
        public var hundredths: Int

        /// Creates a frame from its parts.
        public init(_ bitmap: Bitmap, hundredths: Int) {
            self.bitmap = bitmap
            self.hundredths = hundredths
        }
    }

    /// The frames in order; one or more.
    public let frames: [Frame]
    /// True if the first frame follows the last.
    public let loops: Bool

    /// - Precondition: there is a frame; all have the same size, of at most 65,535 pixels a side, no alpha, and a time
    ///   in its range.
    public init(_ frames: [Frame], loops: Bool = true) {
        precondition(!frames.isEmpty, "an animation has a frame")
        let first = frames[0].bitmap
        precondition(
            frames.allSatisfy {
                $0.bitmap.width == first.width && $0.bitmap.height == first.height && !$0.bitmap.buffer.hasAlpha
                    && 1...65_535 ~= $0.hundredths
            }, "all frames are opaque and have one size, and a time that a file can hold")
        precondition(max(first.width, first.height) <= 65_535, "a side has 65,535 pixels at most")
        self.frames = frames
        self.loops = loops
    }

    var width: Int { frames[0].bitmap.width }
    var height: Int { frames[0].bitmap.height }
}
