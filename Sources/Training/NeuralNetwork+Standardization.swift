public import Datasets
import Geometry

extension NeuralNetwork {
    /// Returns the network that gives for points in data units what this one gives for standardised points.
    ///
    /// Only the first layer changes. The weights of a unit are divided by the deviations, and its bias absorbs the
    /// means:
    ///
    ///     b + Σ wᵢ·(xᵢ − meanᵢ)/deviationᵢ = (b − Σ vᵢ·meanᵢ) + Σ vᵢ·xᵢ   with   vᵢ = wᵢ/deviationᵢ
    public func destandardized(by standardization: Standardization) -> NeuralNetwork {
        let (mean, deviation) = (standardization.mean, standardization.deviation)
        var theta = theta
        for unit in 0..<shape.unitCounts[1] {
            let weightX = theta[3 * unit + 1] / deviation.x
            let weightY = theta[3 * unit + 2] / deviation.y
            theta[3 * unit] -= weightX * mean.x + weightY * mean.y
            theta[3 * unit + 1] = weightX
            theta[3 * unit + 2] = weightY
        }
        return NeuralNetwork(shape: shape, theta: theta)
    }
}
