import Digests
import Glibc

/// Bytes that are read once, from the first to the last: those of a file, a pipe, or standard input.
struct ByteSource: ~Copyable {
    /// How errors name it.
    let name: String
    /// Puts the next bytes into the buffer, and says how many; 0 at the end. An error number where that fails.
    private let readInto: (UnsafeMutableRawBufferPointer) -> Int
    /// The descriptor that is closed in the end; nil where it is the caller's.
    private let ownDescriptor: CInt?
    /// Of the bytes that have been read; nil where nobody asks.
    private var hash: SHA256?

    /// Whether the bytes are hashed as they are read; to be set before the first one is.
    var hashes: Bool {
        get { hash != nil }
        set { hash = newValue ? SHA256() : nil }
    }

    /// The SHA-256 of the bytes that have been read, in hexadecimal digits; nil where they are not hashed.
    var sha256: String? { hash?.finish() }

    /// - Throws: `CSVError.Problem.unreadable` where the file cannot be opened.
    init(path: String) throws(CSVError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
        self.init(name: path, ownDescriptor: descriptor) { Self.read(descriptor, into: $0) }
    }

    /// Reads from a descriptor that stays open.
    init(fileDescriptor: CInt, name: String) {
        self.init(name: name) { Self.read(fileDescriptor, into: $0) }
    }

    /// Reads from whatever `readInto` knows.
    init(name: String, ownDescriptor: CInt? = nil, readInto: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
        self.name = name
        self.ownDescriptor = ownDescriptor
        self.readInto = readInto
    }

    deinit {
        if let ownDescriptor { close(ownDescriptor) }
    }

    /// Appends up to `count` bytes to `bytes`, and says whether there were any: if not, the source is at its end.
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
        // A signal may interrupt the call before anything is read.
        repeat { count = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
        return count
    }

    private static func unreadable(_ name: String, _ errorNumber: CInt) -> CSVError {
        let reason = String(cString: strerror(errorNumber))
        return CSVError(
            fileName: name, problem: .unreadable(reason: reason.prefix(1).lowercased() + reason.dropFirst()))
    }
}
