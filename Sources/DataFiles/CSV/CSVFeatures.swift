package import Datasets

/// Numeric columns and the labels of a CSV file, in the rows that lack none of them.
package struct CSVFeatures: Sendable {
    /// The columns in the order of the file.
    package let columns: [CSVColumn]
    /// The texts by which `CSVReader.column(named:)` finds the columns again.
    package let references: [String]
    private let table: CSVTable
    /// The number of rows that lack a value of these columns and were left out.
    package var missingRowCount: Int { table.missingRowCount }
    /// The columns that lack a value in these rows.
    package var missingColumns: [CSVColumn] { table.missingColumns }
    /// The words that were taken for missing values.
    package var missingWords: FoundMissingWords { table.missingWords }
    /// The number of rows.
    package var rowCount: Int { table.labels.count }

    /// Reads the named columns, or those that could be chosen as features.
    ///
    /// - Parameters:
    ///   - names: the columns, by name or number; nil for all that could be chosen.
    ///   - label: the column of the labels, by name or number.
    ///   - greatestCount: the greatest number of columns that is read.
    /// - Returns: nil beside the number of columns if there are more than `greatestCount`.
    /// - Throws: `CSVError` if the file cannot be read, or no class or row is left.
    package static func read(
        path: String, names: [String]?, label: String, greatestCount: Int, options: CSVOptions
    ) throws(CSVError) -> (features: CSVFeatures?, count: Int) {
        let expected = (names ?? []) + [label]
        var reader = try CSVReader(ByteSource(path: path), expectedNames: expected, options: options)
        let label = try reader.column(named: label)
        var columns: [CSVColumn] = []
        if let names {
            for name in names { columns.append(try reader.column(named: name)) }
        } else {
            columns = try ColumnRows(&reader, options: options).profiles
                .filter { $0.isFeature && !$0.isMostlyMissing && $0.column != label }.map(\.column)
        }
        while columns.count <= greatestCount {
            var reader = try CSVReader(ByteSource(path: path), expectedNames: expected, options: options)
            let table = try CSVTable(&reader, features: columns, label: label, options: options)
            // A column may be constant in the rows that the others leave.
            guard names == nil, let constant = table.constantFeature else {
                var references: [String] = []
                for column in columns { references.append(reader.reference(to: column)) }
                return (CSVFeatures(columns: columns, references: references, table: table), columns.count)
            }
            columns.removeAll { $0 == constant }
        }
        return (nil, columns.count)
    }

    private init(columns: [CSVColumn], references: [String], table: CSVTable) {
        self.columns = columns
        self.references = references
        self.table = table
    }

    /// Returns the data set of two columns, by their indices.
    package func dataset(x: Int, y: Int) -> Dataset { Dataset(table, x: x, y: y) }
}
