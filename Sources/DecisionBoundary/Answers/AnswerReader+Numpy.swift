import DataFiles
import Datasets
import Files

extension AnswerReader {
    /// Returns the answer in an array of numpy: one class or one score of the second of two classes a row, or K scores.
    ///
    /// Classes are the numbers that name them. If no number does, whole numbers count the classes from 0.
    ///
    /// - Throws: `RunError` with the first row that is wrong; `WrongRowCount`.
    func answer(from array: NumpyArray) throws -> ClassifierAnswer {
        let width = array.shape.count > 1 ? array.shape[1] : 1
        guard array.shape[0] == query.pointCount else { throw WrongRowCount(count: array.shape[0]) }
        if let index = array.values.firstIndex(where: \.isNaN) {
            throw RunError(.badData, "\(source), row \(index / width + 1): NaN is neither a class nor a score")
        }
        var table = AnswerTable()
        if width == classes.count {
            table.scores = array.values
            return try answer(completing: table, given: classes.map { _ in true }, kind: kind)
        }
        guard width == 1 else {
            throw RunError(
                .badData,
                """
                \(source) has \(width) numbers a row; one class is needed, or a score for each of \(listedClasses)
                """)
        }
        let indices = classIndices(array)
        guard let row = indices.firstIndex(of: nil) else {
            table.classes = indices.compactMap { $0.map(UInt8.init) }
            return try answer(completing: table, given: [], kind: kind)
        }
        guard !array.isWhole else {
            throw RunError(
                .badData,
                "\(source), row \(row + 1): \(DecimalText.shortest(array.values[row])) is no class; these are \(listedClasses)"
            )
        }
        _ = try scoresOfSecondClass(in: CSVColumn(number: 1, name: nil))
        table.scores = array.values.flatMap { [.nan, $0] }
        return try answer(completing: table, given: [false, true], kind: kind)
    }

    /// Returns the class of every number; nil for a number that is none.
    private func classIndices(_ array: NumpyArray) -> [Int?] {
        guard classes.contains(where: { Double($0) != nil }) else {
            return array.values.map { value in
                array.isWhole ? Int(exactly: value).flatMap { classes.indices.contains($0) ? $0 : nil } : nil
            }
        }
        let names = ClassNames(classes)
        return array.values.map(names.index)
    }
}
