/// A column of a CSV file.
public struct CSVColumn: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// Its name in the header; nil where there is no header or the name is empty.
    public let name: String?

    /// A column of this number and name.
    public init(number: Int, name: String?) {
        self.number = number
        self.name = name
    }

    /// Its name, or "column 3".
    public var title: String { name ?? "column \(number)" }
}
