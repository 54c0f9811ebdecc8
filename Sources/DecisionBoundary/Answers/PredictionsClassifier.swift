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
            if bytes.starts(with: Self.numpyMagic) {
                answer = try reader.answer(from: NumpyArray(bytes: bytes))
            } else {
                var rows = try CSVReader(bytes, name: path, options: AnswerReader.options)
                answer = try reader.answer(from: &rows)
            }
            answer.sha256 = hash.finish()
            return answer
        } catch let error as FileError {
            throw RunError(error, .predictions)
        } catch let error as CSVError {
            throw RunError(.badData, "\(.predictions): \(error)")
        } catch let error as NumpyArrayError {
            throw RunError(.badData, "\(source): \(error)")
        } catch let error as AnswerReader.WrongRowCount {
            throw RunError(
                .badData,
                """
                \(source) has \(error.count > query.pointCount ? "too many" : "\(error.count)") rows for the \
                \(query.pointCount) points of this picture; 'boundaryplot grid' with the same options prints them
                """)
        }
    }
}
