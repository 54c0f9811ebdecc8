import Datasets

/// Finds the classes of a column of labels, in memory that does not grow with the number of rows.
///
/// As long as every label is a number, labels of the same value are one class however they are written. From the first
/// text on, labels are compared as text.
struct ClassTable {
    /// The indices of the known spellings.
    ///
    /// Strings that are canonically equivalent in Unicode, such as é as one character and as two, are one spelling.
    private var indices: [String: UInt8] = [:]
    /// The labels as they were first written, by index.
    private var spellings: [String] = []
    /// The value of each spelling; NaN for text.
    private var values: [Double] = []
    private var distinctValues: [Double] = []
    /// True if all labels are numbers.
    private(set) var isNumeric = true
    /// True if labels are Latin-1 instead of UTF-8.
    private(set) var isLatin1 = false

    /// True if no label but `+` is known.
    var hasOnlyPlusSigns: Bool { spellings.allSatisfy { $0 == "+" } }

    /// Adds the label `-` if `+` is the only other one; returns false if it is not.
    ///
    /// - Parameter isFirst: true if the first row has `-`, which then has index 0.
    mutating func addMinusSign(isFirst: Bool) -> Bool {
        guard spellings == ["+"] else { return false }
        spellings = isFirst ? ["-", "+"] : ["+", "-"]
        return true
    }

    /// Returns the index of a label's spelling; nil if the label would be one class too many for a data set.
    mutating func index(of label: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
        let spelling = isLatin1 ? String(latin1: label) : String(decoding: label, as: UTF8.self)
        return indices[spelling] ?? add(spelling, value: DecimalNumber.parse(label))
    }

    /// Decodes all labels as Latin-1, those before as well.
    mutating func changeToLatin1() {
        isLatin1 = true
        spellings = spellings.map { String(latin1: $0.utf8) }
        indices = Dictionary(zip(spellings, 0...)) { first, _ in first }
    }

    /// Returns the names of the classes in their order, and the class of each spelling.
    ///
    /// Texts are in the order in which they were first seen. Numbers ascend.
    func classes() -> (names: [String], classOfSpelling: [Int]) {
        guard isNumeric else { return (spellings, Array(spellings.indices)) }
        let sorted = distinctValues.sorted()
        return (sorted.map(Self.name), values.map { value in sorted.firstIndex { $0 == value } ?? 0 })
    }

    private mutating func add(_ spelling: String, value: Double?) -> UInt8? {
        let greatest = Dataset.classCounts.upperBound
        if let value, value.isFinite, isNumeric {
            if distinctValues.contains(value) {
                // Text from here on would make too many classes anyway, so this spelling need not be known.
                if spellings.count >= greatest { return values.firstIndex(of: value).map(UInt8.init) }
            } else {
                guard distinctValues.count < greatest else { return nil }
                distinctValues.append(value)
            }
        } else {
            guard spellings.count < greatest else { return nil }
            isNumeric = false
        }
        let index = UInt8(spellings.count)
        indices[spelling] = index
        spellings.append(spelling)
        values.append(value ?? .nan)
        return index
    }

    /// The shortest digits that read back exactly, whole numbers without ".0".
    private static func name(of value: Double) -> String {
        let text = value == 0 ? "0" : value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
