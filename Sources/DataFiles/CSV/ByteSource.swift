import Digests
import Files
import Glibc

/// Bytes that are read in order, from a file, a pipe or standard input; those of a gzip file are inflated.
struct ByteSource: ~Copyable {
    /// The name of the file in errors.
    let name: String
    /// Writes the next bytes to the buffer and returns their number: 0 at the end, less than 0 if `errno` is set.
    private let readInto: (UnsafeMutableRawBufferPointer) -> Int
    /// Returns to the first byte; nil if the source can be read only once.
    private let returnToStart: (() -> Bool)?
    /// The descriptor to close at the end; nil if the caller owns it.
    private let ownDescriptor: CInt?
    /// The hash of the bytes read so far; nil unless `hashes` is set.
    private var hash: SHA256?
    /// All bytes of a pipe; nil unless they are kept for `rewind`.
    private var kept: [UInt8]?
    private var greatestKeptCount = Int.max
    /// The number of kept bytes that were read again; nil before `rewind`.
    private var keptPosition: Int?
    /// True until the first bytes are read, which tell a gzip file.
    private var isAtStart = true
    /// nil unless the source is a gzip file.
    private var gzip: GzipStream?

    /// True if the bytes are hashed as they are read, before they are inflated. Set this before the first byte is read.
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
        let descriptor = open(path.systemPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
        self.init(name: path, ownDescriptor: descriptor, returnToStart: Self.seeking(descriptor)) {
            Self.read(descriptor, into: $0)
        }
    }

    /// Reads from an open descriptor, which is not closed.
    init(fileDescriptor: CInt, name: String) {
        self.init(name: name, returnToStart: Self.seeking(fileDescriptor)) { Self.read(fileDescriptor, into: $0) }
    }

    /// Reads by calling `readInto`.
    init(
        name: String, ownDescriptor: CInt? = nil, returnToStart: (() -> Bool)? = nil,
        readInto: @escaping (UnsafeMutableRawBufferPointer) -> Int
    ) {
        self.name = name
        self.ownDescriptor = ownDescriptor
        self.returnToStart = returnToStart
        self.readInto = readInto
    }

    deinit {
        if let ownDescriptor { close(ownDescriptor) }
    }

    /// Returns to the first byte, and begins a new hash.
    ///
    /// - Precondition: the source is a regular file, or `keepForRewinding` was called and all bytes have been read.
    mutating func rewind() throws(CSVError) {
        if kept != nil {
            keptPosition = 0
        } else if returnToStart?() != true {
            throw Self.unreadable(name, errno)
        }
        (isAtStart, gzip) = (true, nil)
        hashes = hash != nil
    }

    /// Lets `rewind` return to the first byte: the bytes of a pipe are kept in memory as they are read. Call this before the
    /// first byte is read.
    ///
    /// - Parameter greatestByteCount: the limit on the bytes that are kept; nil without a limit. More bytes are an error.
    mutating func keepForRewinding(greatestByteCount: Int?) {
        guard returnToStart == nil else { return }
        kept = []
        greatestKeptCount = greatestByteCount ?? .max
    }

    /// Appends up to `count` bytes to `bytes`; returns false at the end.
    mutating func read(upTo count: Int, appendingTo bytes: inout [UInt8]) throws(CSVError) -> Bool {
        if isAtStart {
            isAtStart = false
            var head: [UInt8] = []
            while head.count < GzipStream.magic.count, try readPiece(upTo: count, appendingTo: &head) {}
            if head.starts(with: GzipStream.magic) { gzip = GzipStream() }
            gzip?.provide(head)
            if gzip == nil, !head.isEmpty {
                bytes += head
                return true
            }
        }
        guard let gzip else { return try readPiece(upTo: count, appendingTo: &bytes) }
        while true {
            var isDamaged = false
            let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, inflatedCount in
                let result = gzip.inflate(into: UnsafeMutableRawBufferPointer(buffer))
                inflatedCount = result ?? 0
                isDamaged = result == nil
            }
            guard !isDamaged else { throw CSVError(fileName: name, problem: .damagedGzip) }
            if !piece.isEmpty {
                bytes += piece
                return true
            }
            var input: [UInt8] = []
            guard try readPiece(upTo: count, appendingTo: &input) else {
                guard gzip.mayEnd else { throw CSVError(fileName: name, problem: .damagedGzip) }
                return false
            }
            gzip.provide(input)
        }
    }

    /// Appends up to `count` bytes as they are stored; returns false at the end.
    private mutating func readPiece(upTo count: Int, appendingTo bytes: inout [UInt8]) throws(CSVError) -> Bool {
        let piece: [UInt8]
        if let position = keptPosition, let kept {
            piece = Array(kept[position...].prefix(count))
            keptPosition = position + piece.count
        } else {
            piece = try nextPiece(upTo: count)
            kept?.append(contentsOf: piece)
            guard kept?.count ?? 0 <= greatestKeptCount else { throw CSVError(fileName: name, problem: .tooLarge) }
        }
        hash?.update(piece)
        bytes += piece
        return !piece.isEmpty
    }

    private func nextPiece(upTo count: Int) throws(CSVError) -> [UInt8] {
        var failure: CInt?
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, readCount in
            readCount = readInto(UnsafeMutableRawBufferPointer(buffer))
            if readCount < 0 { (failure, readCount) = (errno, 0) }
        }
        if let failure { throw Self.unreadable(name, failure) }
        return piece
    }

    /// Returns a function that returns to the current position of a regular file; nil for pipes and terminals.
    private static func seeking(_ descriptor: CInt) -> (() -> Bool)? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let start = lseek(descriptor, 0, SEEK_CUR)
        guard start >= 0 else { return nil }
        return { lseek(descriptor, start, SEEK_SET) == start }
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
