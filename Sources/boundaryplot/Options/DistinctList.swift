import ArgumentParser
import DecisionBoundary

/// The distinct values of a list option, in the order given.
struct DistinctList<Element: Hashable> {
    let values: [Element]
    /// The repeated values.
    let repeated: [Element]

    init(_ elements: [Element]) {
        var seen: Set<Element> = []
        var repeated: [Element] = []
        values = elements.filter { element in
            let isNew = seen.insert(element).inserted
            if !isNew && !repeated.contains(element) { repeated.append(element) }
            return isNew
        }
        self.repeated = repeated
    }
}

extension DistinctList {
    /// Prints a note for each repeated value of `option`.
    func printNotes(option: String, text: (Element) -> String) {
        for element in repeated {
            StandardStream.note("Note: \(option) names \(text(element)) more than once; it counts once")
        }
    }
}

extension DistinctList: Sendable where Element: Sendable {}

extension DistinctList<[Int]> {
    /// Limit on the number of networks.
    private static let greatestCount = 10_000

    /// Parses the sizes of `--hidden`: "1,2,3", "1-20" for all of them, "1-50:5" for every fifth, "8x4" for two layers;
    /// "0" is the network without hidden layers.
    ///
    /// - Throws: `ValidationError` for the first item that is not a size.
    static func hiddenLayers(_ text: String) throws -> DistinctList {
        var networks: [[Int]] = []
        for item in text.listItems {
            if let layers = layers(item) {
                networks.append(layers)
            } else {
                networks += try range(item).map { $0 == 0 ? [] : [$0] }
            }
            guard networks.count <= greatestCount else {
                throw ValidationError("that is more than \(greatestCount) sizes, the most that are accepted")
            }
        }
        return DistinctList(networks)
    }

    /// Parses the sizes of several layers, from the inputs to the outputs; nil if the item has another form.
    private static func layers(_ item: Substring) -> [Int]? {
        let parts = item.split(separator: "x", omittingEmptySubsequences: false)
        let sizes = parts.compactMap { size($0) }
        return (2...ClassifierRequest.greatestLayerCount).contains(parts.count) && sizes.count == parts.count
            ? sizes : nil
    }

    private static func range(_ item: Substring) throws -> some Sequence<Int> {
        let parts = item.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let ends = parts[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map {
            size($0, from: 0)
        }
        let step = parts.count > 1 ? size(parts[1]) : 1
        guard let first = ends[0], let last = ends[ends.count - 1], let step, ends.count > 1 || parts.count == 1 else {
            let problem = item.isEmpty ? "a size is missing" : "'\(item)' is not a size"
            throw ValidationError(
                "\(problem): whole numbers of 0 or greater are accepted, such as 1,2,3,5,20, ranges, 1-20 or 1-50:5, and layers, 8x4"
            )
        }
        guard first <= last else {
            throw ValidationError("'\(item)' is empty: the first size of a range is the smaller one, such as 1-20")
        }
        guard (last - first) / step < greatestCount else {
            throw ValidationError("'\(item)' is more than \(greatestCount) sizes, the most that are accepted")
        }
        return stride(from: first, through: last, by: step)
    }

    /// Parses a whole number of `least` or greater, without a sign.
    private static func size(_ text: Substring, from least: Int = 1) -> Int? {
        guard let size = Int(text.trimmingSpaces), size >= least, !text.contains("+"), !text.contains("-") else {
            return nil
        }
        return size
    }
}

extension DistinctList<Double> {
    /// Parses the values of `--lambda`: "0.001" or "0.001,0.01,0.1".
    ///
    /// - Throws: `ValidationError` for the first item that is not a number of 0 or greater.
    static func lambdas(_ text: String) throws -> DistinctList {
        let items = text.listItems
        return DistinctList(
            try items.map { item in
                guard let value = Double(item.trimmingSpaces), value.isFinite, value >= 0 else {
                    let subject = items.count > 1 ? (item.isEmpty ? "a number is missing: " : "'\(item)' is not: ") : ""
                    throw ValidationError("\(subject)numbers of 0 or greater are accepted, such as 0.001,0.01,0.1")
                }
                // −0 would have a sign in file names.
                return value == 0 ? 0 : value
            })
    }
}

extension String {
    /// The items between commas; two successive commas give an empty item.
    fileprivate var listItems: [Substring] { split(separator: ",", omittingEmptySubsequences: false) }
}

extension Substring {
    /// The text without spaces at either end.
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " }
        return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
    }
}
