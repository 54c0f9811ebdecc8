import Plotting

/// The ticks of an axis of hidden sizes, in order of importance.
enum HiddenSizeTicks {
    /// Returns ticks for `bestIndex`, then both ends, then round numbers before less round ones, then small numbers
    /// before large ones.
    ///
    /// Listed networks rank by powers of two instead of roundness, so that the labels that fit are evenly spaced.
    /// Beyond twenty sizes the least round ones have no label; otherwise arbitrary numbers would fill the gaps.
    ///
    /// - Parameter position: returns the position of a size on the axis, in data units.
    static func ranked(_ sizes: HiddenSizes, bestIndex: Int? = nil, at position: (Int) -> Double) -> Axes.Ticks {
        func rank(_ index: Int) -> Int {
            if index == bestIndex { return -2 }
            if index == 0 || index == sizes.count - 1 { return -1 }
            return sizes.areListed ? 64 - index.trailingZeroBitCount : roughness(sizes.layers[index].first ?? 0)
        }
        let leastNamed = sizes.areListed ? 64 : sizes.count > 20 ? 4 : 5
        let ranks = (0..<sizes.count).map { (rank: rank($0), index: $0) }.sorted { $0 < $1 }
        return .given(
            ranks.map { Axes.Tick(position($0.index), label: $0.rank > leastNamed ? "" : sizes.label($0.index)) })
    }

    /// Returns the rank of a number: 0 for powers of ten, 1 for five times a power of ten, 2 for two times, 3 for other
    /// digits times a power of ten, 4 for other multiples of five, else 5.
    private static func roughness(_ size: Int) -> Int {
        var digits = size
        while digits >= 10 && digits.isMultiple(of: 10) { digits /= 10 }
        return switch digits {
        case 1: 0
        case 5: 1
        case 2: 2
        case ..<10: 3
        default: size.isMultiple(of: 5) ? 4 : 5
        }
    }
}
