import Files
package import ModelSelection

/// Confidence intervals in tables, titles and sentences.
package enum IntervalText {
    /// Returns the limits in per cent, with as many decimals as tell them apart: "91–100", or "97.9–98.6" for many points.
    ///
    /// - Parameters:
    ///   - low: the lower limit, 0…1.
    ///   - high: the upper limit, 0…1.
    package static func range(_ low: Double, _ high: Double) -> String {
        let decimals = high - low >= 0.02 ? 0 : high - low >= 0.002 ? 1 : 2
        return [low, high].map { DecimalText.fixed(100 * $0, decimals: decimals) }.joined(separator: "–")
    }

    /// Returns a share with its 95 % interval: "98.3 % (91–100)".
    package static func percent(_ share: Double, _ interval: WilsonInterval) -> String {
        "\(DecimalText.percent(share)) (\(range(interval.low, interval.high)))"
    }
}
