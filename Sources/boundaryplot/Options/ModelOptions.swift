import ArgumentParser
import DecisionBoundary
import Training

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

    /// Files that are read.
    var inputs: [String] { model.map { [$0] } ?? [] }

    /// - Throws: `Failure` of status 66 where the file cannot be read, of status 65 where it is no model.
    func load() throws(Failure) -> SavedModel? {
        try model.map { path throws(Failure) in try SavedModel(path: path, option: "--model") }
    }
}
