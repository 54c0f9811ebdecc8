/// Writes the pictures that show several networks, each with what is to be said of it.
struct PageWriter: Sendable {
    let format: PictureFormat
    /// Pixels per inch.
    let dpi: Double
    /// Nil where pictures are not to say how they are made.
    let recorder: PictureRecorder?

    /// What stands beside a picture, and what it is of.
    struct Content {
        let title: String
        /// The second line.
        let subtitle: String
        /// How the picture came about.
        let description: String
        let altText: String
        let kind: PictureRecorder.Kind
        let networks: [TrainedNetwork]
    }

    func write(_ page: some Page, _ content: Content, to path: String) throws -> PictureFile {
        let words = PictureWords(
            title: content.title, subtitle: content.subtitle, description: content.description,
            altText: content.altText, record: try recorder?.record(of: content.kind, networks: content.networks))
        // Nobody asks how long that takes.
        var seconds = Picture.Seconds()
        return try PictureFile.write(page, to: path, format: format, dpi: dpi, words: words, seconds: &seconds).file
    }
}
