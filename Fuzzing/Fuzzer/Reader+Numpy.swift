import DataFiles
import Datasets

extension Reader {
    /// An array that is read has as many values as its shape says.
    func checkNumpyArray(_ bytes: [UInt8]) {
        do throws(NumpyArrayError) {
            let array = try NumpyArray(bytes: bytes)
            precondition(1...2 ~= array.shape.count, "an array has one or two dimensions")
            precondition(array.values.count == array.shape.reduce(1, *), "an array has as many values as its shape")
            precondition(
                !array.isWhole || array.values.allSatisfy { $0 == $0.rounded() && $0.magnitude <= 0x1p53 },
                "integers are exact")
        } catch {
            precondition(!error.description.contains("\n"), "a message has one line")
        }
    }
}
