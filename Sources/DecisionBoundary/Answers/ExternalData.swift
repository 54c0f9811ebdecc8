import DataFiles
import Datasets

/// The data of a run for classifiers outside of it.
struct ExternalData: Sendable {
    /// The training part, in data units, with the names of features for CSV text.
    let training: Dataset
    /// The name of the label; nil for one without a name.
    let label: String?
    /// Called with notes.
    let note: @Sendable (RunNote) -> Void

    /// The names of the two features: those of the file, or PC1 and PC2.
    var features: [String] { training.featureNames }

    /// The training part as CSV, with the names of the columns in the file.
    var trainingText: [UInt8] {
        var text: [UInt8] = []
        training.forEachCSVChunk(labelName: label) { text += $0 }
        return text
    }
}
