public import Geometry
import MersenneTwister

/// A feed-forward classifier of points: sigmoid units in layers, one output per class.
///
///     a⁰ = (x, y),   zˡ = bˡ + Wˡ·aˡ⁻¹,   aˡ = 1 / (1 + e^−zˡ)
///
/// The class of a point is that of the largest output; on a tie the lowest index. Since the sigmoid ascends, the last
/// layer's logits z tell it without one.
public struct NeuralNetwork: Hashable, Sendable {
    /// How many units each layer has.
    public let shape: NetworkShape
    /// The parameters, laid out as `NetworkShape` says.
    public let theta: [Double]

    /// - Precondition: two inputs, and as many parameters as the shape has.
    public init(shape: NetworkShape, theta: [Double]) {
        precondition(shape.inputCount == 2, "a network of points has two inputs")
        precondition(theta.count == shape.parameterCount, "theta has one component per parameter")
        self.shape = shape
        self.theta = theta
    }

    /// A network before training: every parameter uniform in ±√6 / √(units in + units out) of its layer.
    ///
    /// The generator is seeded afresh for every layer, so that all layers begin on the same stream, whatever lies
    /// before.
    ///
    /// - Parameter seed: as in numpy's `RandomState(seed)`.
    public init(shape: NetworkShape, initialSeed seed: UInt32) {
        var theta: [Double] = []
        theta.reserveCapacity(shape.parameterCount)
        for layer in shape.layers {
            var random = RandomState(seed: seed)
            let limit = 6.0.squareRoot() / Double(layer.inputCount + layer.outputCount).squareRoot()
            for _ in 0..<layer.parameterCount {
                theta.append(random.uniform(low: -limit, high: limit))
            }
        }
        self.init(shape: shape, theta: theta)
    }

    /// The number of outputs, one for each class.
    public var classCount: Int { shape.outputCount }

    /// The class index of every point, in order.
    public func classes(of points: [Point]) -> [Int] {
        let pass = ForwardPass(shape: shape)
        var classes: [Int] = []
        classes.reserveCapacity(points.count)
        guard !points.isEmpty else { return [] }
        var storage = LaneStorage(vectorCount: pass.rowCount * PointBlock(0, of: points.count).width)
        storage.withUnsafeMutableLanes { rows in
            theta.withUnsafeBufferPointer { theta in
                guard let theta = theta.baseAddress else { return }
                for index in 0..<PointBlock.count(for: points.count) {
                    let block = PointBlock(index, of: points.count)
                    points.withUnsafeBufferPointer { block.load($0, into: rows) }
                    pass.run(theta: theta, rows: rows, width: block.width)
                    let logits = (rows + pass.firstLogitRow * block.width).numbers
                    for point in 0..<block.range.count {
                        classes.append(
                            largest(of: logits + point, count: classCount, stride: block.width * Lanes.scalarCount))
                    }
                }
            }
        }
        return classes
    }
}

/// The index of the largest of `count` numbers that lie `stride` apart; the first of equals.
private func largest(of numbers: UnsafePointer<Double>, count: Int, stride: Int) -> Int {
    var best = 0
    for index in 1..<count where numbers[index * stride] > numbers[best * stride] { best = index }
    return best
}
