import Plotting

/// The networks of a curve or a heat map, by their hidden layers, in the order of the axis.
///
/// Networks with one hidden layer are placed by their number of units on a logarithmic axis. If a network has several
/// layers, all networks are listed at equal distances.
public struct HiddenSizes: Hashable, Sendable {
    /// Units per hidden layer of each network, from the inputs to the outputs.
    public let layers: [[Int]]
    /// True if networks are listed at positions 0, 1, 2, ….
    public let areListed: Bool

    /// - Precondition: there is at least one network, and all differ; unless they are listed, their numbers of units
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

    /// The number of networks.
    public var count: Int { layers.count }

    /// "5", or "8×4" for stacked layers.
    public func label(_ index: Int) -> String {
        HiddenLayers(layers[index]).label
    }

    /// Returns the position of a network on the axis of a curve. 0 units have no logarithm and are placed at ½.
    func position(_ index: Int) -> Double {
        areListed ? Double(index) : max(0.5, Double(layers[index].first ?? 0))
    }

    /// The scale of the axis of a curve.
    var scale: AxisScale.Kind { areListed ? .linear : .logarithmic }

    /// "1 unit", "5 units" or "8×4 units".
    func unitsText(_ index: Int) -> String { HiddenLayers(layers[index]).unitsText }
}
