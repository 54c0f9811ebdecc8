/// The choice of the columns that are not named.
///
/// The label is chosen before the features. It is a column with 2 to 10 different values that repeat: the best by name, then by kind
/// (text before whole numbers before other numbers), then by position, later ones first. The features are the first
/// numeric columns that vary and identify no rows, those with five different values or more before those with fewer.
/// Columns that lack most of their values come last.
///
/// If all features are taken, these are all such columns but those that lack most of their values, in the order of the
/// file.
struct ColumnChoice {
    private let profiles: [ColumnProfile]
    /// The indices of the named features; nil for one that is chosen.
    private let named: [Int?]
    private let takesEveryFeature: Bool
    private let label: Int?
    /// The names of known classes; a label with other values comes last.
    private let classNames: Set<String>?

    /// The indices of columns that turned out to be useless beside the others.
    private var excluded: Set<Int> = []

    /// - Parameter columns: the columns that are named; names that the file lacks are ignored.
    init(_ profiles: [ColumnProfile], _ columns: CSVColumns, in reader: borrowing CSVReader) {
        self.profiles = profiles
        var used: Set<Int> = []
        func index(_ name: String?, _ reader: borrowing CSVReader) -> Int? {
            guard let name, let column = try? reader.column(named: name), used.insert(column.number).inserted else {
                return nil
            }
            return column.number - 1
        }
        var named: [Int?] = []
        for name in columns.featureNames { named.append(index(name, reader)) }
        self.named = named
        takesEveryFeature = columns.takesEveryFeature
        label = index(columns.label, reader)
        classNames = columns.classNames.map(Set.init)
    }

    /// Returns the chosen columns.
    ///
    /// - Throws: `CSVError` if the file has no such columns.
    func columns(in reader: borrowing CSVReader) throws(CSVError) -> (features: [CSVColumn], label: CSVColumn) {
        guard let label = label ?? bestLabel else {
            let constant = profiles.last { $0.kind != .number && $0.valueCount == 1 && isFree($0.column.number - 1) }
            throw reader.error(
                constant.map { .oneClass($0.firstValues.first ?? "", column: $0.column) } ?? .noLabelColumn)
        }
        let features = features(besides: label, from: features(besides: label)).compactMap(\.self)
        guard features.count >= max(2, named.count) else {
            let usable = profiles.filter(\.isFeature).map(\.column)
            throw reader.error(
                .noTwoNumericColumns(
                    usable: usable,
                    badCell: profiles.lazy.filter { !$0.isNumeric }.compactMap { $0.badCell ?? $0.numberLikeCell }
                        .first,
                    emptyColumn: profiles.first { $0.kind == .empty && $0.column.name != nil }?.column))
        }
        return (features.map { profiles[$0].column }, profiles[label].column)
    }

    /// Excludes a column that is constant in the rows that the others leave; returns false if it is named.
    mutating func exclude(_ column: CSVColumn) -> Bool {
        let index = column.number - 1
        return !(named + [label]).contains(index) && excluded.insert(index).inserted
    }

    /// A choice that can be named, the features and then the label, with identifiers or more classes where nothing better
    /// is left; columns are nil if nothing can be chosen.
    var suggestion: [CSVColumn?] {
        let label = label ?? bestLabel ?? possibleLabel
        var free = features(besides: label)
        free += profiles.indices.filter { index in
            profiles[index].canBeFeature && !free.contains(index) && index != label && isFree(index)
        }
        return (features(besides: label, from: free) + [label]).map { $0.map { profiles[$0].column } }
    }

    /// All columns that can be features beside the suggested label, in the order of the file.
    var everyFeature: [CSVColumn] {
        everyFeature(besides: label ?? bestLabel ?? possibleLabel).map { profiles[$0].column }
    }

    private func everyFeature(besides label: Int?) -> [Int] {
        features(besides: label).filter { !profiles[$0].isMostlyMissing }.sorted()
    }

    /// Returns the features; those that are not named are the first of `free`, and nil if there are too few.
    private func features(besides label: Int?, from free: [Int]) -> [Int?] {
        guard !takesEveryFeature else { return everyFeature(besides: label) }
        var free = free[...]
        return named.map { $0 ?? free.popFirst() }
    }

    private func features(besides label: Int?) -> [Int] {
        let free = profiles.indices.filter { profiles[$0].isFeature && $0 != label && isFree($0) }
        func rank(_ index: Int) -> Int {
            (profiles[index].isMostlyMissing ? 2 : 0) + (profiles[index].valueCount >= 5 ? 0 : 1)
        }
        return free.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    private var bestLabel: Int? {
        profiles.indices.filter { profiles[$0].canBeLabel && isFree($0) }.min { labelRank($0) < labelRank($1) }
    }

    private var possibleLabel: Int? { profiles.indices.last { profiles[$0].canBeNamedLabel && isFree($0) } }

    private func isFree(_ index: Int) -> Bool { !named.contains(index) && !excluded.contains(index) }

    private func labelRank(_ index: Int) -> (Int, Int, Int, Int) {
        let profile = profiles[index]
        let hasOtherClasses = classNames.map { names in !profile.firstValues.allSatisfy(names.contains) } ?? false
        let kind =
            switch profile.kind {
            case .text, .truth, .empty: 0
            case .wholeNumber: 1
            case .number: 2
            }
        return (
            (hasOtherClasses ? 1 : 0) + (profile.isMostlyMissing ? 2 : 0),
            LabelName.rank(profile.column.name ?? ""), kind, -index
        )
    }
}

/// Names of label columns.
private enum LabelName {
    private static let names = [
        "class", "classes", "label", "labels", "target", "species", "y", "diagnosis", "outcome", "category", "cultivar",
        "variety", "breed", "cluster",
    ]

    /// Returns the place of a name among the usual names of labels, ignoring case; the number of names for another.
    static func rank(_ name: String) -> Int {
        names.firstIndex(of: name.lowercased()) ?? names.count
    }
}
