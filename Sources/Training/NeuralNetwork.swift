public import Geometry
import MersenneTwister

/// A feed-forward classifier of points: units in layers, one output per class.
///
///     a⁰ = (x, y),   zˡ = bˡ + Wˡ·aˡ⁻¹,   aˡ = f(zˡ)   with f the activation of the hidden units
///
/// An output is the sigmoid of its logit z. The class of a point is that of the largest output; on a tie the lowest
/// index. Since the sigmoid ascends, the logits tell it without one.
public struct NeuralNetwork: Hashable, Sendable {
    /// How many units each layer has, and their activation.
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

    /// A network before training: every parameter of a layer uniform between two opposite numbers, which are
    /// ±√6 / √(units in + units out) with sigmoids and hyperbolic tangents, and ±√(6 / units in) with rectifiers.
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
            let limit = shape.activation.initialLimit(
                inputCount: layer.inputCount, outputCount: layer.outputCount)
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
        var classes: [Int] = []
        classes.reserveCapacity(points.count)
        forEachPoint(of: points) { logits, stride in
            classes.append(largest(of: logits, count: classCount, stride: stride))
        }
        return classes
    }

    /// The logits of every point, row-major `points × classes`.
    ///
    /// Those of a point are the same bits wherever it stands among others.
    public func logits(of points: [Point]) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(points.count * classCount)
        forEachPoint(of: points) { logits, stride in
            for output in 0..<classCount { numbers.append(logits[output * stride]) }
        }
        return numbers
    }

    /// Hands out the logits of every point, in order: the place of the first, and how far apart they lie.
    private func forEachPoint(of points: [Point], _ body: (_ logits: UnsafePointer<Double>, _ stride: Int) -> Void) {
        guard !points.isEmpty else { return }
        let pass = ForwardPass(shape: shape)
        var storage = LaneStorage(vectorCount: pass.rowCount * PointBlock(0, of: points.count).width)
        storage.withUnsafeMutableLanes { rows in
            theta.withUnsafeBufferPointer { theta in
                guard let theta = theta.baseAddress else { return }
                for index in 0..<PointBlock.count(for: points.count) {
                    let block = PointBlock(index, of: points.count)
                    points.withUnsafeBufferPointer { block.load($0, into: rows) }
                    pass.run(theta: theta, rows: rows, width: block.width)
                    let logits = (rows + pass.firstLogitRow * block.width).numbers
                    for point in 0..<block.range.count { body(logits + point, block.width * Lanes.scalarCount) }
                }
            }
        }
    }
}

/// The index of the largest of `count` numbers that lie `stride` apart; the first of equals.
private func largest(of numbers: UnsafePointer<Double>, count: Int, stride: Int) -> Int {
    var best = 0
    for index in 1..<count where numbers[index * stride] > numbers[best * stride] { best = index }
    return best
}
