import Synchronization

/// Returns the values of `transform` for 0 ..< `count`, in order; computes up to `threads` of them at once.
///
/// - Parameters:
///   - threads: as for `forEachBlock`; changes no value.
///   - transform: computes a value, best the longest first.
public func mapBlocks<Value>(_ count: Int, threads: Int, _ transform: @Sendable (_ block: Int) -> Value) -> [Value] {
    var values = [Value?](repeating: nil, count: count)
    values.withUnsafeMutableBufferPointer { values in
        // SAFETY: every block writes to a slot of its own.
        nonisolated(unsafe) let values = values
        forEachBlock(count, threads: threads) { block, _ in values[block] = transform(block) }
    }
    return values.compactMap { $0 }
}

/// Returns the results of `transform` for 0 ..< `count`, in order. After a failure no further block begins; the result
/// of a block that has not begun is nil.
public func mapBlocksUntilFailure<Value, Failure: Error>(
    _ count: Int, threads: Int, _ transform: @Sendable (_ block: Int) throws(Failure) -> Value
) -> [Result<Value, Failure>?] {
    let hasFailed = Atomic(false)
    return mapBlocks(count, threads: threads) { block -> Result<Value, Failure>? in
        guard !hasFailed.load(ordering: .relaxed) else { return nil }
        do throws(Failure) {
            return .success(try transform(block))
        } catch {
            hasFailed.store(true, ordering: .relaxed)
            return .failure(error)
        }
    }
}
