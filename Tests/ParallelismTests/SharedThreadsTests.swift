import Dispatch
import Synchronization
import Testing

@testable import Parallelism

// One at a time: those that wait for a second thread would take it from each other.
@Suite("Threads that calls share", .serialized)
struct SharedThreadsTests {
    /// Blocks that wait for each other until as many workers as there can be have come; how many came.
    private func workersOfInnerCall(threads: Int) -> Int {
        let workers = Guarded<Set<Int>>([])
        let end = DispatchTime.now() + .seconds(60)
        forEachBlock(threads, threads: threads) { _, worker in
            workers.withLock { _ = $0.insert(worker) }
            while workers.withLock({ $0.count }) < threads && DispatchTime.now() < end {}
        }
        return workers.withLock { $0.count }
    }

    @Test("One without a block of its own helps inside of another's")
    func helped() {
        let workers = Atomic(0)
        forEachBlock(2, threads: 2) { block, _ in
            if block == 0 { workers.store(workersOfInnerCall(threads: 2), ordering: .relaxed) }
        }
        #expect(workers.load(ordering: .relaxed) == 2)
    }

    @Test("A single block has use for all, at any depth", arguments: 1...3)
    func single(depth: Int) {
        let workers = Atomic(0)
        @Sendable func descend(_ depth: Int) {
            if depth == 0 {
                workers.store(workersOfInnerCall(threads: 2), ordering: .relaxed)
            } else {
                forEachBlock(1, threads: 2) { _, _ in descend(depth - 1) }
            }
        }
        descend(depth)
        #expect(workers.load(ordering: .relaxed) == 2)
    }

    @Test("Those that a call has at hand serve all calls inside, and its value is returned")
    func sharing() {
        #expect(sharingThreads(2) { [workersOfInnerCall(threads: 2), workersOfInnerCall(threads: 2)] } == [2, 2])
        #expect(sharingThreads(1) { "value" } == "value")
    }

    @Test("A call that may not hire stays on its thread, unless threads are there")
    func hiring() {
        let blocks = Guarded<[Int]>([])
        forEachBlock(100, threads: 4, mayHire: false) { block, worker in
            #expect(worker == 0)
            blocks.withLock { $0.append(block) }
        }
        #expect(blocks.withLock { $0 } == Array(0..<100))
    }

    @Test("Who has slept is woken for the next call")
    func woken() {
        sharingThreads(2) {
            for _ in 0..<3 {
                // Much longer than anybody looks for work.
                let end = DispatchTime.now() + .milliseconds(20)
                while DispatchTime.now() < end {}
                #expect(workersOfInnerCall(threads: 2) == 2)
            }
        }
    }

    @Test(
        "Thousands of short calls at several heights do every block once, and no worker two at a time",
        arguments: [2, 3, 8])
    func manyShortCalls(threads: Int) {
        let done = Atomic(0)
        let clashes = Atomic(0)
        // As many as asked for, whatever the machine has.
        Crew.run(5, threads: threads) { outer, _ in
            for call in 0..<400 {
                let count = 2 + (outer + call) % 4
                let busy = Guarded<Set<Int>>([])
                forEachBlock(count, threads: threads) { _, worker in
                    if worker >= min(threads, count) || !busy.withLock({ $0.insert(worker).inserted }) {
                        clashes.add(1, ordering: .relaxed)
                    }
                    if call % 50 == 0 {
                        forEachBlock(3, threads: threads) { _, _ in done.add(1, ordering: .relaxed) }
                    }
                    done.add(1, ordering: .relaxed)
                    busy.withLock { _ = $0.remove(worker) }
                }
            }
        }
        let calls = (0..<5).flatMap { outer in (0..<400).map { (2 + (outer + $0) % 4) * ($0 % 50 == 0 ? 4 : 1) } }
        #expect(done.load(ordering: .relaxed) == calls.reduce(0, +))
        #expect(clashes.load(ordering: .relaxed) == 0)
    }

    @Test("More calls inside of each other than are shared are done all the same")
    func deep() {
        let count = Atomic(0)
        @Sendable func descend(_ depth: Int) {
            guard depth > 0 else {
                count.add(1, ordering: .relaxed)
                return
            }
            forEachBlock(2, threads: 3) { _, _ in descend(depth - 1) }
        }
        Crew.run(1, threads: 3) { _, _ in descend(9) }
        #expect(count.load(ordering: .relaxed) == 512)
    }
}
