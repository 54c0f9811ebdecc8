import Glibc

/// Paths as text. The system accepts any bytes; a byte that is not part of UTF-8 is a character of private use.
///
/// The byte b (0x80…0xFF) is the character U+10FE00 + b. Paths with these characters themselves are written byte by byte,
/// so that every path has its own text.
package enum PathBytes {
    private static let base: UInt32 = 0x10FE00

    /// Returns the byte for which a character stands; nil for others.
    package static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        (base + 0x80...base + 0xFF).contains(scalar.value) ? UInt8(scalar.value - base) : nil
    }

    /// Returns the text of a path, or of any word of the command line.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self),
            !text.unicodeScalars.contains(where: { byte(of: $0) != nil })
        {
            return text
        }
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let first = rest.first {
            // The length of a character follows from its first byte.
            let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            let scalars = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars
            if let scalar = scalars?.first, scalars?.count == 1, byte(of: scalar) == nil {
                text.append(scalar)
                rest = rest.dropFirst(length)
            } else {
                if let scalar = Unicode.Scalar(base + UInt32(first)) { text.append(scalar) }
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// Returns the text of a path that ends with a zero byte.
    package static func text(_ path: UnsafePointer<CChar>) -> String {
        text(UnsafeBufferPointer(start: path, count: strlen(path)).map(UInt8.init(bitPattern:)))
    }
}

extension String {
    /// The bytes of the path; UTF-8 except for the characters that stand for other bytes.
    package var pathBytes: [UInt8] {
        unicodeScalars.flatMap { scalar in PathBytes.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8) }
    }

    /// The bytes of the path for a call of the system, with a zero byte at the end.
    package var systemPath: [CChar] { pathBytes.map(CChar.init(bitPattern:)) + [0] }
}
