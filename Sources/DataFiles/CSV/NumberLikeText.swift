/// Texts that a reader takes for a number and a computer does not: `5%`, `1,234.5`, `€ 3`, `12 cm`.
enum NumberLikeText {
    private static let separators: Set<Character> = [",", ".", "'", " ", "\u{a0}", "_"]
    private static let currencies: Set<Character> = ["$", "€", "£", "¥"]

    /// True for digits with thousands separators and a decimal mark, with a currency in front or a unit behind.
    static func contains(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        var digits = text[...].drop { $0 == "+" || $0 == "-" || $0 == " " || currencies.contains($0) }
        var unitLength = 0
        while let last = digits.last, !last.isNumber {
            digits.removeLast()
            if last != " " { unitLength += 1 }
        }
        guard unitLength <= 4, digits.first?.isNumber == true else { return false }
        let groups = digits.split(omittingEmptySubsequences: false) { separators.contains($0) }
        return groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
            && groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    }
}
