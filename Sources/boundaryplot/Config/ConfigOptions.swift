import ArgumentParser

/// The settings file of a run.
///
/// It is named among the options so that help and errors know it. It has to be read before they are parsed, for its
/// settings are parsed with them: `Invocation` does that.
struct ConfigOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A settings file, .toml or .json, with the names of options as keys; those of one command may stand in a table "
                + "of its name. Options given here go over it; a flag that it sets is taken back by 'no-' before its name. "
                + "(default: none, whatever lies in the folder)", valueName: "file"))
    var config: String?

    /// Files that are read.
    var inputs: [String] { config.map { [$0] } ?? [] }
}
