/// How a reader sees colours.
///
/// The colours that readers without red or without green cones see are those of G. M. Machado, M. M. Oliveira and
/// L. A. F. Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
/// Visualization and Computer Graphics 15 (2009): its matrices for severity 1.0, on linear RGB.
public enum ColorVision: String, Hashable, Sendable, CaseIterable {
    case normal
    /// Without red cones.
    case protanopic
    /// Without green cones.
    case deuteranopic

    /// How different two colours look: their distance in OKLab × 100, once rounded to the bytes of a picture.
    ///
    /// About 2 is the least that is seen side by side. Alpha is not looked at.
    public func distance(_ first: Color, _ second: Color) -> Double {
        100 * OKLab(first.roundedToBytes, seenWith: self).distance(to: OKLab(second.roundedToBytes, seenWith: self))
    }

    /// The intensities that are seen, in linear RGB.
    func seen(red: Double, green: Double, blue: Double) -> (red: Double, green: Double, blue: Double) {
        guard let m = matrix else { return (red, green, blue) }
        func row(_ index: Int) -> Double {
            min(max(0, m[index][0] * red + m[index][1] * green + m[index][2] * blue), 1)
        }
        return (row(0), row(1), row(2))
    }

    /// Nil for sight that changes nothing.
    private var matrix: [SIMD3<Double>]? {
        switch self {
        case .normal: nil
        case .protanopic:
            [
                SIMD3(0.152286, 1.052583, -0.204868), SIMD3(0.114503, 0.786281, 0.099216),
                SIMD3(-0.003882, -0.048116, 1.051998),
            ]
        case .deuteranopic:
            [
                SIMD3(0.367322, 0.860646, -0.227968), SIMD3(0.280085, 0.672501, 0.047413),
                SIMD3(-0.011820, 0.042940, 0.968881),
            ]
        }
    }
}
