/// Text in aligned columns, two spaces apart.
struct TextTable: CustomStringConvertible {
    /// Words are aligned left, numbers right.
    enum Alignment { case left, right }

    struct Column {
        let alignment: Alignment
        /// The heading and the cells.
        let lines: [String]

        init(_ heading: String, _ alignment: Alignment = .right, cells: [String]) {
            self.alignment = alignment
            lines = [heading] + cells
        }
    }

    private let columns: [Column]

    /// - Precondition: all columns have the same number of cells.
    init(_ columns: [Column]) {
        self.columns = columns
    }

    var description: String {
        let widths = columns.map { column in column.lines.map(\.count).max() ?? 0 }
        let rows = (columns.first?.lines ?? []).indices.map { row in
            zip(columns, widths).map { column, width in
                let padding = String(repeating: " ", count: width - column.lines[row].count)
                return column.alignment == .left ? column.lines[row] + padding : padding + column.lines[row]
            }.joined(separator: "  ")
        }
        return rows.map { Self.trimmed($0) + "\n" }.joined()
    }

    private static func trimmed(_ line: String) -> Substring {
        line[...(line.lastIndex { $0 != " " } ?? line.startIndex)]
    }
}
