/// Names of options, without dashes.
enum OptionName {
    private static let negation = "no-"

    /// Returns the name without negation: `title` for `title` and `no-title`.
    static func subject(of name: String) -> String {
        name.hasPrefix(negation) ? String(name.dropFirst(negation.count)) : name
    }

    /// `no-sheet` for `sheet`, `title` for `no-title`.
    static func opposite(of name: String) -> String {
        name.hasPrefix(negation) ? subject(of: name) : negation + name
    }
}
