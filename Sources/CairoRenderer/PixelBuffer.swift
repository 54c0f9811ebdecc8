import Glibc

/// The memory of a picture's pixels: row-major, top row first, one 32-bit word `0x__RRGGBB` each.
///
/// Not an array, because an array that gets no memory ends the program, where this gives an error.
final class PixelBuffer {
    let width: Int
    let height: Int
    let words: UnsafeMutableBufferPointer<UInt32>

    /// All white.
    init(_ size: PixelSize) throws(RendererError) {
        let count = size.width * size.height
        guard let memory = malloc(count * MemoryLayout<UInt32>.stride) else {
            throw .outOfMemory(width: size.width, height: size.height)
        }
        width = size.width
        height = size.height
        words = UnsafeMutableBufferPointer(start: memory.bindMemory(to: UInt32.self, capacity: count), count: count)
        words.initialize(repeating: 0xffff_ffff)
    }

    deinit {
        free(words.baseAddress)
    }
}
