/// Reason why a file is not read as an array; its description is one line.
package enum NumpyArrayError: Error, Hashable, Sendable {
    /// The file does not begin as one of numpy's format does.
    case notNumpy
    /// A zip archive of arrays, which `np.savez` writes.
    case archive
    /// A version of the format other than 1, 2 and 3.
    case otherVersion(UInt8, UInt8)
    /// The file ends within its header.
    case truncatedHeader
    /// The header is not a dictionary of type, order and shape.
    ///
    /// - Parameter offset: the place of the first wrong byte, from 0 at the start of the file.
    case wrongHeader(offset: Int, reason: String)
    /// Elements that are not numbers, or are too long for `Double`.
    case elementType(String)
    /// The array has more or fewer dimensions than 1 or 2.
    case dimensionCount(Int)
    /// The array does not fit into any memory.
    case shapeTooLarge([Int])
    /// A two-dimensional array that is stored by columns.
    case fortranOrder
    /// The file has fewer or more bytes after its header than the shape requires.
    case wrongSize([Int], expected: Int, found: Int)
    /// An integer beyond ±2^53.
    case inexactInteger(String)
}

extension NumpyArrayError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notNumpy: "not a file in numpy's .npy format; np.save writes one"
        case .archive: "a zip archive, such as np.savez writes; np.save writes a single array"
        case .otherVersion(let major, let minor):
            "version \(major).\(minor) of the .npy format is unknown; versions 1.0, 2.0 and 3.0 are read"
        case .truncatedHeader: "the file ends within the header; write it again"
        case .wrongHeader(let offset, let reason):
            "the header is wrong at byte \(offset) of the file: \(reason); write the file again"
        case .elementType(let type):
            "elements of type \(type) are not numbers that are read; "
                + (type.contains { "OSU".contains($0) }
                    ? "write text as CSV" : "array.astype(float) converts them")
        case .dimensionCount(let count):
            "the array has \(count) dimensions; one or two are accepted, and array.reshape(-1) has one"
        case .shapeTooLarge(let shape): "an array of shape \(Self.text(shape)) is too large"
        case .fortranOrder: "the array is in Fortran order; np.ascontiguousarray(array) has C order"
        case .wrongSize(let shape, let expected, let found):
            """
            an array of shape \(Self.text(shape)) takes \(expected) bytes, and \(found) follow the header; the file is \
            \(found < expected ? "incomplete" : "too long")
            """
        case .inexactInteger(let number):
            "the integer \(number) is beyond 2^53 and not exact as a floating-point number; use smaller integers"
        }
    }

    /// Returns "(3, 2)", or "(3,)" for one dimension, as Python prints it.
    private static func text(_ shape: [Int]) -> String {
        "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
    }
}
