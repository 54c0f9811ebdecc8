extension String {
    /// The name from which this one differs least, capital letters or not; of several the first, nil where there are
    /// none.
    func nearest(of names: [String]) -> String? {
        let letters = Array(lowercased())
        return names.min {
            Self.distance(letters, Array($0.lowercased())) < Self.distance(letters, Array($1.lowercased()))
        }
    }

    /// How many letters have to be inserted, removed or replaced to make one name of the other (Levenshtein's
    /// distance).
    private static func distance(_ name: [Character], _ other: [Character]) -> Int {
        var distances = Array(0...other.count)
        for (row, letter) in name.enumerated() {
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
