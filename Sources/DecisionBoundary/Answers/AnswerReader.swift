import DataFiles
import Datasets
import Files
import Geometry
import Plotting

/// Reads the answers of a program to a query: a row for each row of the data, then for each grid point.
struct AnswerReader {
    /// The name of the answers in messages.
    let source: RequestMessage
    /// What the scores are; nil to guess it by their range.
    let kind: ScoreKind?
    let data: ExternalData
    let query: ClassifierQuery

    /// The names of the classes.
    var classes: [String] { data.training.classNames }

    /// "'ash', 'birch' and 'cedar'".
    var listedClasses: String { classes.map { "'\($0)'" }.listed }

    /// The rules for the cells of an answer: the first row has names, and no word stands for a missing value.
    static var options: CSVOptions {
        var options = CSVOptions()
        (options.hasHeader, options.missingWords) = (true, [])
        return options
    }

    /// An answer with too few rows, or with one row too many.
    struct WrongRowCount: Error {
        let count: Int
    }

    /// Returns a remark on lines without a row, ", beside 20 empty lines"; empty without such lines.
    ///
    /// - Parameter lineCount: the number of line ends.
    static func remark(rowCount: Int, lineCount: Int) -> String {
        // The header is a line.
        let count = lineCount - 1 - rowCount
        return count > 0 ? ", beside \(count) empty line\(count == 1 ? "" : "s")" : ""
    }

    /// Returns the message of an error in the rows, with advice on rows as R's `write.table` writes them.
    static func message(of error: CSVError) -> String {
        switch error.problem {
        case .raggedRow, .textAfterQuote: "\(error); in R, use write.csv with row.names=FALSE"
        default: "\(error)"
        }
    }

    /// Reads all rows of a CSV text.
    ///
    /// - Throws: `RunError` or `CSVError` with the first row that is wrong; `WrongRowCount`.
    func answer(from reader: inout CSVReader) throws -> ClassifierAnswer {
        let columns = try AnswerColumns(
            reader.columns, of: source, features: data.features, label: data.label, classes: classes)
        var table = AnswerTable()
        var (names, scores): (CSVColumn?, [CSVColumn?]) = (nil, [])
        switch columns.meaning {
        case .names(let column): (names, scores) = (column, columns.furtherScores ?? [])
        case .scores(let columns): scores = columns
        case .unknown: break
        }
        let classNames = ClassNames(classes)
        let kind = self.kind ?? (columns.areProbabilities ? .probability : nil)
        var rowCount = 0
        while try reader.next() {
            guard rowCount < query.pointCount else { throw WrongRowCount(count: rowCount + 1) }
            if rowCount == 0, case .unknown(let column) = columns.meaning {
                if Double(reader.text(in: column)) == nil {
                    names = column
                } else {
                    let isClear = classes.count == 2 && self.kind != nil
                    let areClasses = try !isClear && allRows(of: &reader, nameClassesIn: column, classNames)
                    scores = try scoresOfSecondClass(in: column, areClasses: areClasses)
                }
            }
            if let points = columns.points { try check(points, of: reader, row: rowCount) }
            if let names { table.classes.append(try index(in: names, of: reader, classNames)) }
            for column in scores {
                guard let column else {
                    table.scores.append(.nan)
                    continue
                }
                guard let score = try reader.number(in: column) else { throw reader.missingValue(in: column) }
                guard kind != .probability || (0...1).contains(score) else {
                    throw RunError(
                        .badData,
                        """
                        \(source), line \(reader.line): '\(reader.text(in: column).shortened)' in column '\(column.shownTitle)' \
                        is no probability; \(.scores) margin reads it as a margin
                        """)
                }
                table.scores.append(score)
            }
            rowCount += 1
        }
        guard rowCount == query.pointCount else { throw WrongRowCount(count: rowCount) }
        return try answer(
            completing: table, given: scores.map { $0 != nil }, kind: kind)
    }

    private func index(
        in column: CSVColumn, of reader: borrowing CSVReader, _ names: ClassNames
    ) throws(RunError) -> UInt8 {
        let text = reader.text(in: column)
        if let index = names.index(of: text) { return UInt8(index) }
        throw RunError(
            .badData,
            """
            \(source), line \(reader.line): '\(text.shortened)' in column '\(column.shownTitle)' is no class of the data; these \
            are \(listedClasses)
            """)
    }

    /// Returns true if the current row and all further ones name classes.
    private func allRows(
        of reader: inout CSVReader, nameClassesIn column: CSVColumn, _ names: ClassNames
    ) throws -> Bool {
        var count = 0
        repeat {
            guard names.index(of: reader.text(in: column)) != nil else { return false }
            count += 1
        } while try count < query.pointCount && reader.next()
        return true
    }

    /// Returns the columns of scores for a single column of numbers, that of the second of two classes.
    ///
    /// - Parameter areClasses: true if all numbers are names of classes.
    func scoresOfSecondClass(in column: CSVColumn, areClasses: Bool = false) throws(RunError) -> [CSVColumn?] {
        let title = column.name.map { ", '\($0.shortened)'" } ?? ""
        if classes.count == 2 && kind != nil { return [nil, column] }
        guard !areClasses else {
            let scores: RequestMessage =
                classes.count == 2
                ? "; \(.scores) probability or \(.scores) margin reads it as scores of class '\(classes[1])'" : ""
            throw RunError(
                .badData,
                """
                \(source) has one column of numbers\(title), which all name classes; call it 'class' to draw these\(scores)
                """)
        }
        guard classes.count == 2 else {
            throw RunError(
                .badData,
                """
                \(source) has one column of numbers\(title); \(classes.count) classes need a column 'class', or one for each: \
                \(listedClasses)
                """)
        }
        throw RunError(
            .badData,
            """
            \(source) has one column of numbers\(title); \(.scores) probability or \(.scores) margin reads them as scores \
            of class '\(classes[1])', and a column 'class' has classes
            """)
    }

    /// Returns the answer of a table, with the scores of the other one of two classes.
    ///
    /// - Parameters:
    ///   - isGiven: true for each class whose scores are there; empty for classes alone.
    ///   - kind: what the scores are; nil to guess it by their range.
    func answer(
        completing given: AnswerTable, given isGiven: [Bool], kind: ScoreKind?
    ) throws -> ClassifierAnswer {
        var table = given
        if table.scores.isEmpty {
            if let kind = self.kind {
                throw RunError(
                    .badData, "\(source) has classes alone; \(.scores) \(kind.rawValue) is for an answer with scores")
            }
        } else {
            // The scores to complete are NaN.
            if let index = table.scores.firstIndex(where: { $0.isInfinite }) {
                throw RunError(.badData, "\(source), row \(index / classes.count + 1): a score is infinite")
            }
            let strange = table.scores.firstIndex { $0 < 0 || $0 > 1 }
            table.kind = kind ?? (strange == nil ? .probability : .margin)
            if kind == .probability, let strange {
                // Only an array: the rows of a text are checked while they are read.
                let (row, column) = strange.quotientAndRemainder(dividingBy: classes.count)
                throw RunError(
                    .badData,
                    """
                    \(source), row \(row + 1), the score of class '\(classes[column])': \(table.scores[strange]) is no \
                    probability; \(.scores) margin reads it as a margin
                    """)
            }
            if let known = isGiven.firstIndex(of: true), isGiven.contains(false) {
                for start in stride(from: 0, to: table.scores.count, by: 2) {
                    let score = table.scores[start + known]
                    table.scores[start + 1 - known] = table.kind == .probability ? 1 - score : 0
                }
            }
        }
        if kind == nil, let found = table.kind {
            let message: RequestMessage =
                found == .margin
                ? "\(source): scores read as margins, since some are no probabilities"
                : "\(source): scores read as probabilities, since all are from 0 to 1; \(.scores) margin reads them as margins"
            data.note(.note(message))
        }
        return try table.answer(to: query) { count in
            data.note(
                .note(
                    """
                    \(source): the column of classes contradicts the scores in \(count) of \(query.pointCount) rows; the \
                    classes are drawn
                    """))
        }
    }

    /// Checks that a row repeats its point, but for the rounding of a program that writes few digits.
    private func check(
        _ columns: (x: CSVColumn, y: CSVColumn), of reader: borrowing CSVReader, row: Int
    ) throws {
        let point = query.point(ofRow: row)
        for (column, value, step) in [
            (columns.x, point.x, query.grid?.x.step), (columns.y, point.y, query.grid?.y.step),
        ] {
            let tolerance = 1e-6 * abs(value) + 1e-2 * (step ?? 0)
            guard let found = try reader.number(in: column), abs(found - value) <= tolerance else {
                throw RunError(
                    .badData,
                    """
                    \(source), line \(reader.line): '\(reader.text(in: column).shortened)' in column '\(column.shownTitle)' is not \
                    the \(value) of this picture's point; 'boundaryplot grid' with the same options prints its points
                    """)
            }
        }
    }
}
