/// The delimiter, the header and the numeric columns of a CSV file, found in its first rows.
///
/// `CSVReader` lists the rules.
struct CSVStart {
    let columns: [CSVColumn]
    let hasHeader: Bool
    let numericColumns: [Bool]

    /// The number of rows examined after the first.
    private static let greatestRowCount = 100
    /// The number of bytes in which an examined row must begin.
    private static let greatestOffset = 1 << 16

    /// Examines the first rows, and sets the delimiter of `scanner`, which must be rewound afterwards.
    init(of scanner: inout CSVScanner, expectedNames: [String]) throws(CSVError) {
        scanner.delimiter = Self.delimiter(in: try scanner.prefix(Self.greatestOffset))
        guard try scanner.next() else {
            throw CSVError(fileName: scanner.source.name, problem: .noRows(skippedRowCount: 0))
        }
        var names: [String] = []
        var firstRowNumbers: [Bool] = []
        for index in scanner.fields.indices {
            names.append(scanner.text(at: index))
            firstRowNumbers.append(Self.isNumber(in: scanner, at: index))
        }

        // The numbers of numeric cells and of text cells in each column.
        var numberCounts = names.map { _ in 0 }
        var textCounts = numberCounts
        var rowCount = 0
        while rowCount < Self.greatestRowCount, rowCount == 0 || scanner.position < Self.greatestOffset,
            try scanner.next()
        {
            rowCount += 1
            for index in names.indices.prefix(scanner.fields.count) {
                if Self.isNumber(in: scanner, at: index) {
                    numberCounts[index] += 1
                } else if scanner.withBytes(at: index, { !$0.isEmpty }) {
                    textCounts[index] += 1
                }
            }
        }

        let isHeader: Bool
        if rowCount == 0 {
            isHeader = !firstRowNumbers.contains(true)
            guard !isHeader else { throw CSVError(fileName: scanner.source.name, problem: .noRows(skippedRowCount: 0)) }
            for index in names.indices where firstRowNumbers[index] { numberCounts[index] = 1 }
        } else {
            isHeader =
                names.indices.contains {
                    !firstRowNumbers[$0] && !names[$0].isEmpty && numberCounts[$0] > 0
                        && numberCounts[$0] >= textCounts[$0]
                } || expectedNames.contains { Double($0) == nil && names.contains($0) }
        }
        hasHeader = isHeader
        numericColumns = zip(numberCounts, textCounts).map { $0 > 0 && $0 >= $1 }
        columns = names.enumerated().map { index, name in
            CSVColumn(number: index + 1, name: isHeader && !name.isEmpty ? name : nil)
        }
    }

    /// Returns the most frequent delimiter of the first line outside of quotes.
    private static func delimiter(in text: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
        var counts = [0, 0, 0]
        var isQuoted = false
        // True if a quote would open a field here.
        var isFieldStart = true
        var hasText = false
        for byte in text {
            if byte == UInt8(ascii: "\"") && (isQuoted || isFieldStart) {
                // The second of two quotes reopens the field.
                isQuoted.toggle()
                isFieldStart = true
                hasText = true
            } else if isQuoted {
                continue
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                // Empty lines before the first row are ignored.
                if hasText { break }
            } else if let candidate = candidates.firstIndex(of: byte) {
                counts[candidate] += 1
                isFieldStart = true
                hasText = true
            } else if byte != UInt8(ascii: " ") {
                isFieldStart = false
                hasText = true
            }
        }
        // A file with a single column has no delimiter.
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
            return UInt8(ascii: ",")
        }
        return candidates[index]
    }

    private static func isNumber(in scanner: borrowing CSVScanner, at index: Int) -> Bool {
        scanner.withBytes(at: index) { DecimalNumber.parse($0)?.isFinite ?? false }
    }
}
