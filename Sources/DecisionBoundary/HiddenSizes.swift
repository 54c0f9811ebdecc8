import Plotting

/// The networks of a curve or a heat map, by their hidden layers, in the order of the axis.
///
/// Where no network has more than one layer, they stand at their numbers of units on a logarithmic axis. As soon as one
/// has several, those numbers do not place them any more: all are listed then, evenly spaced.
public struct HiddenSizes: Hashable, Sendable {
    /// Of each network the units per hidden layer, from the inputs to the outputs.
    public let layers: [[Int]]
    /// Whether networks are evenly spaced, at 0, 1, 2 and so on.
    public let areListed: Bool

    /// - Precondition: there is a network, and none is there twice; where none has more than one layer, their units
    ///   ascend.
    public init(_ layers: [[Int]]) {
        precondition(!layers.isEmpty && Set(layers).count == layers.count, "networks of an axis are there once each")
        let areListed = layers.contains { $0.count > 1 }
        let units = layers.map { $0.first ?? 0 }
        precondition(
            areListed || units[0] >= 0 && zip(units, units.dropFirst()).allSatisfy { $0 < $1 },
            "the sizes of an axis ascend, from 0 or more")
        self.layers = layers
        self.areListed = areListed
    }

    /// Networks of one hidden layer each.
    ///
    /// - Parameter sizes: numbers of hidden units, ascending; 0 stands for a network without hidden layers.
    /// - Precondition: there is a size, and sizes ascend from 0 or more.
    public init(_ sizes: [Int]) {
        self.init(sizes.map { [$0] })
    }

    /// How many networks there are.
    public var count: Int { layers.count }

    /// "5", or "8×4" for stacked layers.
    public func label(_ index: Int) -> String {
        layers[index].isEmpty ? "0" : layers[index].map(String.init).joined(separator: "×")
    }

    /// Where a network stands on the axis of a curve; 0 units, which have no logarithm, where ½ would.
    func position(_ index: Int) -> Double {
        areListed ? Double(index) : max(0.5, Double(layers[index].first ?? 0))
    }

    /// Of the axis of a curve.
    var scale: AxisScale.Kind { areListed ? .linear : .logarithmic }

    /// "1 unit", "5 units" or "8×4 units".
    func unitsText(_ index: Int) -> String { "\(label(index)) unit\(layers[index] == [1] ? "" : "s")" }
}
