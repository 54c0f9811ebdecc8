/// What is wrong with a CSV file, and where.
public struct CSVError: Error, Hashable, Sendable {
    /// The file, as its reader was told to name it.
    public let fileName: String
    /// What is wrong.
    public let problem: Problem

    init(fileName: String, problem: Problem) {
        self.fileName = fileName
        self.problem = problem
    }

    /// A cell that does not have what it should.
    public struct Cell: Hashable, Sendable {
        /// The number of the line on which the cell begins, from 1.
        public let line: Int
        /// The cell's column.
        public let column: CSVColumn
        /// What was found, without spaces around it, as far as 40 characters.
        public let text: String

        init(line: Int, column: CSVColumn, text: String) {
            self.line = line
            self.column = column
            self.text = Self.shortened(text)
        }

        private static let greatestLength = 40

        /// `text`, or its beginning and dots where it is too long.
        static func shortened(_ text: String) -> String {
            let scalars = text.unicodeScalars
            guard scalars.dropFirst(greatestLength).isEmpty == false else { return text }
            return String(String.UnicodeScalarView(scalars.prefix(greatestLength - 1))) + "…"
        }
    }

    /// The kinds of problems; a line is the number of the one on which a row begins, from 1.
    public enum Problem: Hashable, Sendable {
        /// The system cannot open or read the file, for this reason.
        case unreadable(reason: String)
        /// A byte is 0, which no text has.
        case binary(line: Int)
        /// The row is not in UTF-8.
        case notUTF8(line: Int)
        /// The row is longer than 1 MiB.
        case lineTooLong(line: Int)
        /// The quote that begins in this line and column is not closed before the end of the file.
        case unterminatedQuote(line: Int, column: Int)

        /// There is no row of data, but for those that were skipped.
        case noRows(skippedRowCount: Int)
        /// Two features and a label need three columns.
        case tooFewColumns(Int)
        /// There are no two numeric columns beside those that are called.
        case noTwoNumericColumns
        /// The features leave no column for the label.
        case noLabelColumn
        /// No column has this name.
        case missingColumn(String, existing: [String])
        /// There is no header, and this is not the number of a column.
        case noHeader(String, columnCount: Int)
        /// More than one column has this name.
        case ambiguousColumn(String)
        /// A column is called twice.
        case columnUsedTwice(CSVColumn)
        /// All labels are this one.
        case oneClass(String, column: CSVColumn)
        /// The label of this cell would be the 101st class.
        case tooManyClasses(Cell)

        /// The row has another number of cells than the first one.
        case raggedRow(line: Int, cellCount: Int, columnCount: Int)
        /// Something follows a closing quote.
        case textAfterQuote(Cell)
        /// A feature or a label is missing.
        case emptyCell(Cell)
        /// A feature is no decimal number.
        case notANumber(Cell)
        /// A feature is greater than any finite number.
        case infinite(Cell)
    }

    /// Whether the problem is one of a single row, so that the rows after it can still be read.
    public var concernsOneRow: Bool {
        switch problem {
        case .raggedRow, .textAfterQuote, .emptyCell, .notANumber, .infinite: true
        default: false
        }
    }
}
