import ArgumentParser
import DecisionBoundary

/// A command that runs a request and prints a table; its options translate into the request.
protocol RunCommand: ParsableCommand {
    associatedtype Defaults: ProductDefaults

    var data: DataOptions { get }
    var network: NetworkOptions<Defaults> { get }
    var training: TrainingOptions { get }
    var execution: RunOptions { get }
    /// The limit on the time of commands; without one for commands that run none.
    var commandTimeout: Double? { get }

    /// The product whose defaults the options override; defaults to that of `Defaults`.
    var product: Product { get }
    /// Applies the options of pages and files.
    func applyPage(to request: inout Request)
    /// Applies the options that only some commands have.
    func applyFurtherOptions(to request: inout Request) throws
    /// Returns the request to run; defaults to the request of the options.
    func request() throws -> Request
    /// Returns the name of a key in messages; defaults to the name of its option.
    func name(of key: RequestKey) -> String
    /// The files that the options read, beside data and models.
    var inputs: [String] { get }
    /// Converts an error of the run into a failure.
    func failure(for error: RunError) -> Failure
}

/// A command that draws pictures.
protocol PictureCommand: RunCommand {
    var picture: PictureOptions { get }
    var theme: ThemeOptions { get }
}

extension PictureCommand {
    func applyPage(to request: inout Request) {
        picture.apply(to: &request)
        theme.apply(to: &request)
    }
}

extension RunCommand {
    var product: Product { Defaults.product }

    func name(of key: RequestKey) -> String { key.option }

    var inputs: [String] { execution.config.inputs }

    var commandTimeout: Double? { nil }

    func failure(for error: RunError) -> Failure { Failure(error, naming: name) }

    func request() throws -> Request { try requestOfOptions() }

    /// Translates the options into a request.
    func requestOfOptions() throws -> Request {
        var request = Request(product)
        try data.apply(to: &request)
        network.apply(to: &request)
        training.apply(to: &request)
        applyPage(to: &request)
        try applyFurtherOptions(to: &request)
        return request
    }

    func run() throws {
        do {
            let request = try request()
            try checkPrinting(request)
            let progress = ProgressText()
            let plan = try Plan(request, in: environment(progress))
            progress.begin(plan)
            printNotes(of: plan)
            let result = try running(plan, progress: progress)
            if !execution.quiet { for note in result.notes { StandardStream.note(note, naming: name) } }
            try printSnippets(of: result)
            if !execution.quiet { try printTables(of: result, plan: plan) }
            try checkConvergence(of: result, plan: plan)
        } catch let error as RunError {
            throw failure(for: error)
        }
    }

    private func environment(_ progress: ProgressText) -> RunEnvironment {
        var environment = RunEnvironment(
            report: { progress.note($0) }, isCancelled: { Interruption.isRequested })
        if let threads = execution.threads { environment.threads = threads }
        environment.inputs = inputs
        environment.commands = NamedText.commandsOfCommandLine
        environment.commandTimeout = commandTimeout
        environment.note = { [quiet = execution.quiet] note in
            if note.isWarning || !quiet { StandardStream.note(note, naming: \.option) }
        }
        return environment
    }

    private func running(_ plan: Plan, progress: ProgressText) throws -> RunResult {
        let line = execution.progressLine { progress.text }
        defer { line?.finish() }
        return try plan.run()
    }

    private func printNotes(of plan: Plan) {
        for note in plan.notes where note.isWarning || !execution.quiet {
            StandardStream.note(note, naming: name)
        }
        if !execution.quiet { network.printNotes() }
    }

    private func printTables(of result: RunResult, plan: Plan) throws {
        let perClass = execution.perClass ? PerClassTables(result: result, plan: plan).description : ""
        try tableStream(plan.request).write(ResultTable(result, of: plan).description + perClass)
    }

    /// Prints code for reports if `--emit` is given.
    private func printSnippets(of result: RunResult) throws(Failure) {
        guard let snippet = execution.emit.map(Snippet.init) else { return }
        try StandardStream.output.write(paths: result.files.map(snippet.text).joined(separator: "\n"))
    }

    /// Returns the options that send results to standard output instead of the table.
    private func standardOutputUses(_ request: Request) -> [String] {
        [
            request.outputs.path == "-" ? "--output -" : nil, request.outputs.json == "-" ? "--json -" : nil,
            execution.emit != nil ? "--emit" : nil,
        ].compactMap(\.self)
    }

    private func checkPrinting(_ request: Request) throws(Failure) {
        if execution.perClass && execution.quiet {
            throw Failure(.badRequest, "--per-class prints tables, and --quiet prints none; use one of them")
        }
        if execution.emit != nil && request.product == .report {
            throw Failure(.badRequest, "--emit embeds pictures, and a report is a page of its own; remove it")
        }
        let results = [
            ("--emit", execution.emit != nil), ("--per-class", execution.perClass), ("--strict", training.strict),
        ]
        if request.outputs.shard != nil, let option = results.first(where: \.1)?.0 {
            throw Failure(
                .badRequest,
                "\(option) does not apply to a shard, which only makes fits; use it with \(name(of: .merge))")
        }
        let uses = standardOutputUses(request)
        guard uses.count < 2 else {
            throw Failure(.badRequest, "\(uses[0]) and \(uses[1]) both write to standard output; use one of them")
        }
        if request.outputs.path == "-" && StandardStream.output.isTerminal {
            throw Failure(
                .badRequest,
                "--output -: a terminal shows no \(request.product == .report ? "pages" : "pictures"); redirect standard output, or use a file"
            )
        }
    }

    private func tableStream(_ request: Request) -> StandardStream {
        standardOutputUses(request).isEmpty ? .output : .error
    }

    /// Prints a warning for each network that did not converge, and for each that is stuck in a poor local minimum.
    ///
    /// - Throws: `Failure` of status 1 if there is one and `--strict` is given.
    private func checkConvergence(of result: RunResult, plan: Plan) throws(Failure) {
        let isRepeated = result.classifiers.contains { !$0.splits.isEmpty }
        let unconverged = result.classifiers.unconvergedCount
        let warnings =
            isRepeated
            ? (unconverged.count == 0
                ? []
                : ["\(unconverged.count) of \(unconverged.total) trainings did not converge; --json says which and why"])
            : result.classifiers.compactMap {
                $0.scored.convergenceWarning(namesLambda: plan.names.nameLambda, training: plan.request.training)
            }
        if training.strict, let first = warnings.first {
            let others = warnings.count > 1 ? "; nor did \(warnings.count - 1) more" : ""
            throw Failure.notAsAsked("--strict: \(first)\(others)")
        }
        // An untrained network is not expected to converge.
        guard plan.request.training.maxIterations != 0 else { return }
        if !execution.quiet, let note = result.tuning?.convergenceNote { StandardStream.note("Note: \(note)") }
        if !execution.quiet, let note = result.tuning?.stuckNote { StandardStream.note("Note: \(note)") }
        let stuck = result.classifiers.compactMap { $0.scored.stuckWarning(training: plan.request.training) }
        for warning in warnings + stuck { StandardStream.note("Warning: \(warning)") }
    }
}

extension StandardStream {
    /// Prints a note or a warning of a run.
    static func note(_ note: RunNote, naming name: (RequestKey) -> String) {
        self.note("\(note.isWarning ? "Warning" : "Note"): \(note.message.text(naming: name))")
    }
}
