import ArgumentParser

/// Which networks, and how they start.
struct NetworkOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Hidden layer sizes, separated by commas; one picture is drawn for each. (default: 3)", valueName: "list"),
        transform: HiddenSizes.init)
    var hidden = HiddenSizes([3])

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Regularisation: the weight of the penalty on large weights. (default: 0.001)", valueName: "number"),
        transform: { try OptionValue.number($0, accepted: "a number of 0 or greater") { $0 >= 0 } })
    var lambda = 0.001

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Seed of the initial weights. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var initSeed: UInt32 = 0
}

/// The sizes of `--hidden`, in the order asked for, each once.
struct HiddenSizes: CustomStringConvertible {
    let sizes: [Int]
    /// Those that were asked for more than once.
    let repeated: [Int]

    init(_ sizes: [Int]) {
        var distinct: [Int] = []
        var repeated: [Int] = []
        for size in sizes {
            if !distinct.contains(size) {
                distinct.append(size)
            } else if !repeated.contains(size) {
                repeated.append(size)
            }
        }
        self.sizes = distinct
        self.repeated = repeated
    }

    /// - Throws: `ValidationError` that names the item which is not a size.
    init(_ text: String) throws {
        let sizes = try text.split(separator: ",", omittingEmptySubsequences: false).map { item in
            guard let size = Int(item.trimmingSpaces), size >= 1 else {
                let problem = item.isEmpty ? "a size is missing" : "'\(item)' is not a size"
                throw ValidationError("\(problem): whole numbers of 1 or greater are accepted, such as 1,2,3,5,20")
            }
            return size
        }
        self.init(sizes)
    }

    var description: String { sizes.map(String.init).joined(separator: ",") }
}

extension Substring {
    /// Without spaces at either end; "1, 2" is two sizes, "1 2" is none.
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " }
        return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
    }
}
