import CZlib

/// Unpacks what zlib has compressed (RFC 1950), up to a length.
enum Inflater {
    enum Failure: Error {
        /// The stream is damaged, or ends too early.
        case badStream
        /// There would be more bytes than are wanted.
        case tooLong
    }

    private static let pieceSize = 1 << 16

    /// The bytes that `bytes` were before; what comes after the end of the stream is not looked at.
    static func inflated(_ bytes: ArraySlice<UInt8>, upTo limit: Int) throws(Failure) -> [UInt8] {
        // zlib keeps the stream's address: it must not move.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        guard inflateInit_(stream, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else { throw .badStream }
        defer { inflateEnd(stream) }

        var output: [UInt8] = []
        var rest = bytes
        while true {
            var (status, usedCount) = (Z_OK, 0)
            let input = rest.prefix(pieceSize)
            let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
                input.withUnsafeBufferPointer { input in
                    // zlib only reads there.
                    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                    stream.pointee.avail_in = UInt32(input.count)
                    stream.pointee.next_out = buffer.baseAddress
                    stream.pointee.avail_out = UInt32(buffer.count)
                    status = inflate(stream, Z_NO_FLUSH)
                    usedCount = input.count - Int(stream.pointee.avail_in)
                    count = buffer.count - Int(stream.pointee.avail_out)
                }
            }
            guard piece.count <= limit - output.count else { throw .tooLong }
            output += piece
            rest = rest.dropFirst(usedCount)
            if status == Z_STREAM_END { return output }
            // Where there is nothing left to read, or something is wrong, zlib says so by another status than this.
            guard status == Z_OK else { throw .badStream }
        }
    }
}
