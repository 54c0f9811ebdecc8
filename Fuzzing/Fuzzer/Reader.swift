import SettingsSyntax

/// The readers of this package that take bytes from anywhere, and what must hold of each whatever the bytes are.
enum Reader: String, CaseIterable {
    case csv
    case model
    case toml
    case json
    case picture
    case request
    case journal
    case npy
    case answer

    /// Reads `bytes`; ends the process where a property does not hold.
    func check(_ bytes: [UInt8]) {
        switch self {
        case .csv: checkCSV(bytes)
        case .model: checkModel(bytes)
        case .toml: checkConfigFile(bytes, as: .toml)
        case .json: checkConfigFile(bytes, as: .json)
        case .picture: checkPicture(bytes)
        case .request: checkRequest(bytes)
        case .journal: checkJournal(bytes)
        case .npy: checkNumpyArray(bytes)
        case .answer: checkAnswer(bytes)
        }
    }
}
