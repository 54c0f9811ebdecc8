import Datasets
import DecisionBoundary
import Files
import Training

/// The recall of every class and the confusion matrix of each classifier, as tables; of the held-out points if there are
/// any.
struct PerClassTables: CustomStringConvertible {
    let result: RunResult
    let plan: Plan

    /// The most classes whose confusion matrix is printed.
    private static let greatestClassCount = 10
    /// The greatest width of the columns of the matrix together.
    private static let matrixWidth = 70
    /// The greatest length of a class name at the start of a row.
    private static let nameLength = 20

    var description: String { result.classifiers.map { "\n" + text(of: $0.scored) }.joined() }

    /// The name of a classifier, as the table of scores has it.
    private func name(of scored: ScoredClassifier) -> String {
        let namesLambda = plan.names.nameLambda
        guard result.classifiers.contains(where: { $0.scored.network == nil }) else {
            return scored.sizeName(withLambda: namesLambda)
        }
        let lambda = namesLambda ? scored.network.map { ", λ \(DecimalText.shortest($0.report.lambda))" } : nil
        return scored.classifier.name.withoutControlCharacters + (lambda ?? "")
    }

    private func text(of scored: ScoredClassifier) -> String {
        let score = scored.testScore ?? scored.trainingScore
        let part = scored.testScore == nil ? "training points" : "held-out points"
        let hasMatrix = score.confusion.count <= Self.greatestClassCount
        let heading = """
            \(name(of: scored)), \(score.misclassified.count) \(part)\
            \(hasMatrix ? "; rows are classes, columns predictions" : "; --json has the confusion matrix")

            """
        return heading + TextTable(columns(of: score, hasMatrix: hasMatrix)).description
    }

    private func columns(of score: Score, hasMatrix: Bool) -> [TextTable.Column] {
        let names = plan.data.training.classNames.map(\.withoutControlCharacters)
        let numbers =
            hasMatrix
            ? names.indices.map { column in
                TextTable.Column(
                    names[column].shortened(to: max(4, Self.matrixWidth / names.count - 2)),
                    cells: score.confusion.map { "\($0[column])" })
            }
            : [TextTable.Column("points", cells: score.confusion.map { "\($0.reduce(0, +))" })]
        return [TextTable.Column("class", .left, cells: names.map { $0.shortened(to: Self.nameLength) })] + numbers + [
            TextTable.Column("recall", cells: score.recalls.map { $0.map(DecimalText.percent) ?? "no points" })
        ]
    }
}

extension String {
    /// Returns the text, or its beginning and an ellipsis if it is longer than `length` characters.
    func shortened(to length: Int) -> String { count > length ? prefix(length - 1) + "…" : self }
}
