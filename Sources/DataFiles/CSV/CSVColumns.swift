/// A choice of the columns of a CSV file for the two features and the label.
///
/// A column is given by its name, or by its number, counted from 1. The columns that are nil are chosen by what the file
/// holds: see `ColumnChoice`.
public struct CSVColumns: Hashable, Sendable {
    /// The horizontal coordinates.
    public var x: String?
    /// The vertical coordinates.
    public var y: String?
    /// The labels.
    public var label: String?
    /// The columns of several features, which are projected; `everyFeature` for all that can be features. They replace x
    /// and y; nil if there are none.
    package var features: [String]?
    /// The names of known classes, which help to choose the label; nil if any are possible.
    package var classNames: [String]?

    /// Creates a choice from names or numbers.
    public init(x: String? = nil, y: String? = nil, label: String? = nil) {
        self.x = x
        self.y = y
        self.label = label
    }

    /// Creates a choice of several features.
    package init(features: [String], label: String? = nil) {
        self.features = features
        self.label = label
    }

    /// The list that stands for all columns that can be features.
    package static let everyFeature = ["all"]

    /// True if all columns that can be features are taken.
    var takesEveryFeature: Bool { features == Self.everyFeature }

    /// The names of the features; nil for a feature that is chosen, empty if all are taken.
    var featureNames: [String?] {
        guard let features else { return [x, y] }
        return takesEveryFeature ? [] : features
    }

    /// The names that are given.
    var names: [String] { (featureNames + [label]).compactMap(\.self) }

    /// True if nothing is left to choose.
    package var isComplete: Bool { !takesEveryFeature && names.count == featureNames.count + 1 }

    /// Returns the named columns of a file.
    ///
    /// - Throws: `CSVError` if a column is missing or used twice, or the file has fewer than three columns.
    func named(
        in reader: borrowing CSVReader
    ) throws(CSVError) -> (features: [CSVColumn?], label: CSVColumn?) {
        try reader.checkFirstRow()
        guard reader.columns.count >= 3 else { throw reader.error(.tooFewColumns(reader.columns.count)) }
        var used: [CSVColumn] = []
        func named(_ name: String?, _ reader: borrowing CSVReader) throws(CSVError) -> CSVColumn? {
            guard let name else { return nil }
            let column = try reader.column(named: name)
            guard !used.contains(column) else { throw reader.error(.columnUsedTwice(column)) }
            used.append(column)
            return column
        }
        var features: [CSVColumn?] = []
        for name in featureNames { features.append(try named(name, reader)) }
        return (features, try named(label, reader))
    }
}
