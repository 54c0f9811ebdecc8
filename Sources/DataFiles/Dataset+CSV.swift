public import Datasets
import Geometry

extension Dataset {
    /// Calls `body` with the data set as CSV text in UTF-8, in chunks of about 64 KB.
    ///
    /// The header has the names of the features, then that of the labels: `labelName`, else the first of label, class and
    /// label_2 that is no feature's name. Each point has a line with its coordinates and the name of its class. A coordinate is written as Python writes it: the shortest digits that read back exactly, and
    /// whole numbers with `.0`, so that pandas reads every column of coordinates as floating-point numbers. Lines end
    /// with a line feed. Names are quoted as RFC 4180 requires.
    ///
    /// - Parameters:
    ///   - labelName: the name of the column of labels; ignored if a feature is called so.
    ///   - body: receives the next chunk, which ends at the end of a line.
    /// - Throws: the first error that `body` throws, which ends the output.
    public func forEachCSVChunk<Failure>(
        labelName: String? = nil, _ body: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let chunkSize = 65_536
        var chunk: [UInt8] = []
        chunk.reserveCapacity(chunkSize + 256)
        // Two features leave one of three names.
        let label = [labelName, "label", "class"].compactMap(\.self).first { !featureNames.contains($0) } ?? "label_2"
        let header = (featureNames + [label]).map(CSVText.field).joined(separator: ",")
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
