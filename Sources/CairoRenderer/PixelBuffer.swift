import Glibc

/// The memory of a picture's pixels: row-major, top row first, one 32-bit word each: `0x__RRGGBB`, or
/// `0xAARRGGBB` with the colours multiplied by alpha.
///
/// Not an array, because an array that gets no memory ends the program, where this gives an error.
final class PixelBuffer {
    let width: Int
    let height: Int
    let words: UnsafeMutableBufferPointer<UInt32>

    /// Whether the highest bytes are an alpha.
    let hasAlpha: Bool

    /// All white, or clear where it has an alpha.
    init(_ size: PixelSize, hasAlpha: Bool) throws(RendererError) {
        let count = size.width * size.height
        guard let memory = malloc(count * MemoryLayout<UInt32>.stride) else {
            throw .outOfMemory(width: size.width, height: size.height)
        }
        width = size.width
        height = size.height
        self.hasAlpha = hasAlpha
        words = UnsafeMutableBufferPointer(start: memory.bindMemory(to: UInt32.self, capacity: count), count: count)
        words.initialize(repeating: hasAlpha ? 0 : 0xffff_ffff)
    }

    deinit {
        free(words.baseAddress)
    }
}
