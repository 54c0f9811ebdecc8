/// The answers of a program to a query, in the order of its rows: the rows of the data, then the grid.
struct AnswerTable {
    /// The class index of each row, if the answer has one; else empty.
    var classes: [UInt8] = []
    /// K scores per row, row-major; empty for classes alone.
    var scores: [Double] = []
    /// What the scores are; nil for classes alone.
    var kind: ScoreKind?

    /// Returns the answer to a query. Classes win over scores, which draw the boundaries if they agree everywhere.
    ///
    /// - Parameter note: receives a note if classes and scores disagree.
    func answer(
        to query: ClassifierQuery, note: (_ disagreementCount: Int) -> Void
    ) throws(RunError) -> ClassifierAnswer {
        if !classes.isEmpty {
            let count = scores.isEmpty ? 0 : disagreementCount(classCount: query.classCount)
            if count > 0 { note(count) }
            if scores.isEmpty || count > 0 {
                return ClassifierAnswer(classes: inOrder(classes, width: 1, of: query), query: query)
            }
        }
        return try ClassifierAnswer(
            scores: inOrder(scores, width: query.classCount, of: query), of: kind ?? .margin, query: query)
    }

    /// Returns rows of values with those of the data in the order of the query's points.
    private func inOrder<Value>(_ values: [Value], width: Int, of query: ClassifierQuery) -> [Value] {
        var ordered = values
        for (row, point) in query.pointOfRow.enumerated() where row != point {
            for index in 0..<width { ordered[point * width + index] = values[row * width + index] }
        }
        return ordered
    }

    /// The number of rows in which another class than the given one has the largest score. Of equal scores, each may be
    /// that of the class.
    private func disagreementCount(classCount: Int) -> Int {
        classes.indices.count { row in
            let start = row * classCount
            return scores[start..<start + classCount].contains { $0 > scores[start + Int(classes[row])] }
        }
    }
}
