/// The indices of the points of each class that has any, ascending; the classes in the order of their labels.
func pointsByClass(_ labels: [Int]) -> [[Int]] {
    Dictionary(grouping: labels.indices) { labels[$0] }.sorted { $0.key < $1.key }.map(\.value)
}
