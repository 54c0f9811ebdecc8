import Digests
import Glibc

/// Bytes that are read once, from the first to the last: those of a file, a pipe, or standard input.
struct ByteSource: ~Copyable {
    /// How errors name it.
    let name: String
    /// Puts the next bytes into the buffer, and says how many; 0 at the end. An error number where that fails.
    private let readInto: (UnsafeMutableRawBufferPointer) -> Result<Int, ErrorNumber>
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

    /// One of the system's error numbers.
    struct ErrorNumber: Error {
        let value: CInt
    }

    /// - Throws: `CSVError.Problem.unreadable` where the file cannot be opened.
    init(path: String) throws(CSVError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CSVError(fileName: path, problem: .unreadable(reason: Self.reason(ErrorNumber(value: errno))))
        }
        name = path
        ownDescriptor = descriptor
        readInto = { Self.read(descriptor, into: $0) }
    }

    /// Reads from a descriptor that stays open.
    init(fileDescriptor: CInt, name: String) {
        self.name = name
        ownDescriptor = nil
        readInto = { Self.read(fileDescriptor, into: $0) }
    }

    /// Reads from whatever `readInto` knows.
    init(name: String, readInto: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
        self.name = name
        ownDescriptor = nil
        self.readInto = { .success(readInto($0)) }
    }

    deinit {
        if let ownDescriptor { close(ownDescriptor) }
    }

    /// Appends up to `count` bytes to `bytes`, and says whether there were any: if not, the source is at its end.
    mutating func read(upTo count: Int, appendingTo bytes: inout [UInt8]) throws(CSVError) -> Bool {
        var result = Result<Int, ErrorNumber>.success(0)
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, readCount in
            result = readInto(UnsafeMutableRawBufferPointer(buffer))
            if case .success(let count) = result { readCount = count }
        }
        if case .failure(let error) = result {
            throw CSVError(fileName: name, problem: .unreadable(reason: Self.reason(error)))
        }
        hash?.update(piece)
        bytes += piece
        return !piece.isEmpty
    }

    private static func read(
        _ descriptor: CInt, into buffer: UnsafeMutableRawBufferPointer
    ) -> Result<Int, ErrorNumber> {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return .success(count) }
            // A signal came in between, and nothing was read.
            if errno != EINTR { return .failure(ErrorNumber(value: errno)) }
        }
    }

    /// What the system calls an error, as the middle of a sentence.
    private static func reason(_ error: ErrorNumber) -> String {
        let text = String(cString: strerror(error.value))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
