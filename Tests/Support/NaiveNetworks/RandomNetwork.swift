import MersenneTwister
public import Training

/// A network with normal parameters of the given deviation.
public func randomNetwork(
    _ unitCounts: [Int], activation: Activation = .sigmoid, deviation: Double, seed: UInt32
) -> NeuralNetwork {
    var random = RandomState(seed: seed)
    let shape = NetworkShape(unitCounts: unitCounts, activation: activation)
    return NeuralNetwork(
        shape: shape, theta: (0..<shape.parameterCount).map { _ in random.normal(standardDeviation: deviation) })
}
