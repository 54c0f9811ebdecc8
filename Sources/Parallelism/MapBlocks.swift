import Synchronization

/// The values of `transform` for 0 ..< `count`, in order; up to `threads` of them are worked out at once.
///
/// - Parameters:
///   - threads: as for `forEachBlock`; changes no value.
///   - transform: takes the longest for the first ones, at best.
public func mapBlocks<Value>(_ count: Int, threads: Int, _ transform: @Sendable (_ block: Int) -> Value) -> [Value] {
    var values = [Value?](repeating: nil, count: count)
    values.withUnsafeMutableBufferPointer { values in
        // SAFETY: every block writes to a slot of its own.
        nonisolated(unsafe) let values = values
        forEachBlock(count, threads: threads) { block, _ in values[block] = transform(block) }
    }
    return values.compactMap(\.self)
}

/// The results of `transform` for 0 ..< `count`, in order; after a failure no further block is begun, and nil stands for
/// those that were not.
public func mapBlocksUntilFailure<Value>(
    _ count: Int, threads: Int, _ transform: @Sendable (_ block: Int) throws -> Value
) -> [Result<Value, any Error>?] {
    let hasFailed = Atomic(false)
    return mapBlocks(count, threads: threads) { block -> Result<Value, any Error>? in
        guard !hasFailed.load(ordering: .relaxed) else { return nil }
        let result = Result { try transform(block) }
        if case .failure = result { hasFailed.store(true, ordering: .relaxed) }
        return result
    }
}
