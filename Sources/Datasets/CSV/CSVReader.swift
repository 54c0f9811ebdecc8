/// Reads the rows of a CSV file one by one, in constant memory.
///
/// - **Encoding**: UTF-8, with or without a byte order mark.
/// - **Delimiter**: the comma, semicolon or tab, whichever is most frequent outside of quotes in the first line. A tie is
///   resolved in favour of the tab, then the semicolon.
/// - **Rows** end with a line feed, a carriage return, or both in this order. Empty lines are ignored.
/// - **Fields** may be quoted as in RFC 4180. Spaces around a field are ignored.
/// - **Numeric columns**: at least half of the cells that are not empty are numbers. Only the first rows are examined:
///   up to 100 after the first row, if they begin in the first 64 KiB.
/// - **Header**: the first row is a header if it has text in a numeric column, if it is the only row and has no number,
///   or if it has an expected name.
///
///     var reader = try CSVReader(path: "measurements.csv")
///     let width = try reader.column(named: "width")
///     while try reader.next() {
///         total += try reader.number(in: width)
///     }
public struct CSVReader: ~Copyable {
    /// The columns in the order of the file.
    public let columns: [CSVColumn]
    /// True if the first row has the names of the columns.
    public let hasHeader: Bool

    private var scanner: CSVScanner
    private let numericColumns: [Bool]

    /// Opens a file and reads its first rows.
    ///
    /// - Parameters:
    ///   - path: the path of the file, which is also its name in errors.
    ///   - expectedNames: names of columns; a first row that has one of them is a header.
    /// - Throws: `CSVError` if the file cannot be read, is not CSV text, or has no row of data.
    public init(path: String, expectedNames: [String] = []) throws(CSVError) {
        try self.init(ByteSource(path: path), expectedNames: expectedNames)
    }

    /// Reads the first rows of an open file or pipe, and leaves it open.
    ///
    /// - Parameters:
    ///   - fileDescriptor: the descriptor to read from, 0 for standard input.
    ///   - name: the name of the file in errors.
    ///   - expectedNames: names of columns; a first row that has one of them is a header.
    /// - Throws: `CSVError` if the file cannot be read, is not CSV text, or has no row of data.
    public init(fileDescriptor: CInt, name: String, expectedNames: [String] = []) throws(CSVError) {
        try self.init(ByteSource(fileDescriptor: fileDescriptor, name: name), expectedNames: expectedNames)
    }

    init(_ source: consuming ByteSource, expectedNames: [String] = []) throws(CSVError) {
        var scanner = try CSVScanner(source)
        let start = try CSVStart(of: &scanner, expectedNames: expectedNames)
        scanner.rewindOnce()
        if start.hasHeader { _ = try scanner.next() }
        columns = start.columns
        hasHeader = start.hasHeader
        numericColumns = start.numericColumns
        self.scanner = scanner
    }

    /// The name of the file in errors.
    public var fileName: String { scanner.source.name }

    /// The SHA-256 of the bytes read so far; nil unless the source hashes them.
    var sha256: String? { scanner.source.sha256 }

    /// The line on which the row begins, counted from 1.
    public var line: Int { scanner.line }

    /// Moves to the next row; returns false at the end of the file.
    ///
    /// - Throws: `CSVError`. If its `concernsOneRow` is true, the rows after it can still be read.
    public mutating func next() throws(CSVError) -> Bool {
        guard try scanner.next() else { return false }
        guard scanner.fields.count == columns.count else {
            throw error(
                .raggedRow(line: scanner.line, cellCount: scanner.fields.count, columnCount: columns.count))
        }
        for index in scanner.fields.indices where scanner.fields[index].hasTextAfterQuote {
            throw error(.textAfterQuote(cell(at: index)))
        }
        return true
    }

    /// Returns the column with a name.
    ///
    /// If the file has no header, `name` is the number or the title of a column.
    ///
    /// - Throws: `CSVError` if no column or more than one has the name.
    public func column(named name: String) throws(CSVError) -> CSVColumn {
        guard hasHeader else {
            guard let column = columns.first(where: { "\($0.number)" == name || $0.title == name }) else {
                throw error(.noHeader(name, columnCount: columns.count))
            }
            return column
        }
        let found = columns.filter { $0.name == name }
        guard let first = found.first else { throw error(.missingColumn(name, existing: columns.compactMap(\.name))) }
        guard found.count == 1 else { throw error(.ambiguousColumn(name)) }
        return first
    }

    /// Returns true if at least half of the column's cells are numbers in the first rows.
    public func isNumeric(_ column: CSVColumn) -> Bool {
        numericColumns[column.number - 1]
    }

    /// Returns the finite number in a column of the current row.
    ///
    /// - Precondition: the last call of `next` returned true; the column is one of `columns`.
    /// - Throws: `CSVError` if the cell is empty, not a decimal number, or infinite; the rows after it can still be read.
    public func number(in column: CSVColumn) throws(CSVError) -> Double {
        try number(at: column.number - 1)
    }

    /// Returns the text in a column of the current row, which may be empty.
    ///
    /// - Precondition: the last call of `next` returned true; the column is one of `columns`.
    public func text(in column: CSVColumn) -> String {
        scanner.text(at: column.number - 1)
    }

    @inline(__always)
    func number(at index: Int) throws(CSVError) -> Double {
        if let number = scanner.withBytes(at: index, DecimalNumber.parse), number.isFinite { return number }
        throw faultOfNumber(at: index)
    }

    /// Calls `body` with the unquoted bytes of a cell.
    @inline(__always)
    func withBytes<Result>(at index: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        scanner.withBytes(at: index, body)
    }

    /// Returns true if a cell has only spaces and tabs, quoted or not.
    func isEmptyCell(at index: Int) -> Bool {
        withBytes(at: index) { $0.allSatisfy(DecimalNumber.isBlank) }
    }

    func cell(at index: Int) -> CSVError.Cell {
        CSVError.Cell(line: scanner.line(ofField: index), column: columns[index], text: scanner.text(at: index))
    }

    func error(_ problem: CSVError.Problem) -> CSVError {
        CSVError(fileName: fileName, problem: problem)
    }

    private func faultOfNumber(at index: Int) -> CSVError {
        let cell = cell(at: index)
        if isEmptyCell(at: index) { return error(.emptyCell(cell)) }
        let isInfinite = scanner.withBytes(at: index) { DecimalNumber.parse($0)?.isInfinite ?? false }
        let isInfinityWord = ["inf", "infinity"].contains(
            cell.text.lowercased().drop { $0 == "-" || $0 == "+" }.description)
        return error(isInfinite || isInfinityWord ? .infinite(cell) : .notANumber(cell))
    }
}
