/// A column of a CSV file.
public struct CSVColumn: Hashable, Sendable {
    /// The number of the column, counted from 1.
    public let number: Int
    /// The name in the header; nil if the file has no header or the name is empty.
    public let name: String?

    /// Creates a column from its number and name.
    public init(number: Int, name: String?) {
        self.number = number
        self.name = name
    }

    /// The name, or "column 3" if there is no name.
    public var title: String { name ?? "column \(number)" }
}
