import ArgumentParser

/// The option that names the settings file.
///
/// It is declared as an option for help and errors only. `Invocation` reads the file before the options are parsed,
/// since the settings are parsed with them.
struct ConfigOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A settings file, .toml or .json. Its keys are names of options; a table with the name of a command "
                + "applies to that command only. Command-line options override the file; 'no-' before the name of a flag "
                + "turns it off. (default: none)", valueName: "file"))
    var config: String?

    /// The files that are read.
    var inputs: [String] { config.map { [$0] } ?? [] }
}
