/// Finds the classes of a column of labels, in memory that does not grow with their number.
///
/// As long as every label is a number, labels of the same value are one class however they are written; with the first
/// text every spelling is a class.
struct ClassTable {
    /// The labels as they were first written; a table may need one for each text or one for each value.
    private var spellings: [[UInt8]] = []
    /// The value of each spelling; nil where it is text.
    private var values: [Double?] = []
    private var distinctValues: [Double] = []
    private var isNumeric = true
    /// Where each spelling stands, at or after the index that its hash gives; -1 where there is none.
    private var slots = [Int16](repeating: -1, count: 512)

    /// The index of a spelling of the class; nil where there would be more classes than a data set may have.
    mutating func index(of text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
        var slot = Self.hash(text) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if spellings[index].elementsEqual(text) { return UInt8(index) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(text, at: slot)
    }

    /// The names of the classes in their order, and the class of each spelling.
    ///
    /// Texts are in the order in which they were first seen, numbers ascend.
    func classes() -> (names: [String], classOfSpelling: [Int]) {
        guard isNumeric else { return textClasses() }
        let sorted = distinctValues.sorted()
        let indices = Dictionary(zip(sorted, sorted.indices), uniquingKeysWith: { first, _ in first })
        return (sorted.map(Self.name), values.map { $0.flatMap { indices[$0] } ?? 0 })
    }

    /// Texts that Unicode holds to be the same, such as é as one character and as two, are one class.
    private func textClasses() -> (names: [String], classOfSpelling: [Int]) {
        var names: [String] = []
        var indices: [String: Int] = [:]
        var classOfSpelling: [Int] = []
        for spelling in spellings {
            let name = String(decoding: spelling, as: UTF8.self)
            let index = indices[name] ?? names.count
            if index == names.count {
                names.append(name)
                indices[name] = index
            }
            classOfSpelling.append(index)
        }
        return (names, classOfSpelling)
    }

    private mutating func add(_ text: Slice<UnsafeBufferPointer<UInt8>>, at slot: Int) -> UInt8? {
        let greatest = Dataset.classCounts.upperBound
        let value = DecimalNumber.parse(text).flatMap { $0.isFinite ? $0 : nil }
        if let value, isNumeric {
            if distinctValues.contains(value) {
                // From here on text would make too many classes anyway, so that this spelling need not be known.
                if spellings.count >= greatest { return values.firstIndex(of: value).map(UInt8.init) }
            } else {
                guard distinctValues.count < greatest else { return nil }
                distinctValues.append(value)
            }
        } else {
            guard spellings.count < greatest else { return nil }
            isNumeric = false
        }
        slots[slot] = Int16(spellings.count)
        spellings.append(Array(text))
        values.append(value)
        return UInt8(spellings.count - 1)
    }

    /// The shortest digits that read back exactly, whole numbers without ".0".
    private static func name(of value: Double) -> String {
        let text = value == 0 ? "0" : value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The hash of Fowler, Noll and Vo (FNV-1a, 32 bits).
    private static func hash(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var hash: UInt32 = 0x811c_9dc5
        for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int(hash ^ (hash >> 16))
    }
}
