/// The layers of a network, their activation, and the order of the parameters in theta.
///
/// theta is flat: for each layer in order, row-major `(units out) × (1 + units in)`, the bias of a unit before its
/// weights.
public struct NetworkShape: Hashable, Sendable {
    /// Units per layer: the inputs first, the outputs last; two or more layers.
    public let unitCounts: [Int]
    /// The activation of the hidden units.
    public let activation: Activation

    /// - Precondition: two or more layers, none empty.
    public init(unitCounts: [Int], activation: Activation = .sigmoid) {
        precondition(unitCounts.count >= 2, "a network has inputs and outputs")
        precondition(unitCounts.allSatisfy { $0 >= 1 }, "a layer has one unit or more")
        self.unitCounts = unitCounts
        self.activation = activation
    }

    /// Creates a shape of two inputs, the hidden layers in order, and one output per class.
    public init(hidden: [Int], classCount: Int, activation: Activation = .sigmoid) {
        self.init(unitCounts: [2] + hidden + [classCount], activation: activation)
    }

    /// The units of the first layer.
    public var inputCount: Int { unitCounts[0] }
    /// The units of the last layer.
    public var outputCount: Int { unitCounts[unitCounts.count - 1] }
    /// Units per hidden layer, from the inputs to the outputs.
    public var hidden: [Int] { Array(unitCounts[1..<unitCounts.count - 1]) }
    /// True if there is a layer between inputs and outputs.
    public var hasHiddenLayers: Bool { unitCounts.count > 2 }

    /// One item for every layer but the inputs.
    var layers: [Layer] {
        var start = 0
        return zip(unitCounts, unitCounts.dropFirst()).map { inputs, outputs in
            defer { start += outputs * (1 + inputs) }
            return Layer(inputCount: inputs, outputCount: outputs, start: start)
        }
    }

    /// The number of components of theta.
    public var parameterCount: Int { layers.reduce(0) { $0 + $1.parameterCount } }

    /// A layer of weights, between one layer of units and the next.
    struct Layer: Hashable, Sendable {
        let inputCount: Int
        let outputCount: Int
        /// The index of the layer's first parameter in theta.
        let start: Int

        /// The parameters per unit: its bias and one weight per input.
        var rowLength: Int { 1 + inputCount }
        var parameterCount: Int { outputCount * rowLength }
        var range: Range<Int> { start..<start + parameterCount }
    }
}
