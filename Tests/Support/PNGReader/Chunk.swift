/// A chunk of a PNG file (ISO/IEC 15948, 5.3).
struct Chunk {
    let type: String
    let data: ArraySlice<UInt8>

    private static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    static func all(in file: [UInt8]) throws -> [Chunk] {
        guard file.starts(with: signature) else { throw PNGReadingError(description: "no PNG signature") }
        var chunks: [Chunk] = []
        var rest = file[signature.count...]
        while !rest.isEmpty {
            guard rest.count >= 12 else { throw PNGReadingError(description: "cut off in a chunk") }
            let length = number(rest)
            guard length <= rest.count - 12 else { throw PNGReadingError(description: "cut off in a chunk") }
            let checked = rest.dropFirst(4).prefix(4 + length)
            let type = String(decoding: checked.prefix(4), as: UTF8.self)
            guard UInt32(number(rest.dropFirst(8 + length))) == crc(checked) else {
                throw PNGReadingError(description: "wrong checksum of \(type)")
            }
            chunks.append(Chunk(type: type, data: checked.dropFirst(4)))
            rest = rest.dropFirst(12 + length)
        }
        return chunks
    }

    func byte(_ offset: Int) -> UInt8 { data[data.startIndex + offset] }

    func number(at offset: Int) -> Int { Self.number(data.dropFirst(offset)) }

    /// The keyword and the text of a `tEXt` or an uncompressed `iTXt` chunk.
    var text: (chunk: String, keyword: String, value: String)? {
        guard let end = data.firstIndex(of: 0) else { return nil }
        let keyword = String(decoding: data[..<end], as: UTF8.self)
        var value = data[(end + 1)...]
        switch type {
        case "tEXt":
            // Latin-1, whose characters have the numbers of Unicode's.
            return (type, keyword, String(String.UnicodeScalarView(value.map { Unicode.Scalar($0) })))
        case "iTXt":
            guard value.starts(with: [0, 0]) else { return nil }
            value = value.dropFirst(2)
            for _ in ["language", "translated keyword"] {
                guard let end = value.firstIndex(of: 0) else { return nil }
                value = value[(end + 1)...]
            }
            return (type, keyword, String(decoding: value, as: UTF8.self))
        default:
            return nil
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    /// CRC-32 as PNG defines it, a byte at a time.
    private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc = crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8
        }
        return ~crc
    }

    private static let crcTable = (0..<UInt32(256)).map { byte in
        var crc = byte
        for _ in 0..<8 {
            crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1
        }
        return crc
    }
}
