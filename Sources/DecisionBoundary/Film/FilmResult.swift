/// A film that was written.
package struct FilmResult: Sendable {
    /// A frame of a film, or a panel of its sheet.
    package struct Frame: Sendable {
        /// The number of iterations so far.
        package let iteration: Int
        /// The training cost, λ term included.
        package let cost: Double
        /// The cross-entropy on the held-out points; nil if no points are held out.
        package let testCost: Double?
        /// The time that a GIF shows the frame, in seconds; nil for pages.
        package let seconds: Double?
    }

    /// The GIF, the sheet, or the page of every frame.
    package let files: [PictureFile]
    package let frames: [Frame]
}
