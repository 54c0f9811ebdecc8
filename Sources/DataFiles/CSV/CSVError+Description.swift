extension CSVError: CustomStringConvertible {
    /// One line with the file, the place, the problem and its remedy.
    public var description: String {
        let file = "'\(Self.onOneLine(fileName))'"
        return switch problem {
        case .unreadable(let reason):
            "cannot read \(file): \(reason)"
        case .binary(let line):
            "\(file), line \(line): a zero byte is not text; save the file as CSV in UTF-8"
        case .damagedGzip:
            "\(file): the gzip data are damaged or incomplete; compress the file again"
        case .tooLarge:
            "\(file) has more rows of data than fit into memory here; use fewer rows"
        case .lineTooLong(let line):
            "\(file), line \(line): the row is longer than 1 MiB; check for a missing closing quote"
        case .unterminatedQuote(let line, let column):
            "\(file), line \(line), column \(column): the quote that begins here is not closed; add the closing quote"
        case .noRows(0, 0):
            "\(file) has no rows of data; add some"
        case .noRows(_, let missingRowCount) where missingRowCount > 0:
            "\(file): every row lacks a value in a chosen column; choose others"
        case .noRows(let skippedRowCount, _):
            """
            \(file) has no valid rows of data; correct the \
            \(skippedRowCount == 1 ? "row that was" : "\(skippedRowCount) rows that were") skipped
            """
        case .tooFewColumns(let count):
            """
            \(file) has \(count) \(count == 1 ? "column" : "columns"); provide two features and a label, separated by \
            commas, semicolons, tabs or bars
            """
        case .noTwoNumericColumns(let usable, let badCell, let emptyColumn):
            "\(file) has \(Self.describe(usable: usable)) for the features" + Self.describe(badCell: badCell)
                + (emptyColumn.map { "; \(Self.describe($0)) has no value at all" } ?? "")
        case .noLabelColumn:
            "\(file) has no column that looks like a label, with 2 to 10 different values; name the column of the classes"
        case .oneRow:
            "\(file) has only one row of data; add rows, of two classes or more"
        case .missingColumn(let name, let existing):
            Self.describe(file, lacks: name, existing: existing)
        case .noHeader(let name, let columnCount):
            "\(file) has no header and no column \(Self.quoted(name)); use a number from 1 to \(columnCount)"
        case .ambiguousColumn(let name, let numbers):
            """
            \(file): the columns \(numbers.map(String.init).joined(separator: " and ")) are all called \(Self.quoted(name)); \
            name the one meant by its number, such as \(numbers[0])
            """
        case .columnUsedTwice(let column):
            "\(file): \(Self.describe(column)) is used twice; choose different columns for the features and the label"
        case .measurementAsLabel(let column, let valueCount):
            """
            \(file), \(Self.describe(column)): \(valueCount > 100 ? "more than 100" : "\(valueCount)") different numbers as \
            labels look like a measurement; choose a label with 2 to 30 classes
            """
        case .oneClass(let name, let column):
            "\(file), \(Self.describe(column)): every label is \(Self.quoted(name)); use a column with 2 to 100 classes"
        case .tooManyClasses(let cell):
            "\(file), \(Self.place(cell)): \(Self.quoted(cell.text)) is class 101; use a column with 2 to 100 classes"
        case .raggedRow(let line, let cellCount, let columnCount, let firstRow?):
            """
            \(file), line \(line): the row has \(cellCount) cells, but the first row, \(Self.quoted(firstRow)), has \
            \(columnCount); remove lines above the table, or begin them with #
            """
        case .raggedRow(let line, let cellCount, let columnCount, nil):
            """
            \(file), line \(line): the row has \(cellCount) \(cellCount == 1 ? "cell" : "cells"), but the first row \
            has \(columnCount); add or remove cells
            """
        case .textAfterQuote(let cell):
            """
            \(file), \(Self.place(cell)): text follows the closing quote of \(Self.quoted(cell.text)); double the \
            quotes inside a quoted cell
            """
        case .missingValue(let cell) where cell.text.allSatisfy { $0 == " " || $0 == "\t" }:
            "\(file), \(Self.place(cell)): the cell is empty; enter a value"
        case .missingValue(let cell):
            "\(file), \(Self.place(cell)): \(Self.quoted(cell.text)) stands for a missing value; enter a value"
        case .notANumber(let cell):
            "\(file), \(Self.place(cell)): \(Self.quoted(cell.text)) is not a number; use one such as 1.5 or -2e-3"
        case .infinite(let cell):
            "\(file), \(Self.place(cell)): \(Self.quoted(cell.text)) is infinite; use numbers from -1.79e308 to 1.79e308"
        }
    }

    /// Returns "no numeric column" or "one numeric column, 'width',".
    private static func describe(usable: [CSVColumn]) -> String {
        guard let column = usable.first else { return "no numeric column that varies and identifies no rows" }
        return "only one numeric column that varies and identifies no rows, \(quoted(column.title)),"
    }

    private static func describe(badCell: Cell?) -> String {
        guard let badCell else { return "" }
        let hint = NumberLikeText.contains(badCell.text) ? "; write it like 1234.5, without units" : ""
        return "; \(place(badCell)): \(quoted(badCell.text)) is not a number\(hint)"
    }

    private static let listedNameCount = 20
    /// A limit on the time for the comparison of names, greater than the number of columns in practice.
    private static let comparedNameCount = 1000

    private static func describe(_ file: String, lacks name: String, existing: [String]) -> String {
        let names = existing.prefix(comparedNameCount).map(Cell.shortened)
        var text = "\(file) has no column \(quoted(name))"
        if let nearest = Cell.shortened(name).nearest(of: names) {
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

    /// Returns `text` with escapes for line breaks and for characters that control the terminal.
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
