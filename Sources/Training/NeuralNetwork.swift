public import Geometry
import MersenneTwister

/// A feed-forward classifier of points: units in layers, one output per class.
///
///     a⁰ = (x, y),   zˡ = bˡ + Wˡ·aˡ⁻¹,   aˡ = f(zˡ)   with f the activation of the hidden units
///
/// An output is the sigmoid of its logit z. The class of a point is the index of the largest output, the lowest on a
/// tie; since the sigmoid ascends, that is the index of the largest logit.
public struct NeuralNetwork: Hashable, Sendable {
    /// The layers and their activation.
    public let shape: NetworkShape
    /// The parameters, in the order that `NetworkShape` describes.
    public let theta: [Double]

    /// Creates a network from its parameters.
    ///
    /// - Precondition: two inputs, and as many parameters as the shape has.
    public init(shape: NetworkShape, theta: [Double]) {
        precondition(shape.inputCount == 2, "a network of points has two inputs")
        precondition(theta.count == shape.parameterCount, "theta has one component per parameter")
        self.shape = shape
        self.theta = theta
    }

    /// Creates a network before training. The parameters of a layer are uniform within
    /// ±√6 / √(units in + units out) for sigmoids and hyperbolic tangents, and within ±√(6 / units in) for rectifiers.
    ///
    /// The generator is seeded afresh for every layer, so all layers draw from the same stream.
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

    /// Returns the class index of every point, in order.
    public func classes(of points: [Point]) -> [Int] {
        // Swift writes the count of an empty array into storage that all threads share.
        guard !points.isEmpty else { return [] }
        return [Int](unsafeUninitializedCapacity: points.count) { classes, initializedCount in
            forEachBlock(of: points) { block, rows, pass in
                pass.writeClasses(of: rows, width: block.width, to: classes.extracting(block.range))
            }
            initializedCount = points.count
        }
    }

    /// Returns the logits of every point, row-major `points × classes`.
    ///
    /// The logits of a point are the same bits wherever it stands among others.
    public func logits(of points: [Point]) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(points.count * classCount)
        forEachBlock(of: points) { block, rows, pass in
            let logits = (rows + pass.firstLogitRow * block.width).numbers
            for point in 0..<block.range.count {
                for output in 0..<classCount {
                    numbers.append(logits[output * block.width * Lanes.scalarCount + point])
                }
            }
        }
        return numbers
    }

    /// Calls `body` for every block of points, with the rows that a forward pass has filled.
    private func forEachBlock(
        of points: [Point], _ body: (_ block: PointBlock, _ rows: UnsafePointer<Lanes>, _ pass: ForwardPass) -> Void
    ) {
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
                    body(block, rows, pass)
                }
            }
        }
    }
}
