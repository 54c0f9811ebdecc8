/// A choice of the columns of a CSV file for the two features and the label.
///
/// A column is given by its name if the file has a header, otherwise by its number, counted from 1. If `x` or `y` is
/// nil, it defaults to the first numeric column that is not used yet. If `label` is nil, it defaults to the last column
/// that is not used yet. Columns with an empty name in the header, such as the index that pandas writes, are never a
/// default.
public struct CSVColumns: Hashable, Sendable {
    /// The horizontal coordinates.
    public var x: String?
    /// The vertical coordinates.
    public var y: String?
    /// The labels.
    public var label: String?

    /// Creates a choice from names or numbers.
    public init(x: String? = nil, y: String? = nil, label: String? = nil) {
        self.x = x
        self.y = y
        self.label = label
    }

    /// Returns the chosen columns of a file.
    ///
    /// - Throws: `CSVError` if a column is missing or used twice.
    func resolved(
        in reader: borrowing CSVReader
    ) throws(CSVError) -> (x: CSVColumn, y: CSVColumn, label: CSVColumn) {
        guard reader.columns.count >= 3 else { throw reader.error(.tooFewColumns(reader.columns.count)) }
        var used: [CSVColumn] = []
        func named(_ name: String?) throws(CSVError) -> CSVColumn? {
            guard let name else { return nil }
            let column = try reader.column(named: name)
            guard !used.contains(column) else { throw reader.error(.columnUsedTwice(column)) }
            used.append(column)
            return column
        }
        let (x, y, label) = (try named(self.x), try named(y), try named(label))
        func isFree(_ column: CSVColumn) -> Bool {
            !used.contains(column) && (column.name != nil || !reader.hasHeader)
        }
        func feature(_ named: CSVColumn?) throws(CSVError) -> CSVColumn {
            if let named { return named }
            let free = reader.columns.first { isFree($0) && reader.isNumeric($0) }
            guard let free else { throw reader.error(.noTwoNumericColumns) }
            used.append(free)
            return free
        }
        let (xColumn, yColumn) = (try feature(x), try feature(y))
        guard let labelColumn = label ?? reader.columns.last(where: isFree) else {
            throw reader.error(.noLabelColumn)
        }
        return (xColumn, yColumn, labelColumn)
    }
}
