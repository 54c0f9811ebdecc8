import Dispatch
import Synchronization

/// Calls `body` once for every block of work, on up to `threads` threads at once, and returns when all are done.
///
/// A worker takes the next block as soon as it is free, in ascending order: blocks may take different times, best the
/// longest first. Chance decides which worker does a block, so a result that is always the same needs a slot for each
/// block. To start workers takes about 20 µs.
///
/// - Parameters:
///   - blockCount: the number of blocks, 0 or more.
///   - threads: the greatest number of blocks under way at once, 1 or more. With 1 all blocks run on the calling
///     thread. Calls inside of a block take `threadsPerBlock(blockCount, threads: threads)`.
///   - body: the work of one block. `worker`, in `0 ..< min(threads, blockCount)`, is never in use twice at a time and
///     so can name scratch memory.
public func forEachBlock(_ blockCount: Int, threads: Int, _ body: @Sendable (_ block: Int, _ worker: Int) -> Void) {
    precondition(threads >= 1, "work takes a thread")
    guard threads > 1 && blockCount > 1 else {
        for block in 0..<blockCount { body(block, 0) }
        return
    }
    let nextBlock = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, blockCount)) { worker in
        while true {
            let block = nextBlock.wrappingAdd(1, ordering: .relaxed).oldValue
            guard block < blockCount else { return }
            body(block, worker)
        }
    }
}

/// Returns the number of threads that each of `blockCount` blocks may use, so that all together use up to `threads`.
public func threadsPerBlock(_ blockCount: Int, threads: Int) -> Int {
    max(1, threads / max(1, min(blockCount, threads)))
}
