/// Returns the indices of the points of each class, ascending; classes without points are left out.
func pointsByClass(_ labels: [Int]) -> [[Int]] {
    Dictionary(grouping: labels.indices) { labels[$0] }.sorted { $0.key < $1.key }.map { $0.value }
}
