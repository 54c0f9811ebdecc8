import Geometry

extension ClassifierQuery {
    /// Calls `body` with parts of the points as an array of numpy (.npy, version 1.0): float64, C order, `pointCount × 2`.
    ///
    /// The rows have the order of `QueryText`, in data units.
    ///
    /// - Throws: the errors of `body`.
    func forEachArrayChunk(_ body: ([UInt8]) throws -> Void) throws {
        let dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(pointCount), 2), }"
        // The data begin at a multiple of 64 bytes, after a line feed.
        let length = (10 + dictionary.utf8.count + 1 + 63) / 64 * 64 - 10
        let padding = String(repeating: " ", count: length - dictionary.utf8.count - 1)
        try body(
            [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)]
                + Array((dictionary + padding + "\n").utf8))
        let chunkSize = 4096
        for start in stride(from: 0, to: pointCount, by: chunkSize) {
            let rows = start..<min(start + chunkSize, pointCount)
            var bytes: [UInt8] = []
            bytes.reserveCapacity(rows.count * 16)
            for row in rows {
                let point = point(ofRow: row)
                for value in [point.x, point.y] {
                    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
                }
            }
            try body(bytes)
        }
    }
}
