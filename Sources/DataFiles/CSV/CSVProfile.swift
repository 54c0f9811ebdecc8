/// The columns of a CSV file with their values, found in all rows.
public struct CSVProfile: Hashable, Sendable {
    /// The columns in the order of the file.
    public let columns: [ColumnProfile]
    /// The number of rows, without those that cannot be read.
    public let rowCount: Int
    /// The number of rows that cannot be read.
    public let badRowCount: Int
    /// The columns that the file's default choice, or the given one, takes for the features and the label; nil for those
    /// that cannot be chosen.
    public let chosen: CSVColumns
    /// The titles above the table, which are skipped.
    public let titles: [String]
    /// The same columns: x and y, or all features, and then the label.
    public let chosenColumns: [CSVColumn?]
    /// All columns that can be features beside the label, in the order of the file.
    package let everyFeature: [CSVColumn]

    /// Reads the columns of a file.
    ///
    /// - Parameters:
    ///   - columns: columns that are chosen already.
    ///   - options: the rules for cells and rows; rows that cannot be read are skipped in any case.
    /// - Throws: `CSVError` if the file cannot be read, or has not even a header.
    public init(
        path: String, columns: CSVColumns = CSVColumns(), options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        try self.init(ByteSource(path: path), columns: columns, options: options)
    }

    /// Reads the columns of an open file or pipe to its end, and leaves it open.
    public init(
        fileDescriptor: CInt, name: String, columns: CSVColumns = CSVColumns(), options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        try self.init(ByteSource(fileDescriptor: fileDescriptor, name: name), columns: columns, options: options)
    }

    init(_ source: consuming ByteSource, columns: CSVColumns, options: CSVOptions) throws(CSVError) {
        var lenient = options
        (lenient.skipsBadRows, lenient.allowsNoRows) = (true, true)
        var reader = try CSVReader(source, expectedNames: columns.names, options: lenient)
        try reader.checkFirstRow()
        titles = reader.titles
        let rows = try ColumnRows(&reader, options: lenient)
        (self.columns, rowCount, badRowCount) = (rows.profiles, rows.rowCount, rows.badRowCount)
        let columnChoice = ColumnChoice(rows.profiles, columns, in: reader)
        let choice = columnChoice.suggestion
        chosenColumns = choice
        everyFeature = columnChoice.everyFeature
        var references: [String?] = []
        for column in choice {
            guard let column else {
                references.append(nil)
                continue
            }
            references.append(reader.reference(to: column))
        }
        let label = references.removeLast()
        if columns.features == nil {
            chosen = CSVColumns(x: references[0], y: references[1], label: label)
        } else {
            let names = columns.takesEveryFeature ? CSVColumns.everyFeature : references.compactMap(\.self)
            chosen = CSVColumns(features: names, label: label)
        }
    }
}

/// The profiles of all columns of a file.
struct ColumnRows {
    private(set) var profiles: [ColumnProfile] = []
    private(set) var rowCount = 0
    private(set) var badRowCount = 0

    /// Reads a file to its end.
    ///
    /// - Throws: `CSVError` for rows that cannot be read, unless they are skipped.
    init(_ reader: inout CSVReader, options: CSVOptions) throws(CSVError) {
        var counters: [ColumnCounter] = []
        for column in reader.columns {
            counters.append(ColumnCounter(column, hasHeader: reader.hasHeader, isLenient: options.skipsBadRows))
        }
        while true {
            do throws(CSVError) {
                guard try reader.next() else { break }
            } catch {
                guard options.skipsBadRows && error.concernsOneRow else { throw error }
                badRowCount += 1
                continue
            }
            rowCount += 1
            for index in counters.indices { counters[index].add(reader) }
        }
        profiles = counters.map(\.profile)
    }
}
