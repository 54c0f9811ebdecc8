extension String {
    /// The word from which this one differs least, capital letters or not; of several the first, nil where there are
    /// none.
    package func nearest(of words: [String]) -> String? {
        words.min { editDistance(to: $0) < editDistance(to: $1) }
    }

    /// How many letters have to be inserted, removed or replaced to make one word of the other (Levenshtein's
    /// distance), capital letters or not.
    package func editDistance(to other: String) -> Int {
        let other = Array(other.lowercased())
        var distances = Array(0...other.count)
        for (row, letter) in lowercased().enumerated() {
            var diagonal = distances[0]
            distances[0] = row + 1
            for (column, otherLetter) in other.enumerated() {
                let replaced = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = distances[column + 1]
                distances[column + 1] = Swift.min(replaced, diagonal + 1, distances[column] + 1)
            }
        }
        return distances[other.count]
    }
}
