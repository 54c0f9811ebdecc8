/// The difference of two pictures, in steps of 0…255 of a colour component.
struct PictureDifference {
    /// The mean over all components of all pixels.
    let mean: Double
    /// The greatest difference of a component.
    let largest: Int
    /// The share of pixels, 0…1, with a component that differs by more than 16.
    let differingShare: Double
    let isSameSize: Bool
    /// Expected, difference and actual picture side by side; large differences are dark.
    let sideBySide: PixelPicture

    /// True if other versions of Cairo, FreeType and DejaVu may cause the difference: the antialiasing of edges and
    /// letters. Another marker colour, line width or letter position is not tolerated.
    static let tolerance = (mean: 0.2, largest: 128, differingShare: 0.004)

    var isTolerable: Bool {
        isSameSize && mean <= Self.tolerance.mean && largest <= Self.tolerance.largest
            && differingShare <= Self.tolerance.differingShare
    }

    init(expected: PixelPicture, actual: PixelPicture) {
        let width = max(expected.width, actual.width)
        let height = max(expected.height, actual.height)
        let gap = 8
        var (sum, largest, differing) = (0, 0, 0)
        var panels = [UInt32](repeating: 0x80_8080, count: (3 * width + 2 * gap) * height)
        for row in 0..<height {
            let start = row * (3 * width + 2 * gap)
            for column in 0..<width {
                let (before, after) = (expected[column, row], actual[column, row])
                let steps = [16, 8, 0].map { abs(Int(before >> $0 & 0xff) - Int(after >> $0 & 0xff)) }
                let most = max(steps[0], steps[1], steps[2])
                sum += steps[0] + steps[1] + steps[2]
                largest = max(largest, most)
                if most > 16 { differing += 1 }
                let shade = UInt32(255 - min(255, 4 * most))
                panels[start + column] = before
                panels[start + width + gap + column] = shade << 16 | shade << 8 | shade
                panels[start + 2 * (width + gap) + column] = after
            }
        }
        mean = Double(sum) / Double(3 * width * height)
        self.largest = largest
        differingShare = Double(differing) / Double(width * height)
        isSameSize = expected.width == actual.width && expected.height == actual.height
        sideBySide = PixelPicture(width: 3 * width + 2 * gap, height: height, pixels: panels)
    }
}

extension PictureDifference: CustomStringConvertible {
    var description: String {
        """
        mean difference \(mean) (tolerated \(Self.tolerance.mean)), largest \(largest) (\(Self.tolerance.largest)), \
        share of differing pixels \(differingShare) (\(Self.tolerance.differingShare))\
        \(isSameSize ? "" : ", and another size")
        """
    }
}
