import Files
import SavedModels

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
