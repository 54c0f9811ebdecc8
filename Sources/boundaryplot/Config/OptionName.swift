/// Names of options, without dashes.
enum OptionName {
    private static let negation = "no-"

    /// What an option and its opposite are about: `title` is that of `title` and of `no-title`.
    static func subject(of name: String) -> String {
        name.hasPrefix(negation) ? String(name.dropFirst(negation.count)) : name
    }

    /// `no-sheet` for `sheet`, `title` for `no-title`.
    static func opposite(of name: String) -> String {
        name.hasPrefix(negation) ? subject(of: name) : negation + name
    }
}
