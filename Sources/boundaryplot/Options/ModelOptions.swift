import ArgumentParser
import DecisionBoundary
import ModelSelection

/// Where trained networks are kept.
struct SaveModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Keep the network in a file, for 'boundaryplot predict' and for plot --model; of several, {hidden} and {lambda} "
                + "in its name stand for their values. (default: none)", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var saveModel: String?

    /// The files of the networks, in their order; none where they are not to be kept.
    ///
    /// - Throws: `Failure` of status 64 where the name has other placeholders, or does not tell the networks apart.
    func paths(_ candidates: [Candidate]) throws(Failure) -> [String] {
        guard let saveModel else { return [] }
        guard !saveModel.isEmpty, saveModel != "-", !saveModel.hasSuffix("/") else {
            throw Failure(.usage, "--save-model '\(saveModel)' names no file; one such as model.json is accepted")
        }
        let template = try Template(saveModel, option: "--save-model", names: ["hidden", "lambda"])
        return try template.paths(of: candidates, text: saveModel, option: "--save-model", things: "models")
    }
}

/// A network that was trained elsewhere.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Draw the network of a file that --save-model has written, without training; its columns are those of the data "
                + "where --x and --y name no others. (default: none)", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var model: String?

    /// - Throws: `Failure` of status 66 where the file cannot be read, of status 65 where it is no model.
    func load() throws(Failure) -> SavedModel? {
        try model.map { path throws(Failure) in try SavedModel(path: path, option: "--model") }
    }
}

extension SavedModel {
    /// - Parameter option: what names the file, for errors.
    /// - Throws: `Failure` of status 66 where the file cannot be read, of status 65 where it is no model.
    init(path: String, option: String) throws(Failure) {
        let bytes = try InputFile.bytes(path, option: option)
        do throws(SavedModelError) {
            try self.init(json: bytes)
        } catch {
            throw Failure(.badData, "\(option) '\(path)': \(error)")
        }
    }
}

extension Template {
    /// The text for each network.
    ///
    /// - Throws: `Failure` of status 64 where it is the same for two of them.
    func paths(
        of candidates: [Candidate], text: String, option: String, things: String, advice: String = ""
    ) throws(Failure) -> [String] {
        let paths = candidates.map { candidate in
            filled { $0 == "hidden" ? candidate.hiddenText : candidate.lambdaText }
        }
        guard Set(paths).count == paths.count else {
            let placeholders = [
                ("{hidden}", Set(candidates.map(\.hidden)).count), ("{lambda}", Set(candidates.map(\.lambda)).count),
            ]
            let missing = placeholders.filter { $1 > 1 && !text.contains($0) }.map(\.0).joined(separator: " and ")
            throw Failure(
                .usage,
                "\(option) '\(text)' names one file for \(paths.count) \(things); put \(missing) into the name\(advice)"
            )
        }
        return paths
    }
}
