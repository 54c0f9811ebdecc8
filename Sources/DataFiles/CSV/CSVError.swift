/// A problem in a CSV file, with its place.
public struct CSVError: Error, Hashable, Sendable {
    /// The name of the file, as given to its reader.
    public let fileName: String
    /// The problem and its place in the file.
    public let problem: Problem

    init(fileName: String, problem: Problem) {
        self.fileName = fileName
        self.problem = problem
    }

    /// A cell with a wrong value.
    public struct Cell: Hashable, Sendable {
        /// The line on which the cell begins, counted from 1.
        public let line: Int
        /// The column of the cell.
        public let column: CSVColumn
        /// The value without surrounding spaces, shortened to 40 characters.
        public let text: String

        init(line: Int, column: CSVColumn, text: String) {
            self.line = line
            self.column = column
            self.text = Self.shortened(text)
        }

        private static let greatestLength = 40

        /// Returns `text`; if it is too long, its first characters and an ellipsis.
        static func shortened(_ text: String) -> String {
            let scalars = text.unicodeScalars
            guard scalars.dropFirst(greatestLength).isEmpty == false else { return text }
            return String(String.UnicodeScalarView(scalars.prefix(greatestLength - 1))) + "…"
        }
    }

    /// The kinds of problems.
    ///
    /// A line is the one on which a row begins, counted from 1.
    public enum Problem: Hashable, Sendable {
        /// The system cannot open or read the file.
        case unreadable(reason: String)
        /// A byte is 0.
        case binary(line: Int)
        /// The gzip data are damaged or incomplete.
        case damagedGzip
        /// The data need more memory than the limit.
        case tooLarge
        /// The row is longer than 1 MiB.
        case lineTooLong(line: Int)
        /// The quote that begins in this line and column is not closed.
        case unterminatedQuote(line: Int, column: Int)

        /// The file has no rows of data except those that were skipped, or left out since they lack a value.
        case noRows(skippedRowCount: Int, missingRowCount: Int = 0)
        /// The file has fewer than three columns.
        case tooFewColumns(Int)
        /// Fewer than two columns can be features: numeric columns that vary and identify no rows.
        ///
        /// - Parameters:
        ///   - usable: the columns that can be features.
        ///   - badCell: a cell that is no number in a column whose other cells are numbers, or look like numbers; nil if
        ///     there is none.
        ///   - emptyColumn: a column without a value; nil if there is none.
        case noTwoNumericColumns(usable: [CSVColumn], badCell: Cell?, emptyColumn: CSVColumn?)
        /// No column has 2 to 10 different values, as a label has.
        case noLabelColumn
        /// The file has one row of data, and no columns can be chosen.
        case oneRow
        /// No column has this name.
        case missingColumn(String, existing: [String])
        /// The file has no header, and this is not the number of a column.
        case noHeader(String, columnCount: Int)
        /// More than one column has this name: those with these numbers, counted from 1.
        case ambiguousColumn(String, numbers: [Int])
        /// A column is given twice.
        case columnUsedTwice(CSVColumn)
        /// All labels are equal.
        case oneClass(String, column: CSVColumn)
        /// The label is one class too many.
        case tooManyClasses(Cell)
        /// The labels are more different numbers than there are classes usually, so that they look like a measurement.
        case measurementAsLabel(CSVColumn, valueCount: Int)

        /// The number of cells differs from that of the first row.
        ///
        /// - Parameter firstRow: the text of a first row that may be a title; nil otherwise.
        case raggedRow(line: Int, cellCount: Int, columnCount: Int, firstRow: String? = nil)
        /// Text follows a closing quote.
        case textAfterQuote(Cell)
        /// A feature or a label is missing: its cell is empty, or has a word for a missing value.
        case missingValue(Cell)
        /// A feature is not a decimal number.
        case notANumber(Cell)
        /// The magnitude of a feature exceeds the largest finite number.
        case infinite(Cell)
    }

    /// True if the problem affects a single row, so that the rows after it can still be read.
    public var concernsOneRow: Bool {
        switch problem {
        // With the first row it concerns all others.
        case .raggedRow(_, _, _, let firstRow): firstRow == nil
        case .textAfterQuote, .missingValue, .notANumber, .infinite: true
        default: false
        }
    }

    /// True if a column that was named does not exist or cannot be used.
    package var concernsColumns: Bool {
        switch problem {
        case .missingColumn, .noHeader, .ambiguousColumn, .columnUsedTwice: true
        default: false
        }
    }
}
