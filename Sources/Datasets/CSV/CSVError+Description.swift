extension CSVError: CustomStringConvertible {
    /// One line: the file, the place, what was found, and what would be accepted.
    public var description: String {
        let file = "'\(Self.onOneLine(fileName))'"
        return switch problem {
        case .unreadable(let reason):
            "cannot read \(file): \(reason)"
        case .binary(let line):
            "\(file), line \(line): a zero byte is no text; a CSV file in UTF-8 is accepted"
        case .notUTF8(let line):
            "\(file), line \(line): the text is not UTF-8; a CSV file in UTF-8 is accepted"
        case .lineTooLong(let line):
            "\(file), line \(line): the row is longer than 1 MiB; perhaps a quote is not closed"
        case .unterminatedQuote(let line, let column):
            "\(file), line \(line), column \(column): the quote that begins here is not closed"
        case .noRows(0):
            "\(file) has no rows of data; two or more are needed"
        case .noRows(let skippedRowCount):
            "\(file) has no good row of data; \(skippedRowCount) \(skippedRowCount == 1 ? "was" : "were") skipped"
        case .tooFewColumns(let count):
            """
            \(file) has \(count) \(count == 1 ? "column" : "columns"); two features and a label need three, parted by \
            commas, semicolons or tabs
            """
        case .noTwoNumericColumns:
            "\(file) has no two numeric columns left for the features; numbers are written with a point, such as 1.5"
        case .noLabelColumn:
            "\(file) has no column left for the label; three columns or more are needed, with names in the header"
        case .missingColumn(let name, let existing):
            Self.describe(file, lacks: name, existing: existing)
        case .noHeader(let name, let columnCount):
            "\(file) has no header and no column \(Self.quoted(name)); numbers from 1 to \(columnCount) are accepted"
        case .ambiguousColumn(let name):
            "\(file) has more than one column \(Self.quoted(name)); another name for one of them is needed"
        case .columnUsedTwice(let column):
            "\(file): \(Self.describe(column)) is called twice; x, y and label need a column each"
        case .oneClass(let name, let column):
            "\(file), \(Self.describe(column)): every label is \(Self.quoted(name)); 2 to 100 classes are accepted"
        case .tooManyClasses(let cell):
            "\(file), \(Self.place(cell)): \(Self.quoted(cell.text)) is the 101st class; 2 to 100 are accepted"
        case .raggedRow(let line, let cellCount, let columnCount):
            """
            \(file), line \(line): \(cellCount) \(cellCount == 1 ? "cell" : "cells") where the first row has \
            \(columnCount)
            """
        case .textAfterQuote(let cell):
            "\(file), \(Self.place(cell)): there is text after the closing quote of \(Self.quoted(cell.text))"
        case .emptyCell(let cell):
            "\(file), \(Self.place(cell)): the cell is empty"
        case .notANumber(let cell):
            "\(file), \(Self.place(cell)): \(Self.quoted(cell.text)) is no number; one such as 1.5 or -2e-3 is accepted"
        case .infinite(let cell):
            "\(file), \(Self.place(cell)): \(Self.quoted(cell.text)) is infinite; numbers up to 1.79e308 are accepted"
        }
    }

    private static let listedNameCount = 20
    /// Far more columns than anybody has typed the names of.
    private static let comparedNameCount = 1000

    private static func describe(_ file: String, lacks name: String, existing: [String]) -> String {
        let names = existing.prefix(comparedNameCount).map(Cell.shortened)
        var text = "\(file) has no column \(quoted(name))"
        // Where half of the letters differ, another one was meant.
        let short = Cell.shortened(name)
        if let nearest = short.nearest(of: names), short.editDistance(to: nearest) * 2 <= short.count {
            text += "; did you mean \(quoted(nearest))?"
        }
        let listed = names.prefix(listedNameCount).map(quoted)
        guard !listed.isEmpty else { return text + "; its header has no names" }
        let more = existing.count - listed.count
        return text + (text.hasSuffix("?") ? " Its" : "; its") + " columns are " + listed.joined(separator: ", ")
            + (more > 0 ? " and \(more) more" : "")
    }

    private static func place(_ cell: Cell) -> String {
        "line \(cell.line), \(describe(cell.column))"
    }

    private static func describe(_ column: CSVColumn) -> String {
        guard let name = column.name else { return "column \(column.number)" }
        return "column \(column.number) (\(onOneLine(Cell.shortened(name))))"
    }

    private static func quoted(_ text: String) -> String {
        "'\(onOneLine(Cell.shortened(text)))'"
    }

    /// `text` with escapes for characters that would break the line or command the terminal.
    private static func onOneLine(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: line += scalar.escaped(asASCII: true)
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}
