/// The delimiter and the header of a CSV file, found in its first rows.
///
/// `CSVReader` lists the rules.
struct CSVStart {
    let columns: [CSVColumn]
    let hasHeader: Bool
    /// True if the first row might be names as well as data.
    let isDoubtful: Bool
    /// True if a comma is a decimal point.
    let hasDecimalCommas: Bool
    /// The titles above the table.
    let titles: [String]
    /// The first row with more cells than the first one, if that has fewer than three; nil if there is none.
    let wideRow: (line: Int, cellCount: Int)?

    /// The number of rows examined after the first.
    private static let greatestRowCount = 100
    /// The number of bytes in which an examined row must begin.
    private static let greatestOffset = 1 << 16

    /// Examines the first rows, and sets the delimiter of `scanner`, which must be rewound afterwards.
    init(
        of scanner: inout CSVScanner, expectedNames: [String], options: CSVOptions, missing: MissingWords
    ) throws(CSVError) {
        let declaration = CSVPreamble(declarationIn: try scanner.prefix(Self.greatestOffset))
        scanner.skipStart(byteCount: declaration.byteCount, lineCount: declaration.lineCount)
        let comments = CSVComments(in: try scanner.prefix(Self.greatestOffset))
        scanner.skipStart(byteCount: comments.byteCount, lineCount: comments.lineCount)
        var head = try scanner.prefix(Self.greatestOffset)
        var delimiter = declaration.delimiter
        if delimiter == nil && !comments.isHeader {
            let preamble = CSVPreamble(titlesIn: head, expectedNames: expectedNames)
            scanner.skipStart(byteCount: preamble.byteCount, lineCount: preamble.lineCount)
            (titles, delimiter) = (preamble.titles, preamble.delimiter)
            head = head.dropFirst(preamble.byteCount)
        } else {
            titles = []
        }
        scanner.delimiter =
            delimiter ?? CSVDelimiter.find(in: head.dropFirst(comments.isHeader ? comments.headerByteCount : 0))
        guard try scanner.next() else {
            throw CSVError(fileName: scanner.source.name, problem: .noRows(skippedRowCount: 0))
        }
        var first = Row(scanner, missing: missing)
        if comments.isHeader { first.texts[0] = CSVComments.withoutMark(first.texts[0]) }
        var rows: [Row] = []
        while rows.count < Self.greatestRowCount, rows.isEmpty || scanner.position < Self.greatestOffset,
            try scanner.next()
        {
            rows.append(Row(scanner, missing: missing))
        }

        let isNarrow = first.kinds.count < 3
        wideRow = rows.first { isNarrow && $0.kinds.count > first.kinds.count }.map { ($0.line, $0.kinds.count) }

        let isShort =
            options.hasHeader != false && !rows.isEmpty && !first.kinds.contains(.number)
            && rows.allSatisfy { $0.kinds.count == first.kinds.count + 1 }
        // Rows that end with a delimiter have an empty last cell, and not the name of the row as the first.
        let endsEmpty = rows.allSatisfy { $0.texts.last == "" }
        if isShort { first.insertEmptyCell(at: endsEmpty ? first.texts.count : 0) }
        let evidence = HeaderEvidence(first, rows)
        let names = first.texts
        let isHeaderAlone =
            rows.isEmpty && options.hasHeader != false && (options.hasHeader == true || !first.kinds.contains(.number))
        if isHeaderAlone && !options.allowsNoRows {
            throw CSVError(fileName: scanner.source.name, problem: .noRows(skippedRowCount: 0))
        }
        let isExpected = expectedNames.contains { Double($0) == nil && names.contains($0) }
        hasHeader =
            options.hasHeader ?? (isShort || isHeaderAlone || comments.isHeader || isExpected || evidence.isHeader)
        isDoubtful = options.hasHeader == nil && !isShort && !comments.isHeader && !isExpected && evidence.isDoubtful
        columns = names.enumerated().map { [hasHeader] index, name in
            CSVColumn(number: index + 1, name: hasHeader && !name.isEmpty ? name : nil)
        }
        hasDecimalCommas = CSVDelimiter.hasDecimalCommas(rows.isEmpty ? [first] : rows, delimiter: scanner.delimiter)
    }

    /// The cells of an examined row.
    struct Row {
        enum Kind {
            case missing, number, truth
            /// Text that begins with a digit, such as a date.
            case textWithDigit
            case text
        }

        let line: Int
        var texts: [String] = []
        var kinds: [Kind] = []
        var areQuoted: [Bool] = []

        init(_ scanner: borrowing CSVScanner, missing: MissingWords) {
            line = scanner.line
            for index in scanner.fields.indices {
                texts.append(scanner.text(at: index))
                areQuoted.append(scanner.fields[index].isQuoted)
                kinds.append(scanner.withBytes(at: index) { Self.kind(of: $0, missing: missing) })
            }
        }

        mutating func insertEmptyCell(at index: Int) {
            texts.insert("", at: index)
            kinds.insert(.missing, at: index)
            areQuoted.insert(false, at: index)
        }

        private static func kind(of cell: Slice<UnsafeBufferPointer<UInt8>>, missing: MissingWords) -> Kind {
            if let number = DecimalNumber.parse(cell, hasDecimalCommas: true), number.isFinite { return .number }
            if missing.contains(cell) { return .missing }
            if cell.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true {
                return .textWithDigit
            }
            return TruthWord.contains(String(decoding: cell, as: UTF8.self)) ? .truth : .text
        }
    }
}

/// Words for true and false.
enum TruthWord {
    static func contains(_ text: String) -> Bool {
        text.utf8.count <= 5 && ["true", "false", "yes", "no", "t", "f", "y", "n"].contains(text.lowercased())
    }
}

/// Evidence that the first row of a file has names.
private struct HeaderEvidence {
    let isHeader: Bool
    let isDoubtful: Bool

    /// The first row is a header if one of its cells could not stand in another row of its column: text above numbers,
    /// text without a digit in front above text with one, another word above true and false, or a number in quotes above
    /// numbers without. It is one, too, if its numbers are years, or three or more whole numbers, in equal steps and no other
    /// row has such numbers, or if its first cell is empty above the names of rows.
    init(_ first: CSVStart.Row, _ rows: [CSVStart.Row]) {
        var strange = 0
        // Cells that could be data as well: text that no other row has, and numbers.
        var (unique, repeated, numbers) = (0, 0, 0)
        for (column, kind) in first.kinds.enumerated() where kind != .missing {
            if kind == .number {
                let others = rows.filter { $0.kinds.indices.contains(column) && $0.kinds[column] == .number }
                if first.areQuoted[column] && !others.isEmpty && !others.contains(where: { $0.areQuoted[column] }) {
                    strange += 1
                } else {
                    numbers += 1
                }
                continue
            }
            let others = rows.compactMap { $0.kinds.indices.contains(column) ? $0.kinds[column] : nil }
                .filter { $0 != .missing }
            let numberCount = others.count { $0 == .number }
            let digitCount = others.count { $0 == .textWithDigit } + numberCount
            if numberCount > 0 && numberCount * 2 >= others.count {
                strange += 1
            } else if kind == .text && others.count >= 2 && digitCount == others.count {
                strange += 1
            } else if kind == .text && others.count >= 2 && others.allSatisfy({ $0 == .truth }) {
                strange += 1
            } else if rows.contains(where: {
                $0.texts.indices.contains(column) && $0.texts[column] == first.texts[column]
            }) {
                repeated += 1
            } else {
                unique += 1
            }
        }
        let hasSequence = unique + strange > 0 && repeated == 0 && Self.hasSequence(first, rows)
        isHeader = strange > 0 || hasSequence || Self.hasEmptyCorner(first, rows)
        isDoubtful =
            isHeader ? numbers > 0 : rows.count >= 3 && unique > 0 && repeated == 0
    }

    /// Returns true if all numbers of the first row, two years or any three, are whole and ascend in equal steps, and no
    /// other row has such numbers.
    private static func hasSequence(_ first: CSVStart.Row, _ rows: [CSVStart.Row]) -> Bool {
        let columns = first.kinds.indices.filter { first.kinds[$0] == .number }
        func isSequence(_ row: CSVStart.Row) -> Bool {
            let numbers = columns.compactMap { row.texts.indices.contains($0) ? Int(row.texts[$0]) : nil }
            guard numbers.count == columns.count, numbers.count >= 2 else { return false }
            let areYears = numbers.allSatisfy((1000...2999).contains)
            let steps = zip(numbers.dropFirst(), numbers).map { $0.subtractingReportingOverflow($1).partialValue }
            return (areYears || numbers.count >= 3) && steps[0] > 0 && Set(steps).count == 1
        }
        return isSequence(first) && !rows.contains(where: isSequence)
    }

    /// Returns true if the first cell alone is empty, and the cells below are all different.
    private static func hasEmptyCorner(_ first: CSVStart.Row, _ rows: [CSVStart.Row]) -> Bool {
        guard rows.count >= 2, first.texts.first == "", !first.texts.dropFirst().contains("") else { return false }
        let below = rows.compactMap(\.texts.first)
        return !below.contains("") && Set(below).count == rows.count
    }

    private static func year(_ text: String) -> Int? {
        Int(text).flatMap { (1000...2999).contains($0) ? $0 : nil }
    }
}
