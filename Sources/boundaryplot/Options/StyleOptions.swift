import ArgumentParser

/// What is written and drawn around and over the regions.
struct StyleOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The title of every picture; of one network's, {hidden}, {lambda}, {cost}, {accuracy} and {test} stand for its "
                + "values. (default: one that says what is seen)", valueName: "text"))
    var title: String?

    @Flag(help: "Leave out the title and the line below it.")
    var noTitle = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The title of the x axis. (default: the feature's name)", valueName: "text"))
    var xLabel: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The title of the y axis. (default: the feature's name)", valueName: "text"))
    var yLabel: String?

    @Flag(help: "Leave out the legend.")
    var noLegend = false

    @Flag(help: "Leave out the points.")
    var noPoints = false

    /// - Throws: `Failure` of status 64 where options contradict each other.
    func check() throws(Failure) {
        if title != nil && noTitle {
            throw Failure(.usage, "--title and --no-title contradict each other; one of them is accepted")
        }
    }

    /// The user's own words.
    var texts: [String] { [title, xLabel, yLabel].compactMap(\.self) }

    /// What the pictures of a run have in common.
    var style: PictureStyle {
        PictureStyle(
            title: title, hasTitle: !noTitle, xLabel: xLabel, yLabel: yLabel, hasLegend: !noLegend, hasPoints: !noPoints
        )
    }

    /// The titles of the pictures of single networks.
    ///
    /// - Parameter hasTest: whether points are held out, whose score may be named.
    /// - Throws: `Failure` of status 64 where a placeholder is unknown or has nothing to stand for.
    func titleTemplate(hasTest: Bool) throws(Failure) -> Template? {
        guard let title else { return nil }
        return try Template(
            title, option: "--title", names: ["hidden", "lambda", "cost", "accuracy"] + (hasTest ? ["test"] : []))
    }
}
