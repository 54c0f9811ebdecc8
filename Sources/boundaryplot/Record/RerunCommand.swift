import ArgumentParser
import DecisionBoundary
import Files
import Glibc
import PictureRecords

/// `boundaryplot rerun`: makes a picture again.
struct RerunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract: "Make a picture again, and say whether it comes out the same.",
        usage: "boundaryplot rerun <picture> [<options>]",
        discussion: """
            Reads from the picture how it was made, does that again, and compares the bytes. The data are read from where \
            they were, or from --data. Nothing is written but with --output.

            EXAMPLES
              boundaryplot rerun figure.png
              boundaryplot rerun figure.png --data moved/flowers.csv -o again.png

            EXIT STATUS
              0    the same bytes
              1    other bytes; the message says whether the data have changed
              65   no picture, or one that does not say how it was made
              66   a file is missing
              73   a file cannot be created
              74   a file cannot be written
            """)

    @Argument(help: ArgumentHelp("A PNG, SVG or PDF file of boundaryplot.", valueName: "picture"))
    var picture: String

    @Option(help: ArgumentHelp("Where the data are now. (default: where they were)", valueName: "file"))
    var data: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the new picture to this file. (default: nowhere)", valueName: "path"))
    var output: String?

    func run() throws {
        let old = try RecordedPicture(path: picture)
        if let output { try check(output, against: old) }
        let new = try remake(old)
        if let output {
            do throws(FileError) {
                try AtomicFile.write(new.bytes, to: output)
            } catch {
                throw Failure(error, option: "--output")
            }
        }
        guard new.bytes == old.bytes else { throw Failure(.notAsAsked, difference(old, new)) }
        try StandardStream.output.write("'\(picture)' comes out the same, byte for byte\n")
    }

    private func check(_ output: String, against old: RecordedPicture) throws(Failure) {
        guard AtomicFile.resolved(output) != AtomicFile.resolved(picture) else {
            throw Failure(.usage, "--output '\(output)' is the picture itself; another name is accepted")
        }
        let inputs = [data, old.contents.data.path, old.contents.networks.first?.model].compactMap(\.self)
        guard !inputs.map(AtomicFile.resolved).contains(AtomicFile.resolved(output)) else {
            throw Failure(.usage, "--output '\(output)' is a file that is read; another name is accepted")
        }
        let ending = old.kind.rawValue.lowercased()
        guard output.lowercased().hasSuffix("." + ending) else {
            throw Failure(.usage, "--output '\(output)' does not end in .\(ending), as '\(picture)' is one")
        }
        do throws(FileError) {
            try AtomicFile.checkCreatable(output)
        } catch {
            throw Failure(error, option: "--output")
        }
    }

    /// Runs the picture's command in a folder of its own, and takes the picture from there.
    private func remake(_ old: RecordedPicture) throws -> RecordedPicture {
        if data != nil && old.contents.data.sha256 == nil {
            throw Failure(
                .usage,
                "--data is of no use to '\(picture)', which was made from the data set \(old.contents.data.source)")
        }
        if data == nil && old.contents.data.source == "standard input" {
            throw Failure(.usage, "'\(picture)' was made from standard input; --data names the file to read now")
        }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let words =
            [old.contents.command, "--quiet", "--format=\(old.kind.rawValue.lowercased())", "--output", folder.path]
            + (data.map { ["--read-data-from=\($0)"] } ?? []) + (try old.making().dropFirst())
        // Of a record that was not edited these are words that have been parsed before.
        guard let command = try? BoundaryPlot.parseAsRoot(words) as? any PictureCommand else {
            throw Failure(.badData, "'\(picture)': its record has words that make no picture; it was edited")
        }
        do {
            try command.run(words: words)
        } catch let failure as Failure where [.usage, .badData, .missingInput].contains(failure.status) {
            let advice = failure.status == .missingInput && data == nil ? "; --data names where the data are now" : ""
            throw Failure(
                failure.status == .usage ? .badData : failure.status,
                "'\(picture)' cannot be made again: \(failure)\(advice)")
        }
        guard let path = folder.files.first(where: { isThePicture($0, of: old) }) else {
            throw Failure(.badData, "'\(picture)': what its record describes is another picture; it was edited")
        }
        return try RecordedPicture(path: path)
    }

    /// Which of the files of a run is the one.
    private func isThePicture(_ path: String, of old: RecordedPicture) -> Bool {
        guard let new = try? RecordedPicture(path: path) else { return false }
        return new.contents.picture == old.contents.picture
    }

    private func difference(_ old: RecordedPicture, _ new: RecordedPicture) -> String {
        let (before, after) = (old.contents, new.contents)
        if before.data.sha256 != after.data.sha256 {
            let path = (data ?? after.data.path).map { " '\($0)'" } ?? ""
            return "'\(picture)' comes out another: the data\(path) have changed since"
        }
        let thetas = zip(before.networks, after.networks).contains { old, new in
            old.theta.map(\.value.bitPattern) != new.theta.map(\.value.bitPattern)
        }
        if thetas {
            return
                "'\(picture)' comes out another: the data are the same, the networks are not; another version has made it"
        }
        return """
            '\(picture)' comes out another: data and networks are the same, the bytes are not; the file was changed, or \
            another version of this program or its libraries has drawn it
            """
    }
}
