/// The colours of a picture with at most 256 of them.
struct ColorPalette {
    /// Colours as `0x00RRGGBB`, in the order of their first use.
    private(set) var colors: [UInt32] = []
    /// Index of every pixel's colour, row-major.
    private(set) var indices: [UInt8] = []

    /// Collects the colours of `pixels`; nil if there are more than 256.
    init?(of pixels: UnsafeMutableBufferPointer<UInt32>) {
        var numbers: [UInt32: UInt8] = [:]
        // Neighbours mostly have the same colour, which is looked up once.
        var last: UInt32?
        // Figures with smooth edges, the usual case, end this pass early and take no memory for indices.
        for pixel in pixels where pixel & 0xff_ffff != last {
            let color = pixel & 0xff_ffff
            last = color
            if numbers[color] != nil { continue }
            guard let number = UInt8(exactly: colors.count) else { return nil }
            numbers[color] = number
            colors.append(color)
        }
        last = nil
        var index: UInt8 = 0
        indices = pixels.map { pixel in
            if pixel & 0xff_ffff != last {
                last = pixel & 0xff_ffff
                index = numbers[pixel & 0xff_ffff] ?? 0
            }
            return index
        }
    }
}
