/// The colours of a picture that has at most 256 of them.
struct ColorPalette {
    /// `0x00RRGGBB`, in the order of their first use.
    private(set) var colors: [UInt32] = []

    /// An open-addressing table of `0x01RRGGBB`, 0 where free; a quarter full at most, so a search is short.
    private var keys = [UInt32](repeating: 0, count: 1024)
    private var values = [UInt8](repeating: 0, count: 1024)
    private static let mask = 1023

    /// The number of every pixel's colour, row-major; nil as soon as there is a 257th colour.
    mutating func indices(of pixels: UnsafeMutableBufferPointer<UInt32>) -> [UInt8]? {
        // Figures with smooth edges, the usual case, end here after a small part of their pixels and without the
        // memory.
        guard collect(pixels) else { return nil }
        return [UInt8](unsafeUninitializedCapacity: pixels.count) { indices, count in
            var previous = Self.key(0)
            var index = values[slot(of: previous)]
            for offset in pixels.indices {
                let key = Self.key(pixels[offset])
                if key != previous {
                    previous = key
                    index = values[slot(of: key)]
                }
                indices.initializeElement(at: offset, to: index)
            }
            count = pixels.count
        }
    }

    private mutating func collect(_ pixels: UnsafeMutableBufferPointer<UInt32>) -> Bool {
        var previous: UInt32 = 0
        for pixel in pixels {
            let key = Self.key(pixel)
            if key == previous { continue }
            previous = key
            let slot = slot(of: key)
            if keys[slot] == key { continue }
            if colors.count == 256 { return false }
            keys[slot] = key
            values[slot] = UInt8(colors.count)
            colors.append(pixel & 0xff_ffff)
        }
        return true
    }

    private static func key(_ pixel: UInt32) -> UInt32 { pixel & 0xff_ffff | 0x100_0000 }

    /// Where `key` is, or the free place for it.
    private func slot(of key: UInt32) -> Int {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the top 10 bits of key · 2³²/φ.
        var slot = Int((key &* 0x9e37_79b9) >> 22)
        while keys[slot] != key, keys[slot] != 0 {
            slot = (slot + 1) & Self.mask
        }
        return slot
    }
}
