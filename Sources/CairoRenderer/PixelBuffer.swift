import Glibc

/// The memory of a picture's pixels: row-major, top row first, one 32-bit word each: `0x__RRGGBB`, or `0xAARRGGBB` with
/// colours premultiplied by alpha.
///
/// Not an array: without memory an array ends the program, and this throws.
final class PixelBuffer {
    let width: Int
    let height: Int
    let words: UnsafeMutableBufferPointer<UInt32>

    /// True if the highest bytes are an alpha.
    let hasAlpha: Bool

    /// Creates pixels that are all white, or clear if they have an alpha.
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
