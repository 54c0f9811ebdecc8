import CZlib
import PictureRecords

/// The keyword of the record in a text chunk, with the zero byte at its end.
let keyword = Array(EmbeddedRecord.pngKeyword.utf8) + [0]

/// Builders of PNG files.
enum PNGFile {
    static let header = header(width: 1, height: 1, colorType: 0)
    /// Pixel data that cannot be decoded.
    static let pixels = chunk("IDAT", [1, 2, 3])
    static let end = chunk("IEND", [])

    static func header(width: UInt32, height: UInt32, colorType: UInt8) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, colorType, 0, 0, 0])
    }

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + data
        let checksum = UInt32(crc32(0, checked, UInt32(checked.count)))
        return bigEndian(UInt32(data.count)) + checked + bigEndian(checksum)
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

/// Returns `bytes` compressed by zlib.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var compressed = [UInt8](repeating: 0, count: Int(count))
    let status = compress(&compressed, &count, bytes, UInt(bytes.count))
    precondition(status == Z_OK, "zlib cannot compress")
    return Array(compressed.prefix(Int(count)))
}

/// Returns a zlib stream of `mebibytes` of equal bytes, made from a repeated block; its checksum is missing.
func bomb(mebibytes: Int) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    deflateInit_(stream, 9, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    defer { deflateEnd(stream) }
    var mebibyte = [UInt8](repeating: UInt8(ascii: "{"), count: 1 << 20)
    var packed = [UInt8](repeating: 0, count: 1 << 16)
    let count = mebibyte.withUnsafeMutableBufferPointer { input in
        packed.withUnsafeMutableBufferPointer { output in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(output.count)
            // After such a flush nothing refers back, so that the block can be repeated.
            deflate(stream, Z_FULL_FLUSH)
            return output.count - Int(stream.pointee.avail_out)
        }
    }
    // A stream begins with two bytes.
    let block = packed[2..<count]
    return Array(packed[..<2]) + repeatElement(block, count: mebibytes).joined()
}
