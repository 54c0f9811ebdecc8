/// A kind of colour vision.
///
/// Colours seen without red or without green cones are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
/// "A physiologically-based model for simulation of color vision deficiency", IEEE Transactions on Visualization and
/// Computer Graphics 15 (2009): its matrices for severity 1.0, on linear RGB.
public enum ColorVision: String, Hashable, Sendable, CaseIterable {
    case normal
    /// Without red cones.
    case protanopic
    /// Without green cones.
    case deuteranopic

    /// Returns the distance of two colours in OKLab × 100, after rounding to the bytes of a picture.
    ///
    /// About 2 is the least difference visible side by side. Alpha is ignored.
    public func distance(_ first: Color, _ second: Color) -> Double {
        100 * OKLab(first.roundedToBytes, seenWith: self).distance(to: OKLab(second.roundedToBytes, seenWith: self))
    }

    /// Returns the intensities that this vision perceives, in linear RGB.
    func seen(red: Double, green: Double, blue: Double) -> (red: Double, green: Double, blue: Double) {
        guard let m = matrix else { return (red, green, blue) }
        func row(_ index: Int) -> Double {
            min(max(0, m[index][0] * red + m[index][1] * green + m[index][2] * blue), 1)
        }
        return (row(0), row(1), row(2))
    }

    /// Simulation matrix, row by row; nil for normal vision.
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
