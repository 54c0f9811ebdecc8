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
