import CZlib

/// Inflates gzip data that arrive in pieces, in constant memory.
///
/// Members that follow each other are one text, as for `gunzip`; other bytes after a member are ignored.
final class GzipStream {
    /// The first bytes of every gzip file.
    static let magic: [UInt8] = [0x1f, 0x8b]

    /// The state of zlib, which must not move in memory.
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var position = 0
    /// True if the current member is complete.
    private var isComplete = false
    /// True if the last call filled its buffer, so that zlib may hold more bytes.
    private var hasMore = false

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // The largest window, and a gzip header; fails only without memory.
        let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib cannot allocate its state")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// True if all of the input is used.
    var needsInput: Bool { position == input.count }

    /// Provides the next bytes of the file, after all earlier ones are used.
    func provide(_ bytes: [UInt8]) { (input, position) = (bytes, 0) }

    /// Writes inflated bytes to the buffer and returns their number, which is 0 if more input is needed.
    ///
    /// - Returns: nil if the data are damaged.
    func inflate(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        var count = 0
        while count == 0, position < input.count || hasMore {
            if isComplete {
                hasMore = false
                guard position < input.count else { return 0 }
                guard input[position] == Self.magic[0] else {
                    position = input.count
                    return 0
                }
                inflateReset(stream)
                isComplete = false
            }
            let used = input.withUnsafeMutableBufferPointer { input in
                stream.pointee.next_in = input.baseAddress.map { $0 + position }
                stream.pointee.avail_in = UInt32(input.count - position)
                stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_out = UInt32(clamping: buffer.count)
                let status = CZlib.inflate(stream, Z_NO_FLUSH)
                isComplete = status == Z_STREAM_END
                return [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status)
            }
            guard used else { return nil }
            position = input.count - Int(stream.pointee.avail_in)
            count = min(buffer.count, Int(UInt32.max)) - Int(stream.pointee.avail_out)
            hasMore = stream.pointee.avail_out == 0
        }
        return count
    }

    /// True if the input may end here.
    var mayEnd: Bool { isComplete }
}
