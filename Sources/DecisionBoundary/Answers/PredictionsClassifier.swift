import DataFiles
import Datasets
import Digests
import Files

/// A classifier whose answers are in a file: CSV, or an array of numpy.
struct PredictionsClassifier: Classifier {
    let name: String
    /// The file; "-" for standard input.
    let path: String
    let kind: ScoreKind?
    let data: ExternalData

    /// The first bytes of numpy's files.
    private static let numpyMagic = [0x93] + Array("NUMPY".utf8)
    /// The first bytes of a zip archive, such as an .npz file.
    private static let archiveMagic = Array("PK\u{3}\u{4}".utf8)
    /// The most bytes of a file.
    private static let greatestByteCount = 4 << 30

    /// - Throws: `RunError` if the file cannot be read, or its rows are not those of the query.
    func answer(_ query: ClassifierQuery) throws -> ClassifierAnswer {
        let source: RequestMessage = "\(.predictions) '\(path)'"
        let reader = AnswerReader(source: source, kind: kind, data: data, query: query)
        do throws(any Error) {
            let bytes =
                path == "-"
                ? try InputFile.bytes(from: 0, path: "standard input", limit: Self.greatestByteCount)
                : try InputFile.bytes(path, limit: Self.greatestByteCount)
            var hash = SHA256()
            hash.update(bytes)
            var answer: ClassifierAnswer
            if bytes.starts(with: Self.numpyMagic) || bytes.starts(with: Self.archiveMagic) {
                answer = try reader.answer(from: NumpyArray(bytes: bytes))
            } else {
                answer = try self.answer(in: bytes, reader)
            }
            answer.sha256 = hash.finish()
            return answer
        } catch let error as FileError {
            throw RunError(error, .predictions)
        } catch let error as CSVError {
            throw RunError(.badData, "\(.predictions): \(AnswerReader.message(of: error))")
        } catch let error as NumpyArrayError {
            throw RunError(.badData, "\(source): \(error)")
        } catch let error as AnswerReader.WrongRowCount {
            throw wrongRowCount(error.count, lineCount: 0, reader)
        }
    }

    /// Reads a CSV text.
    private func answer(in bytes: [UInt8], _ reader: AnswerReader) throws -> ClassifierAnswer {
        func error(_ count: Int) -> RunError {
            wrongRowCount(count, lineCount: bytes.count { $0 == UInt8(ascii: "\n") }, reader)
        }
        do {
            var rows = try CSVReader(bytes, name: path, options: AnswerReader.options)
            do {
                return try reader.answer(from: &rows)
            } catch let wrong as AnswerReader.WrongRowCount {
                var count = wrong.count
                while try rows.next() { count += 1 }
                throw error(count)
            }
        } catch let csv as CSVError {
            guard case .noRows = csv.problem else { throw csv }
            throw error(0)
        }
    }

    private func wrongRowCount(_ count: Int, lineCount: Int, _ reader: AnswerReader) -> RunError {
        RunError(
            .badData,
            """
            \(reader.source) has \(count) row\(count == 1 ? "" : "s")\
            \(AnswerReader.remark(rowCount: count, lineCount: lineCount)) for the \(reader.query.pointCount) points of this \
            picture; 'boundaryplot grid' with the same options prints them
            """)
    }
}
