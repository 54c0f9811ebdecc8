/// The hidden layers of a network, with their names in texts.
public struct HiddenLayers: Hashable, Sendable {
    /// Units per hidden layer, from the inputs to the outputs; empty without hidden layers.
    public let units: [Int]

    /// Creates layers from their numbers of units.
    public init(_ units: [Int]) { self.units = units }

    /// "3", or "8x4" for stacked layers; "0" without layers.
    public var text: String { units.isEmpty ? "0" : units.map(String.init).joined(separator: "x") }

    /// "3", or "8×4" for stacked layers; "0" without layers.
    public var label: String { units.isEmpty ? "0" : units.map(String.init).joined(separator: "×") }

    /// "1 unit", "3 units" or "8×4 units".
    public var unitsText: String { "\(label) unit\(units == [1] ? "" : "s")" }

    /// "1 hidden unit", "3 hidden units" or "8×4 hidden units".
    public var name: String { "\(label) hidden unit\(units == [1] ? "" : "s")" }
}
