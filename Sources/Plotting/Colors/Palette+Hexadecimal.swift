/// Reason that a list of colours is not a palette.
public enum PaletteError: Error, Hashable, Sendable {
    /// An item is neither `#rgb` nor `#rrggbb`; `position` counts from 1.
    case notAColor(item: String, position: Int)
    /// There are fewer colours than classes.
    case tooFewColors(count: Int, classCount: Int)
}

extension PaletteError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAColor(let item, let position):
            "\"\(item)\", item \(position), is not a colour; write #rgb or #rrggbb with hexadecimal digits"
        case .tooFewColors(let count, let classCount):
            "\(count) \(count == 1 ? "colour is" : "colours are") too few for \(classCount) classes"
        }
    }
}

extension Palette {
    /// Creates a palette from the colours of points, in the order of the classes, and computes a tint for each. Surplus
    /// colours are not used.
    ///
    /// - Parameters:
    ///   - hexadecimal: `#rgb` or `#rrggbb` in either case; spaces around them are ignored.
    ///   - classCount: 1 or greater.
    /// - Throws: `PaletteError`.
    public init(hexadecimal items: [String], classCount: Int) throws(PaletteError) {
        var colors: [Color] = []
        for (index, item) in items.enumerated() {
            guard let color = Color(hexadecimal: item) else {
                throw .notAColor(item: item, position: index + 1)
            }
            colors.append(color)
        }
        guard colors.count >= max(1, classCount) else {
            throw .tooFewColors(count: colors.count, classCount: classCount)
        }
        self.init(colors: Array(colors.prefix(max(1, classCount))))
    }
}

extension Color {
    /// Creates an opaque colour from `#rgb` or `#rrggbb`; nil for any other text. Spaces around it are ignored.
    public init?(hexadecimal text: String) {
        var characters = text[...]
        while characters.first == " " { characters.removeFirst() }
        while characters.last == " " { characters.removeLast() }
        guard characters.first == "#", characters.utf8.count == characters.count else { return nil }
        let digits = characters.dropFirst().compactMap(\.hexDigitValue)
        guard digits.count == characters.count - 1 else { return nil }
        switch digits.count {
        case 3: self.init(bytes: UInt8(17 * digits[0]), UInt8(17 * digits[1]), UInt8(17 * digits[2]))
        case 6:
            func byte(at index: Int) -> UInt8 { UInt8(16 * digits[index] + digits[index + 1]) }
            self.init(bytes: byte(at: 0), byte(at: 2), byte(at: 4))
        default: return nil
        }
    }
}
