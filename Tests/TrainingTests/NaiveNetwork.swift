import Datasets
import Foundation
import Geometry
import MersenneTwister
import Training

/// The network and its cost by the textbook, point by point and unit by unit, with the functions of the C library.
struct NaiveNetwork {
    let layers: [Int]
    let theta: [Double]
    var activation = Activation.sigmoid

    /// The activations of every layer, inputs first; the last ones are logits.
    func activations(at point: Point) -> [[Double]] {
        var activations = [[point.x, point.y]]
        forEachLayer { start, inputCount, outputCount, isLast in
            let inputs = activations[activations.count - 1]
            activations.append(
                (0..<outputCount).map { unit in
                    let row = start + unit * (1 + inputCount)
                    let z = (0..<inputCount).reduce(theta[row]) { $0 + theta[row + 1 + $1] * inputs[$1] }
                    return isLast ? z : activate(z)
                })
        }
        return activations
    }

    func logits(at point: Point) -> [Double] { activations(at: point).last ?? [] }

    func costAndGradient(on dataset: Dataset, lambda: Double) -> (cost: Double, gradient: [Double]) {
        var cost = 0.0
        var gradient = Array(repeating: 0.0, count: theta.count)
        for (point, label) in zip(dataset.points, dataset.labels) {
            var activations = activations(at: point)
            let logits = activations.removeLast()
            for (output, z) in logits.enumerated() { cost += softplus(output == label ? -z : z) }
            var deltas = logits.enumerated().map { sigmoid($1) - ($0 == label ? 1 : 0) }
            for (layer, inputs) in activations.enumerated().reversed() {
                let start = starts[layer]
                var below = Array(repeating: 0.0, count: inputs.count)
                for (unit, delta) in deltas.enumerated() {
                    let row = start + unit * (1 + inputs.count)
                    gradient[row] += delta
                    for (index, input) in inputs.enumerated() {
                        gradient[row + 1 + index] += delta * input
                        below[index] += delta * theta[row + 1 + index]
                    }
                }
                deltas = zip(below, inputs).map { $0 * slope($1) }
            }
        }
        var squares = 0.0
        forEachLayer { start, inputCount, outputCount, _ in
            for index in start..<start + outputCount * (1 + inputCount)
            where !(index - start).isMultiple(of: 1 + inputCount) {
                squares += theta[index] * theta[index]
                gradient[index] += lambda * theta[index]
            }
        }
        let count = Double(dataset.points.count)
        return ((cost + lambda / 2 * squares) / count, gradient.map { $0 / count })
    }

    private func activate(_ z: Double) -> Double {
        switch activation {
        case .sigmoid: sigmoid(z)
        case .tanh: tanh(z)
        case .relu: max(z, 0)
        }
    }

    /// The derivative, from the result of `activate`.
    private func slope(_ a: Double) -> Double {
        switch activation {
        case .sigmoid: a * (1 - a)
        case .tanh: 1 - a * a
        case .relu: a > 0 ? 1 : 0
        }
    }

    /// The start of each layer's parameters in theta.
    private var starts: [Int] {
        var starts: [Int] = []
        forEachLayer { start, _, _, _ in starts.append(start) }
        return starts
    }

    private func forEachLayer(_ body: (_ start: Int, _ inputs: Int, _ outputs: Int, _ isLast: Bool) -> Void) {
        var start = 0
        for index in 1..<layers.count {
            body(start, layers[index - 1], layers[index], index == layers.count - 1)
            start += layers[index] * (1 + layers[index - 1])
        }
    }
}

private func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

private func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }

/// Returns normal points and random labels.
func randomDataset(count: Int, classCount: Int = 2, seed: UInt32) -> Dataset {
    var random = RandomState(seed: seed)
    let points = (0..<count).map { _ in Point(x: random.normal(), y: random.normal()) }
    return Dataset(
        points: points, labels: points.map { _ in random.randint(0..<classCount) },
        classNames: (0..<classCount).map(String.init))
}

/// Returns a normal theta with a given deviation.
func randomTheta(_ shape: NetworkShape, deviation: Double = 1, seed: UInt32) -> [Double] {
    var random = RandomState(seed: seed)
    return (0..<shape.parameterCount).map { _ in random.normal(standardDeviation: deviation) }
}

/// Returns max |aᵢ − bᵢ| relative to max |bᵢ|.
func greatestDifference(_ a: [Double], _ b: [Double]) -> Double {
    let difference = zip(a, b).map { abs($0 - $1) }.max() ?? 0
    return difference / (b.map { abs($0) }.max() ?? 1)
}

extension TrainingObjective {
    /// Returns cost and gradient of a new objective at `theta`.
    static func evaluate(
        _ dataset: Dataset, _ shape: NetworkShape, theta: [Double], lambda: Double, threads: Int = 1
    ) -> (cost: Double, gradient: [Double]) {
        var objective = TrainingObjective(dataset: dataset, shape: shape, lambda: lambda, threads: threads)
        var gradient = Array(repeating: Double.nan, count: theta.count)
        let cost = objective.evaluate(at: theta, gradient: &gradient)
        return (cost, gradient)
    }
}
