extension MemoryLimit {
    /// Compares the memory for decoding JSON with the limit. The decoder takes some sixty bytes for each value, however
    /// short its text is, and some three hundred for each object.
    ///
    /// - Throws: `RunError` of the kind `tooLarge`.
    static func check(json bytes: [UInt8], of file: RequestMessage) throws(RunError) {
        var need = 4 * Double(bytes.count)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "["): need += 60
            case UInt8(ascii: "{"): need += 300
            default: break
            }
        }
        try current.check(need, for: file, advice: "a smaller file needs less")
    }
}
