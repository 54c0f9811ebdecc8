/// Calls `body` once for every block of work, on up to `threads` threads at once, and returns when all are done.
///
/// A worker takes the next block as soon as it is free, in ascending order: so blocks may take different times, the
/// longest best first. Which worker does a block is a matter of chance; a result that is the same every time comes from
/// writing each block's into a slot of its own.
///
/// A block may call this in its turn. Such calls share the threads of the outermost one, of which those without a block
/// of their own help with the blocks of others: so it does no harm to ask for all threads at every height, and even a
/// single block has use for them if it has blocks inside. To be helped costs about as much as 0.3 µs of work.
///
/// - Parameters:
///   - blockCount: the number of blocks; none are a call without effect.
///   - threads: the greatest number of blocks under way at once; 1 or greater. With 1 all run on the calling thread; more
///     than there are processors are not hired.
///   - mayHire: whether an outermost call is worth the tenth of a millisecond that threads take to come; inner calls are
///     not asked.
///   - body: the work of one block; `worker`, in `0 ..< min(threads, blockCount)`, is never in use twice at a time and
///     so can name scratch memory.
public func forEachBlock(
    _ blockCount: Int, threads: Int, mayHire: Bool = true, _ body: @Sendable (_ block: Int, _ worker: Int) -> Void
) {
    precondition(threads >= 1, "work takes a thread")
    if threads > 1, let member = Member.current {
        member.crew.pointee.share(blockCount, threads: threads, by: member, body)
    } else if threads > 1 && blockCount > 0 && mayHire {
        Crew.run(blockCount, threads: min(threads, Crew.usefulThreadCount), body)
    } else {
        for block in 0..<blockCount { body(block, 0) }
    }
}

/// Calls `body`, with threads at hand for all calls of `forEachBlock` inside of it: so none has to hire its own.
///
/// - Parameter threads: 1 or greater.
public func sharingThreads<Result>(_ threads: Int, _ body: () -> Result) -> Result {
    precondition(threads >= 1, "work takes a thread")
    guard threads > 1 && Member.current == nil else { return body() }
    return withoutActuallyEscaping(body) { body in
        // SAFETY: one block uses them, while this thread waits or does it itself.
        nonisolated(unsafe) let body = body
        nonisolated(unsafe) var result: Result?
        Crew.run(1, threads: min(threads, Crew.usefulThreadCount)) { _, _ in result = body() }
        guard let result else { preconditionFailure("every block is done") }
        return result
    }
}
