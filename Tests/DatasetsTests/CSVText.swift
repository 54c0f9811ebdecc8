@testable import DataFiles
@testable import Datasets

extension ByteSource {
    /// Creates a source that returns `bytes` in pieces of the given sizes, then the rest.
    init(_ bytes: some Sequence<UInt8>, pieces: some Sequence<Int> = [], name: String = "data.csv") {
        var rest = Array(bytes)[...]
        var sizes = Array(pieces)[...]
        self.init(name: name) { buffer in
            let count = Swift.min(buffer.count, rest.count, sizes.popFirst() ?? .max)
            buffer.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
    }
}

/// A CSV file in memory.
struct CSVText {
    let bytes: [UInt8]
    var pieces: [Int] = []

    init(_ text: String, pieces: [Int] = []) {
        self.init(bytes: Array(text.utf8), pieces: pieces)
    }

    init(bytes: [UInt8], pieces: [Int] = []) {
        self.bytes = bytes
        self.pieces = pieces
    }

    /// Creates the file that `Dataset.forEachCSVChunk` writes.
    init(of dataset: Dataset) {
        var bytes: [UInt8] = []
        dataset.forEachCSVChunk { bytes += $0 }
        self.bytes = bytes
    }

    /// Returns the data set in the file, or its error.
    func read(
        _ columns: CSVColumns = CSVColumns(), skipBadRows: Bool = false, hashes: Bool = false
    ) -> Result<CSVDataset, CSVError> {
        var options = CSVOptions()
        (options.skipsBadRows, options.hashes) = (skipBadRows, hashes)
        return read(columns, options: options)
    }

    /// Returns the data set in the file, or its error.
    func read(_ columns: CSVColumns = CSVColumns(), options: CSVOptions) -> Result<CSVDataset, CSVError> {
        Result { () throws(CSVError) in
            try CSVDataset(ByteSource(bytes, pieces: pieces), columns: columns, options: options)
        }
    }

    /// Returns the profile of the file, or its error.
    func profile(_ columns: CSVColumns = CSVColumns()) -> Result<CSVProfile, CSVError> {
        Result { () throws(CSVError) in
            try CSVProfile(ByteSource(bytes, pieces: pieces), columns: columns, options: CSVOptions())
        }
    }

    /// Returns all rows including the header, or the first error.
    func rows(_ options: CSVOptions = CSVOptions()) -> Result<[[String]], CSVError> {
        Result { () throws(CSVError) in
            var reader = try CSVReader(ByteSource(bytes, pieces: pieces), options: options)
            var rows = reader.hasHeader ? [reader.columns.map { $0.name ?? "" }] : []
            while try reader.next() {
                var row: [String] = []
                for column in reader.columns { row.append(reader.text(in: column)) }
                rows.append(row)
            }
            return rows
        }
    }
}
