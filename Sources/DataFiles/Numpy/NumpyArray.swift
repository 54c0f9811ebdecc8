/// An array in numpy's .npy format, in C order, of one or two dimensions.
///
/// Booleans, integers and floating-point numbers of 16 to 64 bits are read, in either byte order. The format is described
/// in https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
package struct NumpyArray: Sendable {
    /// The lengths of the one or two dimensions.
    package let shape: [Int]
    /// The elements, row-major; NaN and infinities included. Booleans are 0 and 1.
    package let values: [Double]
    /// True if the elements are integers or booleans in the file.
    package let isWhole: Bool

    /// Reads the bytes of a file.
    ///
    /// - Throws: `NumpyArrayError` if they are not such an array, or an integer is beyond ±2^53, which `Double` cannot
    ///   represent exactly.
    package init(bytes: [UInt8]) throws(NumpyArrayError) {
        let header = try NumpyHeader(bytes)
        guard let elements = NumpyElements(header.elementType) else { throw .elementType(header.elementType) }
        let shape = header.shape
        guard 1...2 ~= shape.count else { throw .dimensionCount(shape.count) }
        var (size, overflows) = (elements.size, false)
        // A length of 0 must not hide an overflow of the others, as in (2^62, 2^62, 0).
        for length in shape where !overflows {
            (size, overflows) = size.multipliedReportingOverflow(by: max(1, length))
        }
        guard !overflows else { throw .shapeTooLarge(shape) }
        // The orders differ only if both dimensions are longer than 1.
        guard !header.isFortranOrder || shape.contains(where: { $0 <= 1 }) || shape.count == 1 else {
            throw .fortranOrder
        }
        if shape.contains(0) { size = 0 }
        guard bytes.count - header.size == size else {
            throw .wrongSize(shape, expected: size, found: bytes.count - header.size)
        }
        self.shape = shape
        isWhole = elements.kind != .floatingPoint
        values = try elements.values(of: bytes, from: header.size)
    }
}

/// The type of an array's elements.
private struct NumpyElements {
    enum Kind: Character {
        case boolean = "b"
        case signed = "i"
        case unsigned = "u"
        case floatingPoint = "f"
    }

    let kind: Kind
    /// The size of an element, in bytes.
    let size: Int
    let isBigEndian: Bool

    /// Reads a type such as "<f8"; nil if it is not supported.
    init?(_ text: String) {
        let letters = Array(text)
        guard letters.count == 3, let kind = Kind(rawValue: letters[1]), let size = letters[2].wholeNumberValue,
            letters[2].isASCII
        else { return nil }
        let sizes =
            switch kind {
            case .boolean: [1]
            case .signed, .unsigned: [1, 2, 4, 8]
            case .floatingPoint: [2, 4, 8]
            }
        // Single bytes have no order, which numpy writes as |.
        guard sizes.contains(size), (size == 1 ? "|<>" : "<>").contains(letters[0]) else { return nil }
        self.kind = kind
        self.size = size
        isBigEndian = letters[0] == ">"
    }

    /// Returns the elements that fill the bytes from `start` on.
    func values(of bytes: [UInt8], from start: Int) throws(NumpyArrayError) -> [Double] {
        switch (kind, size) {
        case (.boolean, _): bytes[start...].map { $0 == 0 ? 0 : 1 }
        case (.signed, 1): try integers(Int8.self, of: bytes, from: start)
        case (.signed, 2): try integers(Int16.self, of: bytes, from: start)
        case (.signed, 4): try integers(Int32.self, of: bytes, from: start)
        case (.signed, _): try integers(Int64.self, of: bytes, from: start)
        case (.unsigned, 1): try integers(UInt8.self, of: bytes, from: start)
        case (.unsigned, 2): try integers(UInt16.self, of: bytes, from: start)
        case (.unsigned, 4): try integers(UInt32.self, of: bytes, from: start)
        case (.unsigned, _): try integers(UInt64.self, of: bytes, from: start)
        case (.floatingPoint, 2): words(UInt16.self, of: bytes, from: start).map(Self.halfPrecision)
        case (.floatingPoint, 4): words(UInt32.self, of: bytes, from: start).map { Double(Float(bitPattern: $0)) }
        case (.floatingPoint, _): words(UInt64.self, of: bytes, from: start).map { Double(bitPattern: $0) }
        }
    }

    private func words<Word: FixedWidthInteger>(_: Word.Type, of bytes: [UInt8], from start: Int) -> [Word] {
        bytes.withUnsafeBytes { memory in
            stride(from: start, to: memory.count, by: size).map { offset in
                let word = memory.loadUnaligned(fromByteOffset: offset, as: Word.self)
                return isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word)
            }
        }
    }

    private func integers<Word: FixedWidthInteger>(
        _ type: Word.Type, of bytes: [UInt8], from start: Int
    ) throws(NumpyArrayError) -> [Double] {
        let integers = words(type, of: bytes, from: start)
        if size == 8, let inexact = integers.first(where: { UInt64($0.magnitude) > 1 << 53 }) {
            throw .inexactInteger("\(inexact)")
        }
        return integers.map { Double($0) }
    }

    /// Returns the value of a number of IEEE 754's binary16: 1 bit of sign, 5 of exponent, 10 of fraction.
    private static func halfPrecision(_ bits: UInt16) -> Double {
        let (exponent, fraction) = (Int(bits >> 10 & 0x1F), Double(bits & 0x3FF))
        let magnitude =
            switch exponent {
            case 0: fraction * 0x1p-24
            case 0x1F: fraction == 0 ? Double.infinity : .nan
            default: Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
            }
        return bits >> 15 == 0 ? magnitude : -magnitude
    }
}
