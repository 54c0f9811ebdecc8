import Digests
import Glibc

/// Bytes that are read once and in order, from a file, a pipe or standard input.
struct ByteSource: ~Copyable {
    /// The name of the file in errors.
    let name: String
    /// Writes the next bytes to the buffer and returns their number: 0 at the end, less than 0 if `errno` is set.
    private let readInto: (UnsafeMutableRawBufferPointer) -> Int
    /// The descriptor to close at the end; nil if the caller owns it.
    private let ownDescriptor: CInt?
    /// The hash of the bytes read so far; nil unless `hashes` is set.
    private var hash: SHA256?

    /// True if the bytes are hashed as they are read. Set this before the first byte is read.
    var hashes: Bool {
        get { hash != nil }
        set { hash = newValue ? SHA256() : nil }
    }

    /// The SHA-256 of the bytes read so far, in hexadecimal digits; nil unless `hashes` is set.
    var sha256: String? { hash?.finish() }

    /// Opens a file.
    ///
    /// - Throws: `CSVError.Problem.unreadable` if the file cannot be opened.
    init(path: String) throws(CSVError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
        self.init(name: path, ownDescriptor: descriptor) { Self.read(descriptor, into: $0) }
    }

    /// Reads from an open descriptor, which is not closed.
    init(fileDescriptor: CInt, name: String) {
        self.init(name: name) { Self.read(fileDescriptor, into: $0) }
    }

    /// Reads by calling `readInto`.
    init(name: String, ownDescriptor: CInt? = nil, readInto: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
        self.name = name
        self.ownDescriptor = ownDescriptor
        self.readInto = readInto
    }

    deinit {
        if let ownDescriptor { close(ownDescriptor) }
    }

    /// Appends up to `count` bytes to `bytes`; returns false at the end.
    mutating func read(upTo count: Int, appendingTo bytes: inout [UInt8]) throws(CSVError) -> Bool {
        var failure: CInt?
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, readCount in
            readCount = readInto(UnsafeMutableRawBufferPointer(buffer))
            if readCount < 0 { (failure, readCount) = (errno, 0) }
        }
        if let failure { throw Self.unreadable(name, failure) }
        hash?.update(piece)
        bytes += piece
        return !piece.isEmpty
    }

    private static func read(_ descriptor: CInt, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var count = -1
        // A signal may interrupt the call before it reads anything.
        repeat { count = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
        return count
    }

    private static func unreadable(_ name: String, _ errorNumber: CInt) -> CSVError {
        let reason = String(cString: strerror(errorNumber))
        return CSVError(
            fileName: name, problem: .unreadable(reason: reason.prefix(1).lowercased() + reason.dropFirst()))
    }
}
