import Datasets
import ElementaryFunctions
public import Geometry
import Training

extension SavedModel {
    /// Classes of points, and how much speaks for each.
    public struct Predictions: Hashable, Sendable {
        /// The class index of every point, in order: that of the largest output, the lowest on a tie.
        public let classes: [Int]
        /// Row-major `points × classes`: the output of each class, the sigmoid of its logit, divided by the sum of the
        /// point's outputs.
        public let probabilities: [Double]
    }

    /// Predicts the classes of points in data units.
    ///
    /// What a point is given does not depend on the points about it: a caller with many hands them over in blocks of
    /// some thousands, and needs no memory for more.
    public func predictions(for points: [Point]) -> Predictions {
        let inputs = standardization.map { standardization in points.map { standardization.apply(to: $0) } } ?? points
        let logits = network.logits(of: inputs)
        var classes: [Int] = []
        var probabilities: [Double] = []
        classes.reserveCapacity(points.count)
        probabilities.reserveCapacity(logits.count)
        for start in stride(from: 0, to: logits.count, by: network.classCount) {
            let row = logits[start..<start + network.classCount]
            var best = start
            for index in row.indices where row[index] > row[best] { best = index }
            classes.append(best - start)
            probabilities += Self.probabilities(of: row, largest: row[best])
        }
        return Predictions(classes: classes, probabilities: probabilities)
    }

    /// The probabilities of a point's classes.
    ///
    /// ln σ(z) = min(z, 0) − ln(1 + e^−|z|) is finite however small σ(z) is, so that outputs which all vanish still
    /// have ratios. Less the largest of them, one exponential at least is 1.
    private static func probabilities(of logits: ArraySlice<Double>, largest: Double) -> [Double] {
        func logarithm(_ z: Double) -> Double { min(z, 0) - .log1p(.exp(-abs(z))) }
        let largestLogarithm = logarithm(largest)
        let shares = logits.map { Double.exp(logarithm($0) - largestLogarithm) }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
    }
}
