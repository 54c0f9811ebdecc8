import ArgumentParser

/// Text for reports.
struct EmitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Print what puts the pictures into a report, with captions and alternative text, in place of the table: markdown, "
                + "latex or html. (default: none)", valueName: "language"))
    var emit: Snippet.Language?

    /// Prints the text for each picture.
    func print(_ files: [PictureFile]) throws(Failure) {
        guard let emit else { return }
        let snippet = Snippet(language: emit)
        try StandardStream.output.write(files.map(snippet.text).joined(separator: "\n"))
    }
}

extension Snippet.Language: ExpressibleByArgument {}
