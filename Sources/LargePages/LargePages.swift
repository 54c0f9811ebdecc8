import Glibc

/// Large pages for memory that will be written from end to end.
///
/// Linux gives memory on its first use, page by page, and takes 2 or 3 µs for each of 4 KiB: longer than it takes to
/// write a grid's values or a picture's pixels there. One of 2 MiB takes as long as a seventh of the 512 small ones.
public enum LargePages {
    /// The size of a large page in bytes, on the usual processors; memory that begins at a multiple has the most.
    public static let size = 1 << 21

    /// Asks for large pages where they fit into `memory`, which has not been used yet.
    ///
    /// A wish: it changes nothing but time, and the system may have reasons not to grant it.
    public static func prefer(for memory: UnsafeMutableRawBufferPointer) {
        guard memory.count >= size, let start = memory.baseAddress else { return }
        let first = start.alignedDown(toMultipleOf: sysconf(CInt(_SC_PAGESIZE)))
        madvise(first, start + memory.count - first, MADV_HUGEPAGE)
    }
}
