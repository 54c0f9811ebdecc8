import ArgumentParser
import DecisionBoundary
import Files
import Glibc
import PictureRecords

/// `boundaryplot rerun`: draws a picture again from its record.
struct RerunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract: "Draw a picture again and compare the bytes.",
        usage: "boundaryplot rerun <picture> [<options>]",
        discussion: """
            Draws a picture again from its record and compares the bytes. The data are read from the recorded path, or \
            from --data. Nothing is written without --output.

            EXAMPLES
              boundaryplot rerun figure.png
              boundaryplot rerun figure.png --data moved/flowers.csv -o again.png

            EXIT STATUS
              0    the same bytes
              1    different bytes; the message says whether the data have changed
              64   an option is wrong
              65   the file is not a picture, has no record that can be drawn, or one with
                   a command that --classifier does not allow
              66   a file is missing
              69   the run needs more memory, stack or open files than it may have
              73   a file cannot be created
              74   a file cannot be written
              75   a command took longer than --timeout
              130  interrupted; 143 by SIGTERM, 129 by SIGHUP
            """)

    @Argument(help: ArgumentHelp("A PNG, SVG, PDF or GIF file of boundaryplot.", valueName: "picture"))
    var picture: String

    @Option(help: ArgumentHelp("The current path of the data. (default: the path in the record)", valueName: "file"))
    var data: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the new picture to this file. (default: none)", valueName: "path"))
    var output: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Allow a command of the record, which is run only if it is given here as well. May be repeated. (default: none)",
            valueName: "name=command"))
    var classifier: [String] = []

    @OptionGroup var limits: CommandLimitOptions

    func run() throws {
        let begun = ContinuousClock.now
        let old = try RecordedPicture(path: picture)
        let request = try old.request()
        try limits.check(allowing: classifier, in: request, of: "'\(picture)'")
        if let output { try check(output, against: old, request) }
        let new = try remade(old, request)
        if let output { try Failure.naming("--output") { try AtomicFile.write(new.bytes, to: output, begun: begun) } }
        guard new.bytes == old.bytes else { throw Failure.notAsAsked(difference(old, new)) }
        try StandardStream.output.write(
            "'\(picture.withoutControlCharacters)' comes out the same, byte for byte\n")
    }

    private func check(_ output: String, against old: RecordedPicture, _ request: Request) throws {
        guard AtomicFile.resolved(output) != AtomicFile.resolved(picture) else {
            throw Failure(.badRequest, "--output '\(output)' is the picture itself; use another name")
        }
        let inputs = (data.map { [$0] } ?? []) + request.inputs
        guard !inputs.map(AtomicFile.resolved).contains(AtomicFile.resolved(output)) else {
            throw Failure(.badRequest, "--output '\(output)' is a file that is read; use another name")
        }
        let ending = old.kind.rawValue.lowercased()
        guard output.lowercased().hasSuffix("." + ending) else {
            throw Failure(
                .badRequest, "--output '\(output)' does not end in .\(ending); use the format of '\(picture)'")
        }
        try Failure.naming("--output") { try AtomicFile.checkCreatable(output) }
    }

    private func remade(_ old: RecordedPicture, _ request: Request) throws -> RecordedPicture {
        if data != nil && old.contents.data.sha256 == nil {
            throw Failure(
                .badRequest,
                "--data does not apply to '\(picture)', which was made from the data set \(old.contents.data.source)")
        }
        if request.classifiers.contains(where: { $0.predictionsPath == "-" }) {
            throw Failure(
                .badRequest,
                """
                '\(picture)' was made with predictions that another program handed over, which are gone; make it again there
                """)
        }
        if data == nil && request.inputs.contains("-") {
            throw Failure(.badRequest, "'\(picture)' was made from standard input; --data names the file to read now")
        }
        do {
            var environment = RunEnvironment(isCancelled: { Interruption.isRequested })
            environment.commands = Set(classifier.map { NamedText($0).text })
            environment.commandTimeout = limits.timeout
            return try old.remade(request, data: data, in: environment)
        } catch let error as RunError where error.kind != .cancelled {
            let isGone = old.contents.data.path.map { access($0.systemPath, R_OK) != 0 } ?? false
            let advice =
                error.kind == .missingInput && data == nil && isGone ? "; --data names where the data are now" : ""
            let options: [RequestKey] = [.command, .predictions, .timeout]
            let failure = Failure(error) { options.contains($0) ? $0.option : "'\($0.rawValue)'" }
            throw failure.inFile("'\(picture)' cannot be drawn again: \(failure)\(advice)")
        }
    }

    private func difference(_ old: RecordedPicture, _ new: RecordedPicture) -> String {
        let (before, after) = (old.contents, new.contents)
        let start = "'\(picture)' comes out differently"
        if before.data.sha256 != after.data.sha256 {
            let path = (data ?? after.data.path).map { " '\($0)'" } ?? ""
            return "\(start): the data\(path) have changed since"
        }
        let answers = zip(before.networks, after.networks).first { $0.sha256 != $1.sha256 }
        if let answers {
            return "\(start): the predictions '\(answers.1.predictions ?? "")' have changed since"
        }
        let thetas = zip(before.networks, after.networks).contains { old, new in
            old.theta != new.theta
        }
        if thetas {
            return "\(start): the data are the same, the networks are not; another version has trained them"
        }
        return """
            \(start): data and networks are the same, the bytes are not; the file was changed, or another version of this \
            program or its libraries has drawn it
            """
    }
}

extension RecordedPicture {
    /// Returns the request that reproduces the picture.
    ///
    /// - Throws: `Failure` of status 65 if the record has arguments of no drawing command.
    func request() throws -> Request {
        if let request = contents.request { return request }
        let command = contents.command ?? ""
        // Version 1 made one training by default. An option of the record is later and so counts.
        let defaults = ["curve", "tune"].contains(command) ? ["--restarts", "1"] : []
        let words = [command] + defaults + (contents.arguments ?? [])
        // The arguments were valid when they were recorded; an error means that the record was edited.
        guard let command = try? BoundaryPlot.parseAsRoot(words) as? any PictureCommand,
            (command as? PlotCommand)?.file.request == nil, let request = try? command.request()
        else {
            throw Failure(.badData, "'\(path)': the arguments in its record draw no picture; the record was edited")
        }
        return request.restricted(to: contents.picture)
    }
}
