import Geometry

@testable import DataFiles
@testable import Datasets

extension Reader {
    /// The pieces in which the bytes come change nothing; bad rows can be left out; a data set is whole.
    func checkCSV(_ bytes: [UInt8]) {
        // Each read takes the time of a large buffer, so that long inputs come in few pieces.
        let pieceSize = bytes.count <= 32 ? 1 : bytes.count / 9
        for skipBadRows in [false, true] {
            let whole = dataset(in: bytes, pieceSize: max(1, bytes.count), skipBadRows: skipBadRows)
            let pieces = dataset(in: bytes, pieceSize: pieceSize, skipBadRows: skipBadRows)
            precondition(pieces == whole, "the pieces change what is read")
            switch whole {
            case .success(let read): checkWhole(read, skipBadRows: skipBadRows)
            case .failure(let error):
                precondition(!error.description.contains("\n"), "a message has one line")
                precondition(!skipBadRows || !error.concernsOneRow, "a bad row is left out")
            }
        }
    }

    private func checkWhole(_ read: CSVDataset, skipBadRows: Bool) {
        let dataset = read.dataset
        precondition(Dataset.classCounts.contains(dataset.classCount), "a data set has 2 to 100 classes")
        precondition(Set(dataset.classNames).count == dataset.classCount, "classes have names of their own")
        precondition(dataset.points.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "points are finite")
        precondition(dataset.points.count == dataset.labels.count, "each point has a label")
        precondition(Set(dataset.labels).count == dataset.classCount, "each class has a point")
        precondition(skipBadRows || read.skippedRowCount == 0, "rows are left out unasked")
        precondition(read.firstSkipped.count == min(5, read.skippedRowCount), "the first rows left out are told")
    }

    private func dataset(in bytes: [UInt8], pieceSize: Int, skipBadRows: Bool) -> Result<CSVDataset, CSVError> {
        var rest = bytes[...]
        let source = ByteSource(name: "fuzz") { buffer in
            let piece = rest.prefix(min(pieceSize, buffer.count))
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
        do throws(CSVError) {
            var options = CSVOptions()
            options.skipsBadRows = skipBadRows
            return .success(try CSVDataset(source, options: options))
        } catch {
            return .failure(error)
        }
    }
}
