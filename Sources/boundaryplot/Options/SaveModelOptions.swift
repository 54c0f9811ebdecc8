import ArgumentParser
import DecisionBoundary

/// The file of a trained network.
struct SaveModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write the trained network to a file, for 'boundaryplot predict' and plot --model. With several networks, "
                + "{hidden} and {lambda} in its name are replaced by their values. (default: none)", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var saveModel: String?

    func apply(to request: inout Request) {
        if let saveModel { request.outputs.models = saveModel }
    }
}
