import Geometry

extension Dataset {
    /// Hands out the data set as CSV text, in UTF-8 and in pieces of about 64 KB, so that a large one needs little
    /// memory.
    ///
    /// The first line is `x1,x2,label` (the names of the features, then the word label), and each point has a line of
    /// its coordinates and the name of its class. A coordinate is written as Python writes it: the shortest digits that
    /// read back exactly, and whole numbers with `.0`, so that a reader such as pandas takes every column of
    /// coordinates for floating-point numbers. Lines end with a line feed; names are quoted where RFC 4180 asks for it.
    ///
    /// - Parameter body: takes the next piece, which ends with a line.
    /// - Throws: what `body` throws; nothing more is handed out then.
    public func forEachCSVChunk<Failure>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        let chunkSize = 65_536
        var chunk: [UInt8] = []
        chunk.reserveCapacity(chunkSize + 256)
        let header = (featureNames + ["label"]).map(CSVText.field).joined(separator: ",")
        chunk.append(contentsOf: header.utf8)
        chunk.append(UInt8(ascii: "\n"))

        let labelFields = classNames.map { Array(",\(CSVText.field($0))\n".utf8) }
        for (point, label) in zip(points, labels) {
            chunk.append(contentsOf: point.x.description.utf8)
            chunk.append(UInt8(ascii: ","))
            chunk.append(contentsOf: point.y.description.utf8)
            chunk.append(contentsOf: labelFields[label])
            if chunk.count >= chunkSize {
                try body(chunk)
                chunk.removeAll(keepingCapacity: true)
            }
        }
        if !chunk.isEmpty { try body(chunk) }
    }
}
