import ElementaryFunctions
public import Geometry

/// Classes of points and their probabilities.
public struct Predictions: Hashable, Sendable {
    /// The class index of every point, in order: that of the largest output, the lowest on a tie.
    public let classes: [Int]
    /// Row-major `points × classes`: the output of each class, the sigmoid of its logit, divided by the sum of the
    /// point's outputs.
    public let probabilities: [Double]
}

extension NeuralNetwork {
    /// Predicts the classes of points.
    ///
    /// The result for a point does not depend on the other points.
    public func predictions(for points: [Point]) -> Predictions {
        let logits = logits(of: points)
        var classes: [Int] = []
        var probabilities: [Double] = []
        classes.reserveCapacity(points.count)
        probabilities.reserveCapacity(logits.count)
        for start in stride(from: 0, to: logits.count, by: classCount) {
            let row = logits[start..<start + classCount]
            var best = start
            for index in row.indices where row[index] > row[best] { best = index }
            classes.append(best - start)
            probabilities += Self.probabilities(of: row, largest: row[best])
        }
        return Predictions(classes: classes, probabilities: probabilities)
    }

    /// Returns the probabilities of a point's classes.
    ///
    /// ln σ(z) = min(z, 0) − ln(1 + e^−|z|) is finite however small σ(z) is, so outputs that all underflow still have
    /// ratios. The largest logarithm is subtracted, so at least one exponential is 1.
    private static func probabilities(of logits: ArraySlice<Double>, largest: Double) -> [Double] {
        func logarithm(_ z: Double) -> Double { min(z, 0) - .log1p(.exp(-abs(z))) }
        let largestLogarithm = logarithm(largest)
        let shares = logits.map { Double.exp(logarithm($0) - largestLogarithm) }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
    }
}
