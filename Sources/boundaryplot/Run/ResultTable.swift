import DecisionBoundary
import Training

/// The scores of a run as a table: a row for each picture, its columns lined up.
struct ResultTable: CustomStringConvertible {
    let pictures: [Picture]

    private static let headings = [
        "hidden", "cost", "accuracy", "iterations", "evaluations", "ended", "time", "image",
    ]
    /// The columns of words start at the left, those of numbers end at the right.
    private static let leftAligned: Set = ["ended", "image"]

    var description: String {
        let rows = [Self.headings] + pictures.map(cells)
        let widths = Self.headings.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(zip(row, widths), Self.headings).map { cell, heading in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return Self.leftAligned.contains(heading) ? cell.0 + padding : padding + cell.0
            }
            return Self.trimmed(cells.joined(separator: "  ")) + "\n"
        }.joined()
    }

    private func cells(_ picture: Picture) -> [String] {
        let report = picture.report
        return [
            "\(picture.hidden)", DecimalText.fixed(report.cost, decimals: 6), DecimalText.percent(report.accuracy),
            "\(report.iterations)", "\(report.evaluations)", report.endingWords,
            DecimalText.fixed(picture.seconds.total, decimals: 3) + " s", picture.path,
        ]
    }

    private static func trimmed(_ line: String) -> Substring {
        line[...(line.lastIndex { $0 != " " } ?? line.startIndex)]
    }
}
