import Glibc
import LargePages

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
        let byteCount = count * MemoryLayout<UInt32>.stride
        let alignment = byteCount < LargePages.size ? MemoryLayout<UInt64>.alignment : LargePages.size
        var memory: UnsafeMutableRawPointer?
        guard posix_memalign(&memory, alignment, byteCount) == 0, let memory else {
            throw .outOfMemory(width: size.width, height: size.height)
        }
        LargePages.prefer(for: UnsafeMutableRawBufferPointer(start: memory, count: byteCount))
        width = size.width
        height = size.height
        words = UnsafeMutableBufferPointer(start: memory.bindMemory(to: UInt32.self, capacity: count), count: count)
        words.initialize(repeating: 0xffff_ffff)
    }

    deinit {
        free(words.baseAddress)
    }
}
