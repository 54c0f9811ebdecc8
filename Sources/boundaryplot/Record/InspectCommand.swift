import ArgumentParser
import DecisionBoundary
import Files
import Optimization
import PictureRecords

/// `boundaryplot inspect`: how a picture was made.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Print how a picture was made.",
        usage: "boundaryplot inspect <picture> [--json]",
        discussion: """
            A picture of boundaryplot remembers its settings, data, scores and weights. This prints them.

            EXAMPLES
              boundaryplot inspect figure.png
              boundaryplot inspect figure.pdf --json

            EXIT STATUS
              0    done
              65   no picture, or one that does not say how it was made
              66   a file is missing
            """)

    @Argument(help: ArgumentHelp("A PNG, SVG or PDF file of boundaryplot.", valueName: "picture"))
    var picture: String

    @Flag(help: "Print all of it, weights included, as JSON.")
    var json = false

    func run() throws {
        let picture = try RecordedPicture(path: picture)
        try StandardStream.output.write(json ? picture.text + "\n" : text(of: picture))
    }

    private func text(of picture: RecordedPicture) throws -> String {
        let contents = picture.contents
        let words = (["boundaryplot"] + (try picture.making())).map(\.shellQuoted)
        let data = [
            contents.data.path ?? contents.data.source, "\(contents.data.samples) points",
            "\(contents.data.features.listed) by \(contents.data.classes.listed)",
            contents.data.sha256.map { "sha256 \($0)" },
        ].compactMap(\.self)
        let networks = contents.networks.map { network in
            let scores = [
                "accuracy \(DecimalText.percent(network.accuracy))",
                network.testAccuracy.map { "test \(DecimalText.percent($0))" },
                "cost \(DecimalText.fixed(network.cost.value, decimals: 6))",
                network.termination.map { Termination(rawValue: $0)?.words ?? $0 },
                "\(network.theta.count) parameters",
            ].compactMap(\.self)
            return (
                "network",
                "\(Array(network.layers.dropFirst().dropLast()).hiddenUnitsText), \(network.activation), λ \(DecimalText.shortest(network.lambda)): "
                    + scores.joined(separator: ", ")
            )
        }
        let lines =
            [
                ("picture", "\(picture.kind.rawValue), \(contents.picture.words)"),
                ("made by", words.joined(separator: " ")), ("data", data.joined(separator: ", ")),
            ] + networks
        return lines.map { name, text in
            name + String(repeating: " ", count: 9 - name.count) + text.withoutControlCharacters + "\n"
        }.joined()
    }
}

extension PictureRecorder.Kind {
    fileprivate var words: String {
        switch self {
        case .network: "the decision regions of a network"
        case .sheet: "the decision regions of several networks"
        case .curve: "a curve over network sizes"
        case .heatMap: "validation error and cost by size and λ"
        case .winner: "the decision regions of the network that was chosen"
        case .difference: "where two networks differ"
        }
    }
}

extension String {
    /// As a shell takes it for one word.
    fileprivate var shellQuoted: String {
        let isPlain = !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_=./,:+@%".contains($0)) }
        return isPlain
            ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
