import PictureRecords

extension Reader {
    /// A record that is found begins as a JSON object does, without white space around it, and is valid Unicode.
    func checkPicture(_ bytes: [UInt8]) {
        guard let record = try? EmbeddedRecord.find(in: bytes) else { return }
        precondition(String(validating: record.utf8, as: UTF8.self) == record, "a record is no Unicode")
        precondition(record.utf8.first == UInt8(ascii: "{"), "a record is no JSON object")
        precondition(record.utf8.last.map { !" \t\r\n".utf8.contains($0) } ?? false, "a record ends with white space")
    }
}
