/// Reads the rows of a CSV file one by one, in constant memory.
///
/// - **Compression**: a gzip file is inflated.
/// - **Encoding**: UTF-8, with or without a byte order mark. If a row is not UTF-8, all text is Latin-1.
/// - **Comments**: lines that begin with `#` are skipped before the first row. The last of them is the header if it has
///   as many cells as the row after it, and that row has a number.
/// - **Titles**: up to three lines with text in the first cell alone are skipped above a table of three columns or more.
/// - **Delimiter**: the one of a first line `sep=;`, as Excel writes it; else the comma, semicolon, tab or bar (`|`), whichever is most frequent outside of quotes in the first
///   line. A tie is resolved in favour of the tab, then the semicolon, then the bar. A first line with none of them is
///   separated by spaces.
/// - **Rows** end with a line feed, a carriage return, or both in this order. Empty lines are ignored.
/// - **Fields** may be quoted as in RFC 4180. Spaces around a field are ignored.
/// - **Numbers** may have decimal commas if the delimiter is the semicolon, or if it is no comma and the first rows have
///   a number such as `1,5`; `1,234` alone may mean thousands.
/// - **Header**: the first row is a header if a cell could not stand in another row of its column: text above numbers,
///   above dates and other text that begins with a digit, or above true and false. It is one, too, if it has an expected
///   name, if it is the only row and has no number, if its numbers are years, or three whole numbers or more, in equal
///   steps and no other row has such numbers, if its first cell is empty above the names of rows, or if it is one cell
///   shorter than every other row, as R writes it; the first column then has no name. Up to 100 rows after the
///   first are examined, if they begin in the first 64 KiB.
///
///     var reader = try CSVReader(path: "measurements.csv")
///     let width = try reader.column(named: "width")
///     while try reader.next() {
///         if let number = try reader.number(in: width) { total += number }
///     }
public struct CSVReader: ~Copyable {
    /// The columns in the order of the file.
    public let columns: [CSVColumn]
    /// True if the first row has the names of the columns.
    public let hasHeader: Bool

    /// True if the first row might be names as well as data.
    package let isHeaderDoubtful: Bool
    /// The titles above the table, which are skipped.
    public let titles: [String]

    private var scanner: CSVScanner
    private let missing: MissingWords
    private let hasDecimalCommas: Bool
    private let wideRow: (line: Int, cellCount: Int)?

    /// Opens a file and reads its first rows.
    ///
    /// - Parameters:
    ///   - path: the path of the file, which is also its name in errors.
    ///   - expectedNames: names of columns; a first row that has one of them is a header.
    ///   - options: the rules for headers and missing values.
    /// - Throws: `CSVError` if the file cannot be read, is not CSV text, or has no row of data.
    public init(
        path: String, expectedNames: [String] = [], options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        try self.init(ByteSource(path: path), expectedNames: expectedNames, options: options)
    }

    /// Reads the first rows of an open file or pipe, and leaves it open.
    ///
    /// - Parameters:
    ///   - fileDescriptor: the descriptor to read from, 0 for standard input.
    ///   - name: the name of the file in errors.
    ///   - expectedNames: names of columns; a first row that has one of them is a header.
    ///   - options: the rules for headers and missing values.
    /// - Throws: `CSVError` if the file cannot be read, is not CSV text, or has no row of data.
    public init(
        fileDescriptor: CInt, name: String, expectedNames: [String] = [], options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        try self.init(
            ByteSource(fileDescriptor: fileDescriptor, name: name), expectedNames: expectedNames, options: options)
    }

    /// Reads text from a function.
    ///
    /// - Parameter readInto: writes the next bytes to the buffer and returns their number: 0 at the end, less than 0 if
    ///   `errno` is set.
    package init(
        name: String, options: CSVOptions, readInto: @escaping (UnsafeMutableRawBufferPointer) -> Int
    ) throws(CSVError) {
        try self.init(ByteSource(name: name, readInto: readInto), options: options)
    }

    /// Reads text in memory.
    package init(_ bytes: [UInt8], name: String, options: CSVOptions) throws(CSVError) {
        var position = 0
        try self.init(name: name, options: options) { buffer in
            let piece = bytes[position...].prefix(buffer.count)
            buffer.copyBytes(from: piece)
            position += piece.count
            return piece.count
        }
    }

    init(
        _ source: consuming ByteSource, expectedNames: [String] = [], options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        var scanner = try CSVScanner(source)
        let missing = MissingWords(options.missingWords)
        let start = try CSVStart(of: &scanner, expectedNames: expectedNames, options: options, missing: missing)
        scanner.rewindOnce()
        if start.hasHeader { _ = try scanner.next() }
        columns = start.columns
        hasHeader = start.hasHeader
        isHeaderDoubtful = start.isDoubtful
        hasDecimalCommas = start.hasDecimalCommas
        titles = start.titles
        wideRow = start.wideRow
        self.missing = missing
        self.scanner = scanner
    }

    /// Returns the source at its first byte, to be read again.
    consuming func rewound() throws(CSVError) -> ByteSource {
        var source = scanner.intoSource()
        try source.rewind()
        return source
    }

    /// The name of the file in errors.
    public var fileName: String { scanner.source.name }

    /// The SHA-256 of the bytes read so far; nil unless the source hashes them.
    var sha256: String? { scanner.source.sha256 }

    /// True from the first row on that is not UTF-8; all text is then Latin-1.
    public var isLatin1: Bool { scanner.isLatin1 }

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

    /// Checks that the first row has as many cells as the table; a title that cannot be told from a row has fewer.
    ///
    /// - Throws: `CSVError.Problem.raggedRow`
    func checkFirstRow() throws(CSVError) {
        // A short header has got a name for every cell.
        guard let wideRow, wideRow.cellCount > columns.count else { return }
        throw error(
            .raggedRow(
                line: wideRow.line, cellCount: wideRow.cellCount, columnCount: columns.count,
                firstRow: CSVError.Cell.shortened(columns.map { $0.name ?? "" }.joined(separator: ", "))))
    }

    /// Returns the column with a name.
    ///
    /// A number, or a title such as `column 3`, names a column by its place, if no column is called so.
    ///
    /// - Throws: `CSVError` if no column or more than one has the name.
    public func column(named name: String) throws(CSVError) -> CSVColumn {
        let found = columns.filter { $0.name == name }
        if let first = found.first {
            guard found.count == 1 else { throw error(.ambiguousColumn(name, numbers: found.map(\.number))) }
            return first
        }
        if let column = columns.first(where: { "\($0.number)" == name || "column \($0.number)" == name }) {
            return column
        }
        throw error(
            hasHeader
                ? .missingColumn(name, existing: columns.compactMap(\.name))
                : .noHeader(name, columnCount: columns.count))
    }

    /// Returns the text by which `column(named:)` finds a column: its name, or its number if other columns have the name
    /// or it has none.
    ///
    /// - Parameter isListed: true for a list with commas, in which a name with a comma is replaced by the number.
    func reference(to column: CSVColumn, isListed: Bool = false) -> String {
        if let name = column.name, columns.count(where: { $0.name == name }) == 1, !isListed || !name.contains(",") {
            return name
        }
        let number = "\(column.number)"
        return columns.contains { $0.name == number } ? "column \(number)" : number
    }

    /// Returns the finite number in a column of the current row; nil if the value is missing.
    ///
    /// - Precondition: the last call of `next` returned true; the column is one of `columns`.
    /// - Throws: `CSVError` if the cell is not a decimal number, or infinite; the rows after it can still be read.
    public func number(in column: CSVColumn) throws(CSVError) -> Double? {
        try number(at: column.number - 1)
    }

    func text(at index: Int) -> String { scanner.text(at: index) }

    /// Returns the text in a column of the current row, which may be empty.
    ///
    /// - Precondition: the last call of `next` returned true; the column is one of `columns`.
    public func text(in column: CSVColumn) -> String {
        scanner.text(at: column.number - 1)
    }

    @inline(__always)
    func number(at index: Int) throws(CSVError) -> Double? {
        let cell = withBytes(at: index) { DecimalNumber.parse($0, hasDecimalCommas: hasDecimalCommas) }
        if let cell, cell.isFinite { return missing.hasNumbers && missing.contains(cell) ? nil : cell }
        if isMissing(at: index) { return nil }
        throw faultOfNumber(at: index)
    }

    /// Calls `body` with the unquoted bytes of a cell.
    @inline(__always)
    func withBytes<Result>(at index: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        scanner.withBytes(at: index, body)
    }

    /// Returns true if a cell is blank or has a word for a missing value.
    func isMissing(at index: Int) -> Bool {
        withBytes(at: index) { cell in
            missing.contains(cell)
                || missing.hasNumbers && DecimalNumber.parse(cell).map(missing.contains) == true
        }
    }

    /// Returns true if a cell has a minus sign alone.
    func isMinus(at index: Int) -> Bool {
        withBytes(at: index) { $0.trimmingBlanks.elementsEqual(CollectionOfOne(UInt8(ascii: "-"))) }
    }

    /// Returns the error of a missing value in a column of the current row.
    public func missingValue(in column: CSVColumn) -> CSVError {
        error(.missingValue(cell(at: column.number - 1)))
    }

    func cell(at index: Int) -> CSVError.Cell {
        CSVError.Cell(line: scanner.line(ofField: index), column: columns[index], text: scanner.text(at: index))
    }

    func error(_ problem: CSVError.Problem) -> CSVError {
        CSVError(fileName: fileName, problem: problem)
    }

    private func faultOfNumber(at index: Int) -> CSVError {
        let cell = cell(at: index)
        return error(isInfinite(at: index) ? .infinite(cell) : .notANumber(cell))
    }

    /// Returns true if a cell has a number beyond the largest finite one, or a word for infinity.
    func isInfinite(at index: Int) -> Bool {
        if withBytes(at: index, { DecimalNumber.parse($0)?.isInfinite ?? false }) { return true }
        let word = scanner.text(at: index).lowercased().drop { $0 == "-" || $0 == "+" }
        return word == "inf" || word == "infinity"
    }
}
