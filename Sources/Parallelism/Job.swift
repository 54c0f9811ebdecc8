import Synchronization

/// Blocks of work that one thread leads and others may join; one call of `forEachBlock` after the other.
///
/// Who looks for work may look at a job at any time, whether it is open or not. It is no object with a reference count,
/// which looking would change, and takes two cache lines for itself: a thread that looks must not slow down the one that
/// works.
struct Job: ~Copyable {
    /// In the upper half how many may still join, in the lower how many have joined and not left.
    private let seats = Atomic<UInt64>(0)
    private let nextBlock = Atomic(0)
    /// Written by the leader alone, while nobody is or can get inside.
    private let call = UnsafeMutablePointer<Call>.allocate(capacity: 1)
    private let padding = InlineArray<13, UInt64>(repeating: 0)

    private struct Call {
        let blockCount: Int
        let body: @Sendable (Int, Int) -> Void
    }

    private static let seat: UInt64 = 1 << 32
    private static let inside: UInt64 = seat - 1

    /// Lets up to `helperCount` others in.
    func open(_ blockCount: Int, helperCount: Int, body: @escaping @Sendable (Int, Int) -> Void) {
        call.initialize(to: Call(blockCount: blockCount, body: body))
        nextBlock.store(0, ordering: .relaxed)
        seats.store(UInt64(helperCount) * Self.seat, ordering: .sequentiallyConsistent)
    }

    /// Whether somebody who came now could join.
    var isOpen: Bool { seats.load(ordering: .sequentiallyConsistent) >= Self.seat }

    /// The number of a worker that no other has, 1 or greater; nil where nobody more is wanted.
    func join() -> Int? {
        var current = seats.load(ordering: .relaxed)
        while current >= Self.seat {
            let (exchanged, original) = seats.compareExchange(
                expected: current, desired: current - Self.seat + 1, ordering: .acquiring)
            if exchanged { return Int(original / Self.seat) }
            current = original
        }
        return nil
    }

    /// Does blocks until none is left, and then lets nobody in any more.
    ///
    /// - Parameter worker: 0 for the leader.
    func work(as worker: Int) {
        while true {
            let block = nextBlock.wrappingAdd(1, ordering: .relaxed).oldValue
            guard block < call.pointee.blockCount else { break }
            call.pointee.body(block, worker)
        }
        seats.bitwiseAnd(Self.inside, ordering: .relaxed)
    }

    /// Ends what `join` has begun; true for the last one.
    func leave() -> Bool {
        seats.wrappingSubtract(1, ordering: .sequentiallyConsistent).newValue == 0
    }

    /// Whether all who joined have left, and what they did can be seen.
    var isEmpty: Bool { seats.load(ordering: .sequentiallyConsistent) & Self.inside == 0 }

    /// Lets go of the work, once nobody is or can get inside.
    func close() {
        call.deinitialize(count: 1)
    }

    deinit {
        call.deallocate()
    }
}
