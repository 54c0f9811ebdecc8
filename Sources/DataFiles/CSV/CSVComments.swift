/// Comment lines at the start of a CSV file: lines that begin with `#`.
///
/// The last of them is the header if it has as many cells as the line after it, and that line has a number: `# x,y,label`
/// above `1,2,a`, or a column that is called `#`.
struct CSVComments {
    /// The number of bytes to skip.
    private(set) var byteCount = 0
    /// The number of lines to skip.
    private(set) var lineCount = 0
    /// True if the line after the skipped ones is a header that begins with `#`.
    private(set) var isHeader = false
    /// The number of bytes of that header with its line end.
    private(set) var headerByteCount = 0

    private static let mark = UInt8(ascii: "#")

    init(in text: ArraySlice<UInt8>) {
        var lines: [ArraySlice<UInt8>] = []
        var rest = text
        while rest.first(where: { !DecimalNumber.isBlank($0) }) == Self.mark {
            let line = Self.firstLine(of: rest)
            lines.append(line)
            rest = rest[line.endIndex...]
        }
        guard let last = lines.last, !rest.isEmpty else { return }
        let next = Self.firstLine(of: rest)
        let delimiter = CSVDelimiter.find(in: next)
        let cells = next.split(separator: delimiter, omittingEmptySubsequences: false)
        isHeader =
            delimiter != CSVDelimiter.space && cells.count > 1 && last.count { $0 == delimiter } == cells.count - 1
            && cells.contains { cell in
                let bytes = Array(cell.filter { !$0.isLineBreak })
                return bytes.withUnsafeBufferPointer { DecimalNumber.parse($0[...], hasDecimalCommas: true) != nil }
            }
        let skipped = isHeader ? lines.dropLast() : lines[...]
        headerByteCount = isHeader ? last.count : 0
        byteCount = skipped.reduce(0) { $0 + $1.count }
        lineCount = skipped.count
    }

    /// Returns the name of the first column without `#`, unless that is the whole name.
    static func withoutMark(_ name: String) -> String {
        let rest = name.drop { $0 == "#" || $0 == " " }
        return rest.isEmpty ? name : String(rest)
    }

    /// Returns the first line with its end.
    private static func firstLine(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let index = text.firstIndex(where: \.isLineBreak) else { return text }
        let hasBoth = text[index] == 13 && index + 1 < text.endIndex && text[index + 1] == 10
        return text[...(hasBoth ? index + 1 : index)]
    }
}

extension UInt8 {
    /// True for a line feed and a carriage return.
    fileprivate var isLineBreak: Bool { self == 10 || self == 13 }
}
