/// Parses decimal numbers as C's `strtod` does in the C locale.
enum DecimalNumber {
    /// Returns the number in `text`, in which a comma may stand for the decimal point; nil if it is not a number.
    static func parse(_ text: Slice<UnsafeBufferPointer<UInt8>>, hasDecimalCommas: Bool) -> Double? {
        if let number = parse(text) { return number }
        let comma = UInt8(ascii: ",")
        guard hasDecimalCommas, text.contains(comma), !text.contains(UInt8(ascii: ".")) else { return nil }
        return text.map { $0 == comma ? UInt8(ascii: ".") : $0 }.withUnsafeBufferPointer { parse($0[...]) }
    }

    /// Returns the number in `text`, rounded to nearest; nil if it is not a number.
    ///
    /// A number has an optional sign, digits with an optional decimal point, and an optional exponent (e, an optional
    /// sign, digits). Spaces and tabs on both sides are ignored. Hexadecimal numbers and words such as nan and inf are
    /// not numbers. A number too large is infinite, and one too small is 0.
    static func parse(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
        let bytes = UnsafeBufferPointer(rebasing: text)
        var end = bytes.count
        while end > 0, isBlank(bytes[end - 1]) { end -= 1 }
        var index = 0
        while index < end, isBlank(bytes[index]) { index += 1 }
        let start = index

        let isNegative = index < end && bytes[index] == UInt8(ascii: "-")
        if isNegative || (index < end && bytes[index] == UInt8(ascii: "+")) { index += 1 }
        let digitsStart = index
        // Up to 19 digits fit. With more of them the product wraps, and is not used.
        var significand: UInt64 = 0
        while index < end, let digit = digit(bytes[index]) {
            significand = significand &* 10 &+ digit
            index += 1
        }
        var digitCount = index - digitsStart
        var exponent = 0
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            let fractionStart = index
            while index < end, let digit = digit(bytes[index]) {
                significand = significand &* 10 &+ digit
                index += 1
            }
            exponent = fractionStart - index
            digitCount -= exponent
        }
        guard digitCount > 0 else { return nil }
        if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            let isSmall = index < end && bytes[index] == UInt8(ascii: "-")
            if isSmall || (index < end && bytes[index] == UInt8(ascii: "+")) { index += 1 }
            guard index < end else { return nil }
            var written = 0
            while index < end, let digit = digit(bytes[index]) {
                // An exponent this large is out of range in any case.
                written = min(written * 10 + Int(digit), 1_000_000_000)
                index += 1
            }
            exponent += isSmall ? -written : written
        }
        guard index == end else { return nil }

        // Both operands are exact, so the one rounding is correct (W. D. Clinger, "How to read floating point numbers
        // accurately", 1990).
        if digitCount <= 19, significand <= 1 << 53, (-22...22).contains(exponent) {
            let exact = Double(significand)
            let magnitude = exponent < 0 ? exact / powersOfTen[-exponent] : exact * powersOfTen[exponent]
            return isNegative ? -magnitude : magnitude
        }
        return Double(String(decoding: bytes[start..<end], as: UTF8.self))
    }

    /// The powers of ten that are exact in double precision.
    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    @inline(__always)
    private static func digit(_ byte: UInt8) -> UInt64? {
        let digit = byte &- UInt8(ascii: "0")
        return digit <= 9 ? UInt64(digit) : nil
    }
}
