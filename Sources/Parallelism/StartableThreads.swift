import CProcessors
import Synchronization

/// The greatest number of threads that are known to start.
private let known = Atomic(0)

/// Returns true if `count` threads can be started beside the calling one.
///
/// Ask this before any use of Dispatch, which otherwise waits for ever for a thread that the limit on processes
/// (`ulimit -u`, `pids.max`) forbids. The threads are started to find out; success is remembered. False on Linux without
/// /proc, where Dispatch ends the program as soon as it counts its threads, a second after they have started.
public func canStartThreads(_ count: Int) -> Bool {
    if count <= known.load(ordering: .relaxed) { return true }
    guard startable_thread_count(count) == count else { return false }
    known.store(count, ordering: .relaxed)
    return true
}

/// Returns `threads` if Dispatch can run blocks on so many threads at once, else 1.
public func startableThreads(_ threads: Int) -> Int {
    // Dispatch starts no more threads than processors, and one that manages them; some more are for text and progress.
    threads == 1 || canStartThreads(min(threads, usableProcessorCount) + 4) ? threads : 1
}
