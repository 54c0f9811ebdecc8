import Files
public import Plotting

extension Tag {
    /// Shows by how much the accuracy on the training points exceeds that on the held-out points: "gap 1.7 pp".
    ///
    /// The ground is the stronger the greater the gap: faint up to 0, full from 20 percentage points on. Its lightness
    /// alone tells, so that it can be read in grey and by colour-blind readers.
    ///
    /// - Parameter gap: difference of two shares, −1…1.
    public init(gap: Double, on ground: Theme.Ground) {
        let points = DecimalText.fixed(100 * gap, decimals: 1)
        let text = points.hasPrefix("-") ? "\u{2212}" + points.dropFirst() : points
        self.init("gap \(text) pp", shortText: "\(text) pp", color: ColorMap.crimson(on: ground)(gap / Tag.fullGap))
    }

    private static let fullGap = 0.2
}
