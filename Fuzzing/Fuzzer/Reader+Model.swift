import SavedModels

extension Reader {
    /// A model that is read is written as text that reads as the same model.
    func checkModel(_ bytes: [UInt8]) {
        do throws(SavedModelError) {
            let model = try SavedModel(json: bytes)
            guard let text = try? model.json(), let again = try? SavedModel(json: text) else {
                preconditionFailure("a model that was read cannot be written and read again")
            }
            precondition(again == model, "a model changes when it is written and read again")
        } catch {
            precondition(!error.description.contains("\n"), "a message has one line")
        }
    }
}
