/// The header of a file in numpy's .npy format.
///
/// The header is a Python dictionary such as `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }`. It is not
/// trusted: only this form is read, and every key must be there once.
struct NumpyHeader {
    /// The type of the elements as numpy writes it: "<f8". A list of fields is "of fields".
    let elementType: String
    let isFortranOrder: Bool
    let shape: [Int]
    /// The number of bytes before the elements.
    let size: Int

    /// Reads the beginning of a file.
    init(_ bytes: [UInt8]) throws(NumpyArrayError) {
        guard !bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) else { throw .archive }
        guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else { throw .notNumpy }
        guard bytes.count >= 8 else { throw .truncatedHeader }
        guard 1...3 ~= bytes[6], bytes[7] == 0 else { throw .otherVersion(bytes[6], bytes[7]) }
        // Version 1 has two bytes for the length of the dictionary, the others four; all are little-endian.
        let start = bytes[6] == 1 ? 10 : 12
        guard bytes.count >= start else { throw .truncatedHeader }
        let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard bytes.count - start >= length else { throw .truncatedHeader }
        size = start + length
        var parser = DictionaryParser(bytes: bytes[start..<size])
        (elementType, isFortranOrder, shape) = try parser.dictionary()
    }
}

/// A parser of the literals that a header consists of.
private struct DictionaryParser {
    /// The bytes that are not yet read; indices are those of the file.
    var bytes: ArraySlice<UInt8>

    mutating func dictionary() throws(NumpyArrayError) -> (elementType: String, isFortranOrder: Bool, shape: [Int]) {
        var (elementType, isFortranOrder, shape): (String?, Bool?, [Int]?) = (nil, nil, nil)
        try expect("{")
        while !skips("}") {
            let key = try text()
            try expect(":")
            switch key {
            case "descr" where elementType == nil: elementType = try descriptor()
            case "fortran_order" where isFortranOrder == nil: isFortranOrder = try boolean()
            case "shape" where shape == nil: shape = try lengths()
            default: throw error("'descr', 'fortran_order' and 'shape' are expected, once each")
            }
            guard skips(",") else {
                try expect("}")
                break
            }
        }
        skipSpace()
        guard bytes.isEmpty else { throw error("only blanks may follow the dictionary") }
        guard let elementType, let isFortranOrder, let shape else {
            throw error("'descr', 'fortran_order' or 'shape' is missing")
        }
        return (elementType, isFortranOrder, shape)
    }

    private mutating func descriptor() throws(NumpyArrayError) -> String {
        skipSpace()
        // A list describes records of several fields.
        guard bytes.first != UInt8(ascii: "[") else { throw .elementType("of several fields") }
        return try text()
    }

    private mutating func boolean() throws(NumpyArrayError) -> Bool {
        if skips("True") { return true }
        if skips("False") { return false }
        throw error("True or False is expected")
    }

    /// Reads a tuple of lengths: `()`, `(3,)` or `(3, 2)`.
    private mutating func lengths() throws(NumpyArrayError) -> [Int] {
        var lengths: [Int] = []
        try expect("(")
        while !skips(")") {
            lengths.append(try wholeNumber())
            guard skips(",") else {
                // Python reads (3) as a number.
                guard lengths.count > 1 else { throw error("a comma is expected") }
                try expect(")")
                break
            }
        }
        return lengths
    }

    private mutating func wholeNumber() throws(NumpyArrayError) -> Int {
        skipSpace()
        let digits = bytes.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0") else {
            throw error("a length is expected, a whole number")
        }
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
            throw error("the length is too large")
        }
        bytes.removeFirst(digits.count)
        return number
    }

    /// Reads a string of printable ASCII characters without escapes, in single or double quotes.
    private mutating func text() throws(NumpyArrayError) -> String {
        skipSpace()
        guard let quote = bytes.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
            throw error("a string is expected")
        }
        bytes.removeFirst()
        let text = bytes.prefix { $0 != quote && 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\\") }
        bytes.removeFirst(text.count)
        guard bytes.popFirst() == quote else { throw error("the string is not one of plain characters") }
        // No name and no type that is read is longer.
        guard text.count <= 40 else { throw error("the string is too long") }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func expect(_ word: StaticString) throws(NumpyArrayError) {
        guard skips(word) else { throw error("'\(word)' is expected") }
    }

    /// Skips `word` after blanks.
    ///
    /// - Returns: false if other text follows.
    private mutating func skips(_ word: StaticString) -> Bool {
        skipSpace()
        let expected = word.withUTF8Buffer { Array($0) }
        guard bytes.starts(with: expected) else { return false }
        bytes.removeFirst(expected.count)
        return true
    }

    private mutating func skipSpace() {
        bytes = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }

    private func error(_ reason: String) -> NumpyArrayError {
        .wrongHeader(offset: bytes.startIndex, reason: reason)
    }
}
