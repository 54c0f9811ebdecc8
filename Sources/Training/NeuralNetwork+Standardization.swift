public import Datasets
import Geometry

extension NeuralNetwork {
    /// The network that makes of points in data units what this one makes of standardised points.
    ///
    /// Only the first layer is another. A unit's weights are divided by the deviations, and its bias takes in the
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
