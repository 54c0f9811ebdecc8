/// Comments of a GIF file (GIF89a, section 24).
///
/// The file is a list of blocks, of which only the lengths are read; pixels are passed over.
enum GIFComments {
    /// Returns the first comment that is wanted; nil if there is none. What comes after it is not read.
    ///
    /// - Throws: `cutOff` or `damaged`.
    static func first(
        in file: [UInt8], where isWanted: (String) -> Bool
    ) throws(PictureRecordError) -> String? {
        var reader = BlockReader(file: file)
        try reader.skipHeader()
        while true {
            switch try reader.byte() {
            case 0x21:
                guard try reader.byte() == 0xFE else {
                    try reader.skipBlocks()
                    continue
                }
                let bytes = try reader.blocks()
                if let text = String(validating: bytes, as: UTF8.self), isWanted(text) { return text }
            case 0x2C: try reader.skipImage()
            case 0x3B: return nil
            default: throw .damaged(.gif, problem: "it has a block of an unknown kind")
            }
        }
    }
}

private struct BlockReader {
    let file: [UInt8]
    private var offset = 0

    init(file: [UInt8]) { self.file = file }

    mutating func byte() throws(PictureRecordError) -> UInt8 {
        guard offset < file.count else { throw .cutOff(.gif) }
        defer { offset += 1 }
        return file[offset]
    }

    private mutating func skip(_ count: Int) throws(PictureRecordError) {
        guard count <= file.count - offset else { throw .cutOff(.gif) }
        offset += count
    }

    /// Skips a table of colours if the flags say that there is one.
    private mutating func skipColors(_ flags: UInt8) throws(PictureRecordError) {
        if flags & 0x80 != 0 { try skip(3 << (Int(flags & 7) + 1)) }
    }

    mutating func skipHeader() throws(PictureRecordError) {
        try skip(10)
        let flags = try byte()
        try skip(2)
        try skipColors(flags)
    }

    mutating func skipImage() throws(PictureRecordError) {
        try skip(8)
        try skipColors(try byte())
        try skip(1)
        try skipBlocks()
    }

    /// Skips blocks up to the empty one.
    mutating func skipBlocks() throws(PictureRecordError) {
        while true {
            let count = try byte()
            if count == 0 { return }
            try skip(Int(count))
        }
    }

    /// Returns the bytes of the blocks up to the empty one.
    mutating func blocks() throws(PictureRecordError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let count = Int(try byte())
            if count == 0 { return bytes }
            let start = offset
            try skip(count)
            bytes += file[start..<offset]
            guard bytes.count <= EmbeddedRecord.greatestLength else {
                throw .damaged(.gif, problem: "its comment is longer than any record")
            }
        }
    }
}
