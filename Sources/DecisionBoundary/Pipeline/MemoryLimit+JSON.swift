extension MemoryLimit {
    /// Compares the memory for decoding JSON with the limit.
    ///
    /// - Throws: `RunError` of the kind `tooLarge`.
    static func check(json bytes: [UInt8], of file: RequestMessage) throws(RunError) {
        try current.check(Double(need(json: bytes)), for: file, advice: "a smaller file needs less")
    }

    /// Returns the approximate memory for decoding JSON, in bytes: copies of the text, some sixty bytes for each value,
    /// however short its text is, and some three hundred for each object.
    static func need(json: some Sequence<UInt8>) -> Int {
        var need = 0
        for byte in json {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "["): need += 4 + 60
            case UInt8(ascii: "{"): need += 4 + 300
            default: need += 4
            }
        }
        return need
    }
}
