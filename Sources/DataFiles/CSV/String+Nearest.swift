extension String {
    /// Returns the word with the smallest edit distance, the first if several are equally close; nil if more than half
    /// of the letters, or more than three, differ, which is no likely misspelling.
    package func nearest(of words: [String]) -> String? {
        words.lazy.map { (distance: editDistance(to: $0), word: $0) }
            .filter { $0.distance * 2 <= count && $0.distance <= 3 }
            .min { $0.distance < $1.distance }?.word
    }

    /// Returns the Levenshtein distance, ignoring case: the least number of letters to insert, remove or replace.
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
