/// Lines above the table of a CSV file: `sep=;`, with which Excel declares the delimiter, or titles.
///
/// Up to three lines are titles if each has text in its first cell alone, and all lines after them, two or more, have
/// equally many cells, three or more. A title may end with the delimiters of empty cells, as in Excel's exports; the
/// line after the titles is then a header, which has text in every cell, above a line with a number.
struct CSVPreamble {
    /// The number of bytes to skip.
    private(set) var byteCount = 0
    /// The number of lines to skip.
    private(set) var lineCount = 0
    /// The delimiter of the table; nil to find it in its first line.
    private(set) var delimiter: UInt8?
    /// The titles.
    private(set) var titles: [String] = []

    private static let greatestTitleCount = 3
    private static let examinedLineCount = 100
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Looks for `sep=;` at the start of a file.
    init(declarationIn text: ArraySlice<UInt8>) {
        let line = text.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
        let cell = line.filter { $0 != UInt8(ascii: "\"") }
        guard cell.count == 5, cell.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }),
            let delimiter = cell.last, delimiter.isPunctuation
        else { return }
        self.delimiter = delimiter
        skip(line, in: text)
    }

    /// Looks for titles at the start of a file.
    ///
    /// - Parameters:
    ///   - text: the start of the file.
    ///   - expectedNames: names of columns; a line that begins with one of them is a header.
    init(titlesIn text: ArraySlice<UInt8>, expectedNames: [String]) {
        let lines = text.split(maxSplits: Self.examinedLineCount) { $0 == Self.lineFeed || $0 == Self.carriageReturn }
            // The last line may be cut off.
            .dropLast(1).filter { !$0.allSatisfy(DecimalNumber.isBlank) }
        for count in 1...Self.greatestTitleCount where lines.count >= count + 2 {
            let delimiter = CSVDelimiter.find(in: lines[count])
            guard delimiter != CSVDelimiter.space else { continue }
            let rows = lines.map { Self.cells(of: $0, delimiter: delimiter) }
            let width = rows[count].count
            let above = rows[..<count]
            let isPadded = above.contains { $0.count > 1 }
            guard width >= 3, rows[count...].allSatisfy({ $0.count == width }),
                above.allSatisfy({ ($0.count == 1 || $0.count == width) && $0.dropFirst().allSatisfy(\.isEmpty) }),
                above.allSatisfy({ !$0[0].isEmpty && !Self.isNumber($0[0]) && !expectedNames.contains($0[0]) }),
                !isPadded
                    || rows[count].allSatisfy({ !$0.isEmpty && !Self.isNumber($0) })
                        && rows[count + 1].contains(where: Self.isNumber)
            else { continue }
            self.delimiter = delimiter
            titles = above.map { CSVError.Cell.shortened($0[0]) }
            skip(lines[count - 1], in: text)
            return
        }
    }

    /// Skips everything up to the end of a line.
    private mutating func skip(_ line: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) {
        var end = line.endIndex
        if end < text.endIndex, text[end] == Self.carriageReturn { end += 1 }
        if end < text.endIndex, text[end] == Self.lineFeed { end += 1 }
        let skipped = text[..<end]
        byteCount = skipped.count
        lineCount = zip(skipped, [0] + skipped).count { byte, last in
            byte == Self.carriageReturn || byte == Self.lineFeed && last != Self.carriageReturn
        }
    }

    /// Returns the texts of the cells of a line, without quotes around them.
    private static func cells(of line: ArraySlice<UInt8>, delimiter: UInt8) -> [String] {
        var isQuoted = false
        let cells = line.split(omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == delimiter && !isQuoted
        }
        return cells.map { cell in
            let isBlankOrQuote = { DecimalNumber.isBlank($0) || $0 == UInt8(ascii: "\"") }
            let end = cell.lastIndex { !isBlankOrQuote($0) } ?? cell.startIndex - 1
            return String(decoding: cell[...end].drop(while: isBlankOrQuote), as: UTF8.self)
        }
    }

    private static func isNumber(_ cell: String) -> Bool {
        Array(cell.utf8).withUnsafeBufferPointer { DecimalNumber.parse($0[...], hasDecimalCommas: true) != nil }
    }
}

extension UInt8 {
    /// True for a tab, a space, and ASCII characters that are neither letters nor digits.
    fileprivate var isPunctuation: Bool {
        self == 9
            || (0x20..<0x7F).contains(self) && !Character(Unicode.Scalar(self)).isLetter
                && !Character(Unicode.Scalar(self)).isNumber
    }
}
