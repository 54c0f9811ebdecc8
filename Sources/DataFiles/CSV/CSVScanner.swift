/// Splits the bytes of a CSV file into records, and records into fields.
///
/// The delimiter separates fields; a line feed, a carriage return, or both in this order end a record. A field that
/// begins with a quote ends at the next single quote. Two quotes inside it stand for one, and it may contain delimiters
/// and line breaks. Spaces around a field are ignored, as are tabs unless they are the delimiter. A line of nothing but
/// these is ignored. If the delimiter is a space, several of them, and tabs, are one.
///
/// After `rewindOnce`, the scanner keeps at most one record and one piece of the file in memory.
struct CSVScanner: ~Copyable {
    /// A field of the record, given by offsets from the first byte of the record.
    struct Field {
        /// The first byte; in a quoted field, the byte after the opening quote.
        var start: Int
        /// The byte after the last.
        var end: Int
        var isQuoted = false
        var hasDoubledQuotes = false
        /// True if anything but blanks follows the closing quote.
        var hasTextAfterQuote = false
    }

    /// The maximum length of a record, in bytes.
    static let greatestLength = 1 << 20
    private static let pieceSize = 1 << 18
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    var delimiter = UInt8(ascii: ",")
    /// The fields of the current record.
    private(set) var fields: [Field] = []
    /// The line on which the record begins, counted from 1.
    private(set) var line = 1

    private(set) var source: ByteSource
    private var isAtEnd = false
    /// Bytes of the file. Those before `recordStart` are kept only for `rewindOnce`.
    private var bytes: [UInt8] = []
    private var recordStart = 0
    /// The index of the next byte in `bytes`; its offset in the file before `rewindOnce`.
    private(set) var position = 0
    /// The line of the next byte.
    private var nextLine = 1
    /// The index of the first byte after the byte order mark and skipped lines; nil after `rewindOnce`.
    private var bodyStart: Int?
    /// The line of the byte at `bodyStart`.
    private var bodyLine = 1
    /// True from the first record on that is not UTF-8. All text is then Latin-1.
    private(set) var isLatin1 = false

    init(_ source: consuming ByteSource) throws(CSVError) {
        self.source = source
        while bytes.count < 3, try readPiece() {}
        let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        bodyStart = start
        (recordStart, position) = (start, start)
    }

    /// Returns the first `count` bytes of the file, or all if there are fewer, without the byte order mark.
    ///
    /// Call this before `rewindOnce`.
    mutating func prefix(_ count: Int) throws(CSVError) -> ArraySlice<UInt8> {
        let start = bodyStart ?? 0
        while bytes.count < start + count, try readPiece() {}
        return bytes[start...].prefix(count)
    }

    /// Skips lines at the start of the file.
    ///
    /// - Parameters:
    ///   - byteCount: the number of bytes to skip in the result of `prefix`, line ends included.
    ///   - lineCount: the number of lines that end in these bytes.
    mutating func skipStart(byteCount: Int, lineCount: Int) {
        let start = (bodyStart ?? 0) + byteCount
        bodyStart = start
        bodyLine += lineCount
        (recordStart, position, nextLine) = (start, start, bodyLine)
    }

    /// Returns to the start of the file, which is kept in memory until this call.
    mutating func rewindOnce() {
        let start = bodyStart ?? 0
        (recordStart, position, line, nextLine) = (start, start, bodyLine, bodyLine)
        bodyStart = nil
    }

    /// Returns the source, and ends the scanning.
    consuming func intoSource() -> ByteSource { source }

    /// Moves to the next record; returns false at the end of the file.
    ///
    /// - Throws: `CSVError` if the file has a NUL, a record is too long, or a quote is not closed. No record can be read
    ///   after that.
    mutating func next() throws(CSVError) -> Bool {
        repeat {
            recordStart = position
            line = nextLine
            fields.removeAll(keepingCapacity: true)
            guard try peek() != nil else { return false }
            try scanRecord()
        } while isBlankLine
        return true
    }

    /// Returns the unquoted text of a field.
    func text(at index: Int) -> String {
        let isLatin1 = isLatin1
        return withBytes(at: index) { isLatin1 ? String(latin1: $0) : String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the unquoted bytes of a field.
    @inline(__always)
    func withBytes<Result>(at index: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        let field = fields[index]
        if field.hasDoubledQuotes { return unescaped(field).withUnsafeBufferPointer { body($0[...]) } }
        return bytes.withUnsafeBufferPointer { body($0[recordStart + field.start..<recordStart + field.end]) }
    }

    /// Returns the line on which a field begins.
    func line(ofField index: Int) -> Int {
        line + Self.lineBreakCount(bytes[recordStart..<recordStart + fields[index].start])
    }

    private var isBlankLine: Bool {
        fields.count == 1 && fields[0].start == fields[0].end && !fields[0].isQuoted
    }

    /// Returns the bytes of a field with one quote for every two.
    private func unescaped(_ field: Field) -> [UInt8] {
        var text: [UInt8] = []
        var isSecond = false
        for byte in bytes[recordStart + field.start..<recordStart + field.end] {
            isSecond = byte == Self.quote && !isSecond
            if byte != Self.quote || isSecond { text.append(byte) }
        }
        return text
    }

    private static func lineBreakCount(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        var last: UInt8 = 0
        for byte in bytes {
            if byte == carriageReturn || (byte == lineFeed && last != carriageReturn) { count += 1 }
            last = byte
        }
        return count
    }

    // MARK: Scanning

    private mutating func scanRecord() throws(CSVError) {
        // The bitwise OR of all bytes: below 0x80 if the record is ASCII.
        var joined: UInt8 = 0
        var mayBreakLines = false
        repeat {
            try skipBlanks()
            if delimiter == CSVDelimiter.space, !fields.isEmpty, try isAtLineEnd() { break }
            var field = Field(start: position - recordStart, end: 0)
            if try peek() == Self.quote {
                mayBreakLines = true
                try scanQuoted(&field, joining: &joined)
            } else {
                try scanPlain(joining: &joined)
                field.end = position - recordStart
                while field.end > field.start, isBlank(bytes[recordStart + field.end - 1]) { field.end -= 1 }
            }
            fields.append(field)
        } while try skip(delimiter)

        let length = position - recordStart
        if try skip(Self.carriageReturn) {
            _ = try skip(Self.lineFeed)
            nextLine += 1
        } else if try skip(Self.lineFeed) {
            nextLine += 1
        }
        let record = bytes[recordStart..<recordStart + length]
        if mayBreakLines { nextLine += Self.lineBreakCount(record) }
        guard length <= Self.greatestLength else { throw error(.lineTooLong(line: line)) }
        if joined >= 0x80 && !isLatin1 { isLatin1 = String(validating: record, as: UTF8.self) == nil }
    }

    /// Scans from the opening quote to the delimiter or the end of the line.
    private mutating func scanQuoted(_ field: inout Field, joining joined: inout UInt8) throws(CSVError) {
        let opening = position - recordStart
        position += 1
        field.isQuoted = true
        field.start = opening + 1
        while true {
            try scan(joining: &joined) { $0 == Self.quote }
            guard try skip(Self.quote) else {
                let line = line + Self.lineBreakCount(bytes[recordStart..<recordStart + opening])
                throw error(.unterminatedQuote(line: line, column: fields.count + 1))
            }
            guard try skip(Self.quote) else { break }
            field.hasDoubledQuotes = true
        }
        field.end = position - 1 - recordStart
        if delimiter != CSVDelimiter.space { try skipBlanks() }
        let end = position - recordStart
        try scanPlain(joining: &joined)
        field.hasTextAfterQuote = position - recordStart > end
    }

    /// Scans to the next delimiter or end of line.
    private mutating func scanPlain(joining joined: inout UInt8) throws(CSVError) {
        let delimiter = delimiter
        try scan(joining: &joined) { $0 == delimiter || $0 == Self.lineFeed || $0 == Self.carriageReturn }
    }

    /// Scans to the next byte for which `isEnd` is true, or to the end of the file.
    ///
    /// - Throws: `CSVError` at a NUL.
    @inline(__always)
    private mutating func scan(joining joined: inout UInt8, until isEnd: (UInt8) -> Bool) throws(CSVError) {
        repeat {
            var (position, seen) = (position, joined)
            bytes.withUnsafeBufferPointer { bytes in
                while position < bytes.count {
                    let byte = bytes[position]
                    if byte == 0 || isEnd(byte) { break }
                    seen |= byte
                    position += 1
                }
            }
            self.position = position
            joined = seen
            if position < bytes.count {
                guard bytes[position] != 0 else { throw error(.binary(line: line)) }
                return
            }
        } while try refill()
    }

    /// Returns true if a line end or the end of the file is next.
    private mutating func isAtLineEnd() throws(CSVError) -> Bool {
        let byte = try peek()
        return byte == nil || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private mutating func skipBlanks() throws(CSVError) {
        while let byte = try peek(), isBlank(byte) { position += 1 }
    }

    /// Skips the next byte if it is `byte`, and returns true in that case.
    @inline(__always)
    private mutating func skip(_ byte: UInt8) throws(CSVError) -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && byte != delimiter)
    }

    /// Returns the next byte; nil at the end of the file.
    @inline(__always)
    private mutating func peek() throws(CSVError) -> UInt8? {
        if position < bytes.count { return bytes[position] }
        return try refill() ? bytes[position] : nil
    }

    /// Reads another piece and drops the bytes before the record; returns false at the end of the file.
    private mutating func refill() throws(CSVError) -> Bool {
        // A record of the maximum length is valid, and its line may end with two more bytes.
        guard position - recordStart <= Self.greatestLength + 2 else { throw error(.lineTooLong(line: line)) }
        if bodyStart == nil && recordStart > 0 && !isAtEnd {
            bytes.removeSubrange(..<recordStart)
            position -= recordStart
            recordStart = 0
        }
        return try readPiece()
    }

    private mutating func readPiece() throws(CSVError) -> Bool {
        if isAtEnd { return false }
        isAtEnd = !(try source.read(upTo: Self.pieceSize, appendingTo: &bytes))
        return !isAtEnd
    }

    /// Returns an error, which is `lineTooLong` for any problem in a record that is too long.
    private func error(_ problem: CSVError.Problem) -> CSVError {
        let isTooLong = position - recordStart > Self.greatestLength
        return CSVError(fileName: source.name, problem: isTooLong ? .lineTooLong(line: line) : problem)
    }
}

extension String {
    /// Decodes Latin-1 (ISO 8859-1), in which every byte is a character.
    init(latin1 bytes: some Sequence<UInt8>) {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        self.init(scalars)
    }
}
