import Files
import Plotting

/// The horizontal axis of a curve: the quantity in which the networks of a line differ.
public enum CurveAxis: Hashable, Sendable {
    /// The hidden layers.
    case hidden(HiddenSizes)
    /// λ, ascending.
    case lambda([Double])
    /// The number of training points, ascending.
    case samples([Int])
}

extension CurveAxis {
    /// The number of places on the axis.
    public var count: Int {
        switch self {
        case .hidden(let sizes): sizes.count
        case .lambda(let lambdas): lambdas.count
        case .samples(let counts): counts.count
        }
    }

    /// "5 units", "λ 0.01" or "112 points".
    public func name(_ index: Int) -> String {
        switch self {
        case .hidden(let sizes): sizes.unitsText(index)
        case .lambda(let lambdas): "λ \(DecimalText.shortest(lambdas[index]))"
        case .samples(let counts): "\(counts[index]) point\(counts[index] == 1 ? "" : "s")"
        }
    }

    /// "5", "0.01" or "112".
    public func label(_ index: Int) -> String {
        switch self {
        case .hidden(let sizes): HiddenLayers(sizes.layers[index]).text
        case .lambda(let lambdas): DecimalText.shortest(lambdas[index])
        case .samples(let counts): "\(counts[index])"
        }
    }

    /// The title of the axis.
    var title: String {
        switch self {
        case .hidden: "hidden units"
        case .lambda: "λ"
        case .samples: "training points"
        }
    }

    /// The heading of a legend in which each panel has its own best place.
    var noun: String {
        switch self {
        case .hidden: "size"
        case .lambda: "λ"
        case .samples: "number of points"
        }
    }

    var scale: AxisScale.Kind {
        switch self {
        case .hidden(let sizes): sizes.scale
        case .lambda: .logarithmic
        case .samples: .linear
        }
    }

    /// The indices of the places that may be the best, the simplest network first: the smallest, or that of the largest
    /// λ; none along an axis of training points, of which more are better.
    var simplestFirst: [Int] {
        switch self {
        case .hidden: Array(0..<count)
        case .lambda: (0..<count).reversed()
        case .samples: []
        }
    }

    /// Returns a place in data units. λ 0 has no logarithm; it stands at a tenth of the least other λ.
    func position(_ index: Int) -> Double {
        switch self {
        case .hidden(let sizes): sizes.position(index)
        case .lambda(let lambdas):
            lambdas[index] > 0 ? lambdas[index] : (lambdas.first { $0 > 0 } ?? 10) / 10
        case .samples(let counts): Double(counts[index])
        }
    }

    /// Returns a position `side` times the half width of a bar to the right of `x`.
    func position(_ x: Double, besides side: Double) -> Double {
        if case .hidden(let sizes) = self, sizes.areListed { return x + 0.05 * side }
        return x * (1 + 0.03 * side)
    }

    /// Returns true if places on both axes compare, so that panels can share their limits.
    func isComparable(to other: CurveAxis) -> Bool {
        switch (self, other) {
        case (.hidden(let sizes), .hidden(let others)):
            sizes.areListed == others.areListed && (!sizes.areListed || sizes == others)
        case (.lambda, .lambda), (.samples, .samples): true
        default: false
        }
    }

    /// Returns a tick at every place, in order of importance: the best place, both ends, then round values before others.
    func ticks(bestIndex: Int?) -> Axes.Ticks {
        switch self {
        case .hidden(let sizes): return HiddenSizeTicks.ranked(sizes, bestIndex: bestIndex, at: sizes.position)
        case .lambda(let lambdas):
            return ranked(bestIndex: bestIndex, labels: lambdas.map(DecimalText.shortest)) {
                Self.roughness(lambdas[$0])
            }
        case .samples(let counts):
            // Powers of two leave evenly spaced labels.
            return ranked(bestIndex: bestIndex, labels: counts.map(String.init)) { 64 - $0.trailingZeroBitCount }
        }
    }

    private func ranked(bestIndex: Int?, labels: [String], by rank: (Int) -> Int) -> Axes.Ticks {
        let ranks = labels.indices.map { index in
            (rank: index == bestIndex ? -2 : index == 0 || index == count - 1 ? -1 : rank(index), index: index)
        }
        return .given(ranks.sorted { $0 < $1 }.map { Axes.Tick(position($0.index), label: labels[$0.index]) })
    }

    /// Returns the rank of a number: 0 for powers of ten, 1 for other numbers of one digit, else 2.
    private static func roughness(_ value: Double) -> Int {
        let digits = DecimalText.shortest(value).prefix { $0 != "e" }.filter { $0 != "." }.drop { $0 == "0" }
        let significant = digits.reversed().drop { $0 == "0" }
        return significant.count > 1 ? 2 : significant.first == "1" ? 0 : 1
    }
}
