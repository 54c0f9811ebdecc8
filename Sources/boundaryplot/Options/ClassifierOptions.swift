public import ArgumentParser
public import DecisionBoundary

/// Classifiers of other programs, and saved networks.
struct ClassifierOptions: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Draw the network in a file written by --save-model, without training; its features are the default for "
                + "--x and --y. May be repeated. (default: none)", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var model: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Draw a classifier that is a shell command: it reads points as CSV and prints a column 'class', or one per "
                + "class with scores. The file BOUNDARYPLOT_TRAIN has the points to fit. May be repeated. (default: none)",
            valueName: "name=command"))
    var classifier: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Draw a classifier by its answers at the points of 'boundaryplot grid': a CSV file as a command prints it, or "
                + "an .npy array. May be repeated. (default: none)", valueName: "name=file"),
        completion: .file(extensions: ["csv", "npy"]))
    var predictions: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the scores of commands and predictions are: probability or margin. (default: probability if all are "
                + "from 0 to 1)", valueName: "kind"))
    var scores: ScoreKind?

    @OptionGroup var limits: CommandLimitOptions

    /// True if the options name a classifier.
    var hasClassifier: Bool { !model.isEmpty || hasExternal }

    /// True if the options name a command or predictions.
    var hasExternal: Bool { !classifier.isEmpty || !predictions.isEmpty }

    /// Adds the classifiers to those of a request.
    ///
    /// - Parameter network: the options of networks; without any, no network is trained.
    /// - Throws: `Failure` of status 64 if an option has no effect.
    func apply<Defaults>(to request: inout Request, beside network: NetworkOptions<Defaults>) throws(Failure) {
        if scores != nil && !hasExternal {
            throw Failure(.badRequest, "--scores needs --classifier or --predictions, whose scores it explains")
        }
        if limits.timeout != nil && classifier.isEmpty {
            throw Failure(.badRequest, "--timeout needs --classifier, whose time it limits")
        }
        guard hasClassifier else { return }
        if network.hidden == nil {
            if let option = network.given.first {
                throw Failure(
                    .badRequest,
                    "\(option) needs --hidden beside --model, --classifier and --predictions, since no network is trained without it"
                )
            }
            request.classifiers = []
        }
        request.classifiers += model.map { .model(path: $0) }
        request.classifiers += classifier.map(NamedText.init).map {
            .command($0.text, name: $0.name, scores: scores)
        }
        request.classifiers += predictions.map(NamedText.init).map {
            .predictions(path: $0.text, name: $0.name, scores: scores)
        }
        request.omitDefaultOptimizer()
    }
}

/// The limit on the time of commands.
struct CommandLimitOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The most seconds for the answer of each --classifier; then it is ended, with status 75. (default: none)",
            valueName: "seconds"),
        transform: { try OptionValue.number($0, accepted: "a number greater than 0") { $0 > 0 } })
    var timeout: Double?

    /// Checks that options beside a file with a request have an effect on it.
    ///
    /// - Parameters:
    ///   - classifiers: the values of `--classifier`, which allow commands of the file.
    ///   - file: the name of the file in errors.
    /// - Throws: `Failure` of status 64 for a command that the file does not have. One that is not allowed is another error.
    func check(allowing classifiers: [String], in request: Request, of file: String) throws(Failure) {
        let commands = request.classifiers.compactMap(\.command)
        if timeout != nil && commands.isEmpty {
            throw Failure(.badRequest, "--timeout limits the time of commands, and \(file) has none; remove it")
        }
        let allowed = classifiers.map { NamedText($0).text }
        guard commands.allSatisfy(allowed.contains), let unused = allowed.first(where: { !commands.contains($0) })
        else { return }
        throw Failure(
            .badRequest,
            "--classifier '\(unused)' is no command of \(file), which has \(commands.isEmpty ? "none" : "others"); remove it"
        )
    }
}

extension ScoreKind: ExpressibleByArgument {}
