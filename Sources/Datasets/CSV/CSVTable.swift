/// Named numeric columns and the labels of a CSV file, read row by row.
///
/// If all labels are numbers, labels of the same value are one class, and the classes are in ascending order. Their
/// names are the shortest digits that read back: `1.0` and `1` are both class `1`. Otherwise labels are text, and the
/// classes are in the order of their first rows.
struct CSVTable {
    /// The feature columns.
    let features: [CSVColumn]
    /// The values, row-major, `rowCount × features.count`.
    private(set) var values: [Double] = []
    /// The class index of each row.
    private(set) var labels: [Int] = []
    private(set) var classNames: [String] = []
    private(set) var skippedRowCount = 0
    /// The errors of the first skipped rows, five at most.
    private(set) var firstSkipped: [CSVError] = []
    private(set) var missingRowCount = 0
    /// The used columns that lack a value in a row that is left out.
    private(set) var missingColumns: [CSVColumn] = []

    /// The greatest number of classes that are numbers; more of them look like a measurement.
    static let greatestNumberOfNumericClasses = 30
    private static let reportedErrorCount = 5
    /// The bytes of memory for a point, or for a further feature, while it is stored, standardised and divided.
    private static let (bytesPerPoint, bytesPerFurtherFeature) = (72, 24)

    /// Reads the rows of a file to its end.
    ///
    /// - Throws: `CSVError` for the first error.
    init(
        _ reader: inout CSVReader, features: [CSVColumn], label: CSVColumn, options: CSVOptions
    ) throws(CSVError) {
        self.features = features
        let used = features + [label]
        var rows = Rows(features: features.map { $0.number - 1 }, label: label.number - 1)
        var lacking = Array(repeating: false, count: used.count)
        let bytesPerRow = Self.bytesPerPoint + Self.bytesPerFurtherFeature * (features.count - 2)
        let greatestRowCount = options.greatestByteCount.map { $0 / bytesPerRow } ?? .max
        while true {
            do throws(CSVError) {
                guard try reader.next() else { break }
                let missing = try rows.append(reader)
                if let first = missing.first {
                    guard options.leavesOutMissing else {
                        throw reader.missingValue(in: used[first])
                    }
                    missingRowCount += 1
                    for index in missing { lacking[index] = true }
                }
            } catch {
                guard options.skipsBadRows && error.concernsOneRow else { throw error }
                skippedRowCount += 1
                if firstSkipped.count < Self.reportedErrorCount { firstSkipped.append(error) }
            }
            guard rows.spellings.count <= greatestRowCount else { throw reader.error(.tooLarge) }
        }
        guard !rows.spellings.isEmpty else {
            throw reader.error(.noRows(skippedRowCount: skippedRowCount, missingRowCount: missingRowCount))
        }
        let (names, classOfSpelling) = rows.classes.classes()
        guard names.count >= Dataset.classCounts.lowerBound else {
            throw reader.error(.oneClass(CSVError.Cell.shortened(names[0]), column: label))
        }
        if rows.classes.isNumeric && names.count > Self.greatestNumberOfNumericClasses {
            throw reader.error(.measurementAsLabel(label, valueCount: names.count))
        }
        values = rows.values
        labels = rows.spellings.map { classOfSpelling[Int($0)] }
        classNames = names
        missingColumns = zip(used, lacking).filter(\.1).map(\.0)
    }

    /// The rows: points, unless `isProjected`.
    func rows(isProjected: Bool) -> LabelledRows {
        isProjected
            ? .features(
                FeatureTable(
                    featureNames: features.map(\.title), values: values, labels: labels, classNames: classNames))
            : .points(Dataset(self, x: 0, y: 1))
    }

    /// The first feature with the same value in all rows; nil if there is none.
    var constantFeature: CSVColumn? {
        features.indices.first { index in
            stride(from: index, to: values.count, by: features.count).allSatisfy { values[$0] == values[index] }
        }.map { features[$0] }
    }

    /// The rows read so far.
    private struct Rows {
        /// The indices of the columns, counted from 0.
        let features: [Int]
        let label: Int
        var values: [Double] = []
        /// For each row, the index of the spelling of its label.
        var spellings: [UInt8] = []
        var classes = ClassTable()
        private var numbers: [Double] = []

        init(features: [Int], label: Int) {
            self.features = features
            self.label = label
        }

        /// Adds a row, unless it lacks a value; returns the indices of the columns without a value, the label last.
        mutating func append(_ row: borrowing CSVReader) throws(CSVError) -> [Int] {
            var missing: [Int] = []
            numbers.removeAll(keepingCapacity: true)
            for (index, column) in features.enumerated() {
                if let number = try row.number(at: column) { numbers.append(number) } else { missing.append(index) }
            }
            if row.isMissing(at: label) { missing.append(features.count) }
            guard missing.isEmpty else { return missing }
            if row.isLatin1 && !classes.isLatin1 { classes.changeToLatin1() }
            guard let spelling = row.withBytes(at: label, { classes.index(of: $0) }) else {
                if classes.isNumeric {
                    throw row.error(
                        .measurementAsLabel(row.columns[label], valueCount: Dataset.classCounts.upperBound + 1))
                }
                throw row.error(.tooManyClasses(row.cell(at: label)))
            }
            values += numbers
            spellings.append(spelling)
            return []
        }
    }
}
