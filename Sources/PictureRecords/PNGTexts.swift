import CZlib

/// Finds texts among the chunks of a PNG file (ISO/IEC 15948), in whichever of the three ways they are written.
enum PNGTexts {
    /// The first text with a keyword that is wanted; what comes after it is not looked at.
    ///
    /// - Throws: `cutOff`, `malformed` or `wrongChecksum` for any damage to a chunk, since it may hide such a text; and
    ///   the errors of the texts.
    static func first(
        in file: [UInt8], keyword: String, where isWanted: (String) -> Bool
    ) throws(PictureMetadataError) -> String? {
        var rest = file.dropFirst(PictureKind.pngSignature.count)
        while true {
            let chunk = try Chunk(startOf: rest)
            switch chunk.type {
            case "IEND":
                return nil
            case "tEXt", "zTXt", "iTXt":
                if let text = try chunk.text(keyword: keyword), isWanted(text) { return text }
            default:
                break
            }
            rest = rest.dropFirst(12 + chunk.data.count)
        }
    }
}

/// A chunk, whose checksum is right (5.3).
private struct Chunk {
    let type: String
    let data: ArraySlice<UInt8>

    init(startOf bytes: ArraySlice<UInt8>) throws(PictureMetadataError) {
        // Beside the data: its length, the type, the checksum; four bytes each.
        guard bytes.count >= 12 else { throw .cutOff(.png) }
        let name = bytes.dropFirst(4).prefix(4)
        guard name.allSatisfy({ 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }) else {
            throw .malformed(.png, problem: "no chunk begins", offset: bytes.startIndex)
        }
        let length = Self.number(bytes)
        guard length <= bytes.count - 12 else { throw .cutOff(.png) }
        type = String(decoding: name, as: UTF8.self)
        data = bytes.dropFirst(8).prefix(length)
        let checked = bytes.dropFirst(4).prefix(4 + length)
        let checksum = checked.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        guard Int(checksum) == Self.number(bytes.dropFirst(8 + length)) else {
            throw .wrongChecksum(chunk: type, offset: bytes.startIndex)
        }
    }

    /// The text of a text chunk (11.3.4); nil where it has another keyword.
    func text(keyword: String) throws(PictureMetadataError) -> String? {
        var rest = data
        guard try Self.cut(&rest).elementsEqual(keyword.utf8) else { return nil }
        switch type {
        case "tEXt":
            return Self.latin1(rest)
        case "zTXt":
            return Self.latin1(try unpacked(rest.dropFirst(), method: rest.first)[...])
        default:
            let (flag, method) = (rest.first, rest.dropFirst().first)
            guard let flag, flag <= 1 else { throw malformed("a text is neither plain nor compressed") }
            rest = rest.dropFirst(2)
            // The language, and the keyword in it.
            _ = try Self.cut(&rest)
            _ = try Self.cut(&rest)
            if flag == 1 { rest = try unpacked(rest, method: method)[...] }
            guard let text = String(validating: rest, as: UTF8.self) else { throw .notUnicode(.png) }
            return text
        }
    }

    private func unpacked(_ bytes: ArraySlice<UInt8>, method: UInt8?) throws(PictureMetadataError) -> [UInt8] {
        guard method == 0 else { throw malformed("a text is compressed in an unknown way") }
        do throws(Inflater.Failure) {
            return try Inflater.inflated(bytes, upTo: EmbeddedRecord.greatestLength)
        } catch {
            throw PictureMetadataError(error, in: .png)
        }
    }

    private func malformed(_ problem: String) -> PictureMetadataError {
        .malformed(.png, problem: problem, offset: data.startIndex)
    }

    /// Takes off what comes before the next zero byte, and that byte.
    private static func cut(_ bytes: inout ArraySlice<UInt8>) throws(PictureMetadataError) -> ArraySlice<UInt8> {
        guard let end = bytes.firstIndex(of: 0) else {
            throw .malformed(.png, problem: "a text chunk has no end of its keyword", offset: bytes.startIndex)
        }
        defer { bytes = bytes[(end + 1)...] }
        return bytes[..<end]
    }

    /// Latin-1, whose characters have the numbers of Unicode's.
    private static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
}
