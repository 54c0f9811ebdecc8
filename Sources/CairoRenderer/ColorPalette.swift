/// The colours of a picture that has at most 256 of them.
struct ColorPalette {
    /// `0x00RRGGBB`, in the order of their first use.
    private(set) var colors: [UInt32] = []
    /// The number of every pixel's colour, row-major.
    private(set) var indices: [UInt8] = []

    /// Nil as soon as there is a 257th colour.
    init?(of pixels: UnsafeMutableBufferPointer<UInt32>) {
        var numbers: [UInt32: UInt8] = [:]
        // Neighbours mostly have one colour: it is looked up once.
        var last: UInt32?
        // A pass of its own, which figures with smooth edges, the usual case, end early and without memory for indices.
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
