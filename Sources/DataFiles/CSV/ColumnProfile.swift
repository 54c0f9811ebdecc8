import Datasets

/// The values of a column in all rows of a CSV file, as far as they decide about its use.
public struct ColumnProfile: Hashable, Sendable {
    /// The kinds of columns.
    public enum Kind: String, Hashable, Sendable {
        case number
        case wholeNumber = "whole number"
        case truth = "true/false"
        case text
        /// No value at all.
        case empty
    }

    /// The greatest number of different values that are counted.
    public static let greatestValueCount = 1000

    /// The column.
    public let column: CSVColumn
    /// The kind of all values that are not missing.
    public let kind: Kind
    /// The number of different values, at most `greatestValueCount`.
    public let valueCount: Int
    /// The number of rows with a value.
    public let presentCount: Int
    /// The number of rows without a value.
    public let missingCount: Int
    /// The least and the greatest number; nil for text.
    public let range: ClosedRange<Double>?
    /// The first different values as they are written, three at most.
    public let firstValues: [String]
    /// True if the column numbers or names the rows: a column without a name in a file with a header, unless it has words
    /// that repeat; whole numbers or text called `id`, `index`, `rownames` and the like; or ten whole numbers or more that strictly ascend.
    public let isIdentifier: Bool
    /// True if the column has no name in a file with a header, or is called `id`, `index`, `rownames` and the like.
    let isNamedAsIdentifier: Bool
    /// The first cell that is no number if most other cells are numbers; nil otherwise.
    let badCell: CSVError.Cell?
    /// The first cell that looks like a number and is none, if most cells do; nil otherwise.
    let numberLikeCell: CSVError.Cell?
    /// True if some cells are no numbers although most are; rows with them are skipped or errors.
    public var hasBadCell: Bool { badCell != nil }

    /// True if all values are numbers.
    public var isNumeric: Bool { kind == .number || kind == .wholeNumber }
    /// True if the column can be a feature that is chosen by default.
    public var isFeature: Bool { isNumeric && valueCount > 1 && !isIdentifier }
    /// True if the column can be a feature that is named: also whole numbers that ascend.
    var canBeFeature: Bool { isNumeric && valueCount > 1 && !isNamedAsIdentifier }
    /// True if the column can be the label by default: 2 to 10 values that repeat, so that they are classes instead of
    /// names or measurements. Text repeats twice on average, whole numbers three times, numbers with fractions five times;
    /// fewer than ten rows may have any words, or three different whole numbers.
    var canBeLabel: Bool {
        guard (2...10).contains(valueCount), !isIdentifier else { return false }
        return switch kind {
        case .text, .truth: presentCount < 10 || valueCount * 2 <= presentCount
        case .wholeNumber: valueCount == 2 || valueCount * 3 <= presentCount || presentCount < 10 && valueCount == 3
        case .number: valueCount * 5 <= presentCount
        case .empty: false
        }
    }

    /// True if the column can be the label when it is named: up to 100 words, or 10 whole numbers, that repeat twice on
    /// average.
    var canBeNamedLabel: Bool {
        guard valueCount >= 2, valueCount * 2 <= presentCount, !isNamedAsIdentifier else { return false }
        return kind == .wholeNumber
            ? valueCount <= 10 : kind != .number && Dataset.classCounts.contains(valueCount)
    }

    /// True if more than half of the rows have no value.
    var isMostlyMissing: Bool { missingCount > presentCount }
}

/// Collects the profile of a column, row by row.
struct ColumnCounter {
    private let column: CSVColumn
    private let hasHeader: Bool
    /// True if a minority of cells that are no numbers does not make a column text.
    private let isLenient: Bool
    private var presentCount = 0
    private var missingCount = 0
    private var numberCount = 0
    private var numbers: Set<Double> = []
    private var texts: Set<String> = []
    private var firstNumbers: [String] = []
    private var firstValues: [String] = []
    private var isWhole = true
    private var ascends = true
    private var isTruth = true
    private var last = -Double.infinity
    private var (least, greatest) = (Double.infinity, -Double.infinity)
    private var badCell: CSVError.Cell?
    private var numberLikeCell: CSVError.Cell?
    private var numberLikeCount = 0
    /// The number of cells with a minus sign alone.
    private var minusCount = 0

    init(_ column: CSVColumn, hasHeader: Bool, isLenient: Bool) {
        self.column = column
        self.hasHeader = hasHeader
        self.isLenient = isLenient
    }

    /// Adds the cell of the current row.
    mutating func add(_ row: borrowing CSVReader) {
        let index = column.number - 1
        do throws(CSVError) {
            guard let number = try row.number(at: index) else {
                missingCount += 1
                if row.isMinus(at: index) { minusCount += 1 }
                return
            }
            add(number, row)
        } catch {
            // An infinite number does not make a column text, but is an error if the column is used.
            if case .infinite = error.problem {
                presentCount += 1
                numberCount += 1
                numbers.insert(.infinity)
                return
            }
            if badCell == nil { badCell = row.cell(at: index) }
            if NumberLikeText.contains(row.text(at: index)) {
                numberLikeCount += 1
                if numberLikeCell == nil { numberLikeCell = row.cell(at: index) }
            }
        }
        presentCount += 1
        // A column of numbers needs its spellings only until it has too many for a label.
        guard texts.count < ColumnProfile.greatestValueCount, badCell != nil || texts.count <= 100 else { return }
        let text = row.text(at: index)
        guard texts.insert(text).inserted else { return }
        if firstValues.count < 3 { firstValues.append(CSVError.Cell.shortened(text)) }
        if isTruth && !TruthWord.contains(text) { isTruth = false }
    }

    private mutating func add(_ number: Double, _ row: borrowing CSVReader) {
        numberCount += 1
        if number != number.rounded() { isWhole = false }
        if number <= last { ascends = false }
        last = number
        least = min(least, number)
        greatest = max(greatest, number)
        if numbers.count < ColumnProfile.greatestValueCount { numbers.insert(number) }
    }

    /// Takes minus signs for values if all other values are plus signs.
    private mutating func addMinusSigns() {
        guard minusCount > 0, texts == ["+"] else { return }
        missingCount -= minusCount
        presentCount += minusCount
        texts.insert("-")
        firstValues.append("-")
    }

    var profile: ColumnProfile {
        var counter = self
        counter.addMinusSigns()
        return counter.finishedProfile
    }

    private var finishedProfile: ColumnProfile {
        let badCount = presentCount - numberCount
        let isNumeric = numberCount > 0 && (badCount == 0 || isLenient && numberCount >= badCount)
        let kind: ColumnProfile.Kind =
            isNumeric ? (isWhole ? .wholeNumber : .number) : presentCount == 0 ? .empty : isTruth ? .truth : .text
        // A price index has fractions.
        let isUnique = isNumeric || texts.count * 2 > presentCount || presentCount < 10
        let isNamedAsIdentifier =
            column.name.map { IdentifierName.contains($0) && kind != .number } ?? (hasHeader && isUnique)
        let isIdentifier = isNamedAsIdentifier || kind == .wholeNumber && ascends && numberCount >= 10
        return ColumnProfile(
            column: column, kind: kind, valueCount: isNumeric ? numbers.count : texts.count,
            presentCount: isNumeric ? numberCount : presentCount, missingCount: missingCount,
            range: isNumeric && least <= greatest ? least...greatest : nil, firstValues: firstValues,
            isIdentifier: isIdentifier, isNamedAsIdentifier: isNamedAsIdentifier,
            badCell: numberCount > 0 && numberCount >= badCount ? badCell : nil,
            numberLikeCell: 2 * (numberCount + numberLikeCount) > presentCount ? numberLikeCell : nil)
    }
}

/// Names of columns that number or name the rows.
private enum IdentifierName {
    private static let names: Set = [
        "id", "ids", "index", "idx", "row", "rows", "rownum", "rownumber", "rowid", "rowname", "rownames", "case",
        "caseid",
        "caseno", "casenum", "obs", "obsno", "obsnum", "observation", "serial", "serialno", "no", "nr", "key", "uid",
        "uuid", "guid", "pid", "sid", "subject", "subjectid", "subj", "patient", "patientid", "person", "personid",
    ]

    static func contains(_ name: String) -> Bool {
        let letters = String(
            String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
        if name.lowercased().hasPrefix("unnamed:") || name.hasPrefix("...") && letters.isEmpty { return true }
        if names.contains(letters) && letters.unicodeScalars.count + 2 >= name.unicodeScalars.count { return true }
        // `passenger_id`, `rowid`s of databases in the styles of R, Python and Java.
        let suffix = name.suffix(3)
        return ["_id", ".id", " id", "-id", "_ID", ".ID", " ID", "_Id", " Id"].contains(suffix)
            || name.hasSuffix("Id") && suffix.first?.isLowercase == true
            || name.hasSuffix("ID") && suffix.first?.isLowercase == true
    }
}
