import Dispatch
import Synchronization

/// Calls `body` once for every block of work, on up to `threads` threads at once, and returns when all are done.
///
/// A worker takes the next block as soon as it is free, in ascending order: so blocks may take different times, the
/// longest best first. Which worker does a block is a matter of chance; a result that is the same every time comes from
/// writing each block's into a slot of its own.
///
/// - Parameters:
///   - blockCount: the number of blocks; none are a call without effect.
///   - threads: the greatest number of blocks under way at once; 1 or greater. With 1 all run on the calling thread.
///   - body: the work of one block; `worker`, in `0 ..< min(threads, blockCount)`, is never in use twice at a time and
///     so can name scratch memory.
public func forEachBlock(
    _ blockCount: Int, threads: Int, _ body: @Sendable (_ block: Int, _ worker: Int) -> Void
) {
    precondition(threads >= 1, "work takes a thread")
    let workerCount = min(threads, blockCount)
    guard workerCount > 1 else {
        for block in 0..<blockCount { body(block, 0) }
        return
    }
    let nextBlock = Atomic(0)
    @Sendable func work(as worker: Int) {
        while true {
            let block = nextBlock.wrappingAdd(1, ordering: .relaxed).oldValue
            guard block < blockCount else { return }
            body(block, worker)
        }
    }
    DispatchQueue.concurrentPerform(iterations: workerCount, execute: work(as:))
}
