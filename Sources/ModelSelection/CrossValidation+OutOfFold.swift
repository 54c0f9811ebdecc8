extension CrossValidation {
    /// Returns true for each point that the candidate misclassifies while it is held out; of a division that is repeated,
    /// in half of the repeats or more.
    ///
    /// Every point counts once, whatever the number of repeats, so that two candidates can be compared by `McNemarTest`.
    ///
    /// - Parameter repeats: the folds of every repeat, as many in each, of the same points.
    /// - Precondition: there is a score for every fold of every repeat.
    public func outOfFoldErrors(_ repeats: [Folds]) -> [Bool] {
        let foldCount = repeats.first?.count ?? 0
        precondition(scores.count == repeats.count * foldCount, "every fold has a score")
        var errorCounts = Array(repeating: 0, count: repeats.first?.foldOfPoint.count ?? 0)
        for score in scores {
            let (index, fold) = score.fold.quotientAndRemainder(dividingBy: foldCount)
            for (point, isWrong) in zip(repeats[index].validation(fold), score.misclassified) where isWrong {
                errorCounts[point] += 1
            }
        }
        return errorCounts.map { 2 * $0 >= repeats.count }
    }
}
