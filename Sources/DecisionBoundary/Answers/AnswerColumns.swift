import DataFiles
import Datasets
import Files
import Plotting

/// The columns of an answer that tell the classes of its rows.
struct AnswerColumns {
    /// What the columns say.
    enum Meaning {
        /// A column with the names of classes.
        case names(CSVColumn)
        /// A column of scores for every class, in their order; nil for the other one of two classes.
        case scores([CSVColumn?])
        /// A column of another name: names of classes, or the scores of the second of two classes.
        case unknown(CSVColumn)
    }

    let meaning: Meaning
    /// Columns of scores beside names of classes; nil if there are not as many as classes.
    let furtherScores: [CSVColumn]?
    /// True if the names of the columns of scores say that these are probabilities: `p(NAME)`.
    let areProbabilities: Bool
    /// The columns that repeat the points, x first; nil if there are none.
    let points: (x: CSVColumn, y: CSVColumn)?

    /// Finds the columns by their names.
    ///
    /// A column `class`, or of the label's name, wins over one per class called `NAME` or `p(NAME)`.
    ///
    /// - Parameters:
    ///   - source: the name of the answer in errors.
    ///   - features: the names of the two features, x first.
    ///   - label: the name of the label in the data; nil for "label".
    init(
        _ columns: [CSVColumn], of source: RequestMessage, features: [String], label: String?, classes: [String]
    ) throws(RunError) {
        func column(_ name: String) -> CSVColumn? {
            let found = columns.filter { $0.name == name }
            return found.count == 1 ? found[0] : nil
        }
        points = column(features[0]).flatMap { x in column(features[1]).map { (x: x, y: $0) } }
        let repeated = points.map { [$0.x, $0.y] } ?? []
        let names = ClassNames(classes)
        let scores = classes.indices.map { index in
            column("p(\(classes[index]))") ?? column(classes[index])
                ?? columns.first { $0.name.flatMap(names.index) == index && !repeated.contains($0) }
        }
        let isComplete = !scores.contains(nil)
        areProbabilities = zip(scores, classes).allSatisfy { column, name in
            column.map { $0.name == "p(\(name))" } ?? true
        }
        if let column = column("class") ?? column(label ?? "label") {
            meaning = .names(column)
            furtherScores = isComplete && !scores.contains(column) ? scores.compactMap(\.self) : nil
            return
        }
        furtherScores = nil
        let missing = classes.indices.filter { scores[$0] == nil }.map { classes[$0] }
        if missing.isEmpty || classes.count == 2 && missing.count == 1 {
            meaning = .scores(scores)
            return
        }
        // Programs print the numbers of rows without a name, or as `row`.
        let others = columns.filter { !repeated.contains($0) && $0.name != nil && $0.name != "row" }
        guard missing.count == classes.count, others.count == 1 else {
            let wantedNames = ["class", label ?? "label"] + classes.flatMap { [$0, "p(\($0))"] }
            if let name = wantedNames.first(where: { name in columns.count { $0.name == name } > 1 }) {
                throw RunError(.badData, "\(source) has several columns called '\(name.shortened)'; leave one of them")
            }
            let found = "column\(columns.count == 1 ? "" : "s") " + columns.map { "'\($0.shownTitle)'" }.listed
            let wanted =
                missing.count == classes.count
                ? "'class', or one for each class: \(classes.map { "'\($0)'" }.listed)"
                : missing.map { "'\($0)'" }.listed + " as well"
            throw RunError(.badData, "\(source) has the \(found); it needs \(wanted)")
        }
        meaning = .unknown(others[0])
    }
}

/// The classes by their names, as programs write them.
struct ClassNames {
    private let indices: [String: UInt8]
    private let values: [Double?]

    init(_ names: [String]) {
        indices = Dictionary(zip(names, 0...)) { first, _ in first }
        values = names.map { Double($0) }
    }

    /// Returns the index of a class; a number is found however it is written, such as 1.0 for the class 1.
    func index(of name: String) -> Int? {
        if let index = indices[name] { return Int(index) }
        return Double(name).flatMap(index)
    }

    /// Returns the index of a class whose name is a number.
    func index(of value: Double) -> Int? { values.firstIndex(of: value) }
}

extension CSVColumn {
    /// The title for a message.
    var shownTitle: String { title.shortened }
}

extension String {
    /// The text for a message: at most 40 characters on one line.
    var shortened: String {
        let line = singleLine
        return line.count > 40 ? line.prefix(39) + "…" : line
    }
}
