import ArgumentParser
import DecisionBoundary
import Files
import Optimization
import PictureRecords
import Pictures

/// `boundaryplot inspect`: prints the record in a picture.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Print how a picture was made.",
        usage: "boundaryplot inspect <picture> [--json]",
        discussion: """
            Prints the record in a picture of boundaryplot: the request, the data, the scores and the weights.

            EXAMPLES
              boundaryplot inspect figure.png
              boundaryplot inspect figure.pdf --json

            EXIT STATUS
              0    done
              65   the file is not a picture, or has no record
              66   a file is missing
            """)

    @Argument(help: ArgumentHelp("A PNG, SVG, PDF or GIF file of boundaryplot.", valueName: "picture"))
    var picture: String

    @Flag(help: "Print the whole record as JSON, including the weights.")
    var json = false

    func run() throws {
        let picture = try RecordedPicture(path: picture)
        try StandardStream.output.write(json ? picture.text + "\n" : text(of: picture))
    }

    private func text(of picture: RecordedPicture) throws -> String {
        let contents = picture.contents
        let making: (String, String) =
            if let request = contents.request {
                ("request", try request.json)
            } else {
                (
                    "made by",
                    (["boundaryplot", contents.command ?? ""] + (contents.arguments ?? [])).map(\.shellQuoted)
                        .joined(separator: " ")
                )
            }
        let data = [
            contents.data.path ?? contents.data.source, "\(contents.data.samples) points",
            "\(contents.data.features.listed) by \(contents.data.classes.listed)",
            contents.data.sha256.map { "sha256 \($0)" },
        ].compactMap(\.self)
        let networks = contents.networks.map { network in
            let scores: [String] = [
                "accuracy \(DecimalText.percent(network.accuracy))",
                network.testAccuracy.map { accuracy in
                    let limits = network.testAccuracyInterval.flatMap { $0.count == 2 ? $0 : nil }
                    let interval = limits.map { " (\(IntervalText.range($0[0], $0[1])))" }
                    return "test \(DecimalText.percent(accuracy))\(interval ?? "")"
                },
                // The cost of a network that is not finite is null.
                network.layers.map { _ in "cost \(DecimalText.fixed(network.cost ?? .nan, decimals: 6))" },
                network.termination.map { Termination(rawValue: $0)?.statusLabel ?? $0 },
                network.theta.map { "\($0.count) parameters" },
            ].compactMap(\.self)
            return (
                network.layers == nil ? "answers" : "network", name(of: network) + ": " + scores.joined(separator: ", ")
            )
        }
        let lines =
            [
                ("picture", "\(picture.kind.rawValue), \(contents.picture.words)"), making,
                ("data", data.joined(separator: ", ")),
            ] + networks
        return lines.map { name, text in
            name + String(repeating: " ", count: 9 - name.count) + text.withoutControlCharacters + "\n"
        }.joined()
    }
}

/// "3 hidden units, sigmoid, λ 0.001"; or "SVM, the command 'python3 svm.py', margin".
private func name(of network: RecordedPicture.Contents.Network) -> String {
    let units = network.layers.map { HiddenLayers(Array($0.dropFirst().dropLast())).name }
    return [
        units ?? network.name, network.activation, network.lambda.map { "λ \(DecimalText.shortest($0))" },
        network.command.map { "the command '\($0)'" },
        network.predictions.map { "the file '\($0)'" }, network.scores, network.sha256.map { "sha256 \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
}

extension PictureSubject {
    fileprivate var words: String {
        switch self {
        case .network: "the decision regions of a classifier"
        case .sheet: "the decision regions of several classifiers"
        case .overlay: "the boundaries of several classifiers over one scatter"
        case .pairs: "the decision regions of a network for every pair of features"
        case .curve: "a curve of error or cost"
        case .heatMap: "validation error and cost by size and λ"
        case .winner: "the decision regions of the chosen network"
        case .film: "a network at several iterations of its training"
        case .difference: "the difference of two classifiers"
        }
    }
}

extension String {
    /// The text quoted for a shell, if necessary.
    fileprivate var shellQuoted: String {
        let isPlain = !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_=./,:+@%".contains($0)) }
        return isPlain
            ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
