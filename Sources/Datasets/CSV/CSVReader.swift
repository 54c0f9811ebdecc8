/// Reads the rows of a CSV file one by one, in little memory however long the file is.
///
/// The file is text in UTF-8, with or without a mark of the byte order. Its delimiter is the one of comma, semicolon and
/// tab of which the first line has most outside of quotes; of several the tab, then the semicolon. Rows end with a line
/// feed, a carriage return, or both in this order; lines that are empty do not count. Fields may be quoted as RFC 4180
/// describes it, and spaces around a field do not belong to it.
///
/// A column is numeric where half or more of its cells that are not empty are numbers, in the first rows: up to 100
/// after the first one, as far as they begin in the first 64 KiB. The first row is a header where it has text in a
/// numeric column, where it is the only row and has no number, or where it has a name that is expected.
///
///     var reader = try CSVReader(path: "measurements.csv")
///     let width = try reader.column(named: "width")
///     while try reader.next() {
///         total += try reader.number(in: width)
///     }
public struct CSVReader: ~Copyable {
    /// The columns, from the first to the last.
    public let columns: [CSVColumn]
    /// Whether the first row has the names of the columns.
    public let hasHeader: Bool

    private var scanner: CSVScanner
    private let numericColumns: [Bool]

    /// Opens a file and reads its first rows.
    ///
    /// - Parameters:
    ///   - path: the file's path; errors name the file by it.
    ///   - expectedNames: names of columns; a first row that has one of them is a header.
    /// - Throws: `CSVError` where the file cannot be read, is no CSV file, or has no row of data.
    public init(path: String, expectedNames: [String] = []) throws(CSVError) {
        try self.init(ByteSource(path: path), expectedNames: expectedNames)
    }

    /// Reads from a file, a pipe or standard input that is open, and stays open.
    ///
    /// - Parameters:
    ///   - fileDescriptor: the descriptor to read from, 0 for standard input.
    ///   - name: how errors name the file.
    ///   - expectedNames: names of columns; a first row that has one of them is a header.
    /// - Throws: `CSVError` where the file cannot be read, is no CSV file, or has no row of data.
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

    /// How errors name the file.
    public var fileName: String { scanner.source.name }

    /// The SHA-256 of the bytes that have been read, if the source hashes them.
    var sha256: String? { scanner.source.sha256 }

    /// The number of the line on which the row begins, from 1.
    public var line: Int { scanner.line }

    /// Goes to the next row; false where there is none.
    ///
    /// - Throws: `CSVError`. Where its `concernsOneRow` is true, the rows after it can still be read.
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

    /// The column that is called `name`: its name in the header, or where there is no header its number or title.
    ///
    /// - Throws: `CSVError` where there is none, or more than one.
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

    /// Whether half or more of the cells of the column are numbers, in the first rows.
    public func isNumeric(_ column: CSVColumn) -> Bool {
        numericColumns[column.number - 1]
    }

    /// The finite number in a column of the row.
    ///
    /// - Precondition: `next` was the last call to change the reader, and was true; the column is one of `columns`.
    /// - Throws: `CSVError` where the cell is empty, no decimal number, or infinite; the rows after it can still be read.
    public func number(in column: CSVColumn) throws(CSVError) -> Double {
        try number(at: column.number - 1)
    }

    /// The text in a column of the row, which may be empty.
    ///
    /// - Precondition: `next` was the last call to change the reader, and was true; the column is one of `columns`.
    public func text(in column: CSVColumn) -> String {
        scanner.text(at: column.number - 1)
    }

    @inline(__always)
    func number(at index: Int) throws(CSVError) -> Double {
        if let number = scanner.withBytes(at: index, DecimalNumber.parse), number.isFinite { return number }
        throw faultOfNumber(at: index)
    }

    /// The bytes of a cell, quotes undone.
    @inline(__always)
    func withBytes<Result>(at index: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        scanner.withBytes(at: index, body)
    }

    /// Whether a cell has nothing but spaces and tabs, which it may have in quotes.
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
