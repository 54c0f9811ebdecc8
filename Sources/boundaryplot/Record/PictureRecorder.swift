import DecisionBoundary
import PictureRecords

/// Writes down how the pictures of a run are made.
struct PictureRecorder: Sendable {
    /// What is shown.
    enum Kind: String, Codable {
        case network
        case sheet
        case curve
        case heatMap
        case winner
        case difference
    }

    private let commandLine: [String]
    private let data: DataSummary
    private let optimizer: TrainingOptions.Optimizer
    private let model: String?

    /// - Parameters:
    ///   - words: the command line, as `MakingWords` takes it.
    ///   - model: the file of a network that was not trained here.
    init(words: [String], data: DataSummary, optimizer: TrainingOptions.Optimizer, model: String? = nil) {
        commandLine = words
        self.data = data
        self.optimizer = optimizer
        self.model = model
    }

    /// The record of a picture: JSON on one line.
    func record(of kind: Kind, networks: [TrainedNetwork]) throws -> String {
        let making: MakingWords
        var arguments: [String] = []
        if kind == .network, model == nil, let candidate = networks.first?.candidate {
            // Of a run with others, it alone.
            making = MakingWords(
                commandLine, without: ["hidden", "lambda", "curve-of"], flags: ["sheet", "curve"])
            arguments = ["--hidden=\(candidate.hiddenText)", "--lambda=\(candidate.lambdaText)"]
        } else {
            making = MakingWords(commandLine)
        }
        let record = PictureRecord(
            command: making.command, picture: kind, arguments: arguments + making.words, data: data,
            networks: networks.map { Summary.Run($0, optimizer: optimizer, model: model, dpi: 0) })
        let text = String(decoding: try JSONText.line(of: record).dropLast(), as: UTF8.self)
        return EmbeddedRecord.portable(text)
    }
}

/// How a picture was made, as it stands in the picture.
private struct PictureRecord: Encodable {
    var format = RecordedPicture.format
    var version = RecordedPicture.version
    let command: String
    let picture: PictureRecorder.Kind
    /// What makes it again.
    let arguments: [String]
    let data: DataSummary
    /// With scores and theta.
    let networks: [Summary.Run]
}
