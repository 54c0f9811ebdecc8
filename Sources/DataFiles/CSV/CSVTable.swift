import Datasets

/// Named numeric columns and the labels of a CSV file, read row by row.
///
/// If all labels are numbers, labels of the same value are one class, and the classes are in ascending order. Their
/// names are the shortest digits that read back: `1.0` and `1` are both class `1`. Otherwise labels are text, and the
/// classes are in the order of their first rows.
///
/// The label `-` is a missing value, unless all other labels are `+`.
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
    /// The first words that were taken for missing values, in features and in the label.
    private(set) var missingWords = FoundMissingWords()

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
                        // An earlier label `-` beside labels other than `+` is missing, too.
                        let earlier = rows.classes.hasOnlyPlusSigns ? nil : rows.firstMinus
                        throw earlier ?? reader.missingValue(in: used[first])
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
        if let minus = rows.firstMinus, !rows.nameMinusSigns() {
            guard options.leavesOutMissing else { throw minus }
            missingRowCount += rows.removeMinusSigns()
            lacking[features.count] = true
        }
        missingWords = rows.missingWords
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
        var missingWords = FoundMissingWords()
        /// The error of the first label `-`, which is an error or missing unless the other labels are `+`.
        var firstMinus: CSVError?
        private var numbers: [Double] = []
        /// The index of the label `-` until the last row is read; no spelling has it.
        private static let minus = UInt8.max

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
            if row.isMissing(at: label) {
                if missing.isEmpty, classes.hasOnlyPlusSigns, row.isMinus(at: label) {
                    if firstMinus == nil { firstMinus = row.missingValue(in: row.columns[label]) }
                    values += numbers
                    spellings.append(Self.minus)
                    return []
                }
                missing.append(features.count)
            }
            guard missing.isEmpty else {
                for index in missing {
                    let isLabel = index == features.count
                    missingWords.add(row.text(at: isLabel ? label : features[index]), isLabel: isLabel)
                }
                return missing
            }
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

        /// Removes the rows with the label `-`, which is a missing value; returns their number.
        mutating func removeMinusSigns() -> Int {
            let kept = spellings.indices.filter { spellings[$0] != Self.minus }
            let removedCount = spellings.count - kept.count
            let width = features.count
            values = kept.flatMap { values[$0 * width..<($0 + 1) * width] }
            spellings = kept.map { spellings[$0] }
            missingWords.add("-", isLabel: true)
            return removedCount
        }

        /// Makes the label `-` a class if all other labels are `+`; returns false if they are not.
        mutating func nameMinusSigns() -> Bool {
            let isFirst = spellings.first == Self.minus
            guard classes.addMinusSign(isFirst: isFirst) else { return false }
            spellings = spellings.map { ($0 == Self.minus) == isFirst ? 0 : 1 }
            return true
        }
    }
}
