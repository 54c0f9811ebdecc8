/// Finds the delimiter and the decimal mark of a CSV file.
enum CSVDelimiter {
    static let space = UInt8(ascii: " ")
    static let comma = UInt8(ascii: ",")
    private static let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), comma]

    /// Returns the most frequent delimiter of the first line outside of quotes.
    ///
    /// Commas between two digits do not count beside another delimiter. A line without delimiters is separated by
    /// spaces, if it has any.
    static func find(in text: ArraySlice<UInt8>) -> UInt8 {
        var counts = candidates.map { _ in 0 }
        var (decimalCommaCount, spaceCount) = (0, 0)
        var isQuoted = false
        // True if a quote would open a field here.
        var isFieldStart = true
        var hasText = false
        var previous: UInt8 = 0
        for (index, byte) in zip(text.indices, text) {
            defer { previous = byte }
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
                if byte == comma && isDigit(previous) && index + 1 < text.endIndex && isDigit(text[index + 1]) {
                    decimalCommaCount += 1
                }
                isFieldStart = true
                hasText = true
            } else if byte != space {
                isFieldStart = false
                hasText = true
            } else if hasText {
                spaceCount += 1
                isFieldStart = true
            }
        }
        if counts.dropLast().contains(where: { $0 > 0 }), decimalCommaCount == counts[counts.count - 1] {
            counts[counts.count - 1] = 0
        }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
            return spaceCount > 0 ? space : comma
        }
        return candidates[index]
    }

    /// Returns true if commas are decimal points: if another delimiter is in use and a cell such as `1,5` is found.
    ///
    /// `1,234` may have a mark of thousands, and decides only beside semicolons, which are used with decimal commas.
    static func hasDecimalCommas(_ rows: [CSVStart.Row], delimiter: UInt8) -> Bool {
        guard delimiter != comma else { return false }
        if delimiter == UInt8(ascii: ";") { return true }
        return rows.contains { row in
            zip(row.texts, row.kinds).contains { text, kind in
                let parts = text.split(separator: ",", omittingEmptySubsequences: false)
                return kind == .number && parts.count == 2 && (parts[1].count != 3 || parts[0].count > 4)
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
