/// The spellings of a missing value.
struct MissingWords {
    private let words: [[UInt8]]
    private let numbers: [Double]

    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
        numbers = self.words.compactMap { word in word.withUnsafeBufferPointer { DecimalNumber.parse($0[...]) } }
    }

    /// True if some words are numbers, such as -999.
    var hasNumbers: Bool { !numbers.isEmpty }

    /// Returns true for a number that stands for a missing value.
    func contains(_ number: Double) -> Bool { numbers.contains(number) }

    /// Returns true if a cell is blank or one of the words; numbers are not considered.
    func contains(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let text = cell.trimmingBlanks
        return text.isEmpty || words.contains { $0.count == text.count && $0.elementsEqual(text) }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// The bytes without spaces and tabs on both sides.
    var trimmingBlanks: Self {
        var text = self
        while let byte = text.first, DecimalNumber.isBlank(byte) { text.removeFirst() }
        while let byte = text.last, DecimalNumber.isBlank(byte) { text.removeLast() }
        return text
    }
}

/// The first words of a file that were taken for missing values.
package struct FoundMissingWords: Hashable, Sendable {
    /// Up to five words of the features, without empty cells.
    package private(set) var ofFeatures: [String] = []
    /// Up to five words of the label.
    package private(set) var ofLabel: [String] = []

    /// The words of all columns, each once.
    package var all: [String] { ofFeatures + ofLabel.filter { !ofFeatures.contains($0) } }

    package init() {}

    package mutating func add(_ word: String, isLabel: Bool = false) {
        let words = isLabel ? \Self.ofLabel : \Self.ofFeatures
        let word = CSVError.Cell.shortened(word)
        guard !word.isEmpty, self[keyPath: words].count < 5, !self[keyPath: words].contains(word) else { return }
        self[keyPath: words].append(word)
    }
}
