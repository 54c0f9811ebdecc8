import Dispatch
import Parallelism
import Synchronization
import Testing

@Suite("Blocks of work")
struct ForEachBlockTests {
    @Test(
        "Every block is done once",
        arguments: [(0, 1), (0, 8), (1, 1), (1, 4), (7, 2), (64, 3), (1000, 1), (1000, 2), (1000, 8), (3, 100)])
    func everyBlockOnce(blockCount: Int, threads: Int) {
        let blocks = Guarded<[Int]>([])
        forEachBlock(blockCount, threads: threads) { block, _ in blocks.withLock { $0.append(block) } }
        #expect(blocks.withLock { $0.sorted() } == Array(0..<blockCount))
    }

    @Test(
        "A worker is one of as many as there are threads and blocks, and never at two blocks at a time",
        arguments: [(500, 1), (500, 2), (500, 5), (3, 50), (1, 8)])
    func workers(blockCount: Int, threads: Int) {
        let seen = Guarded<(busy: Set<Int>, all: Set<Int>, clashes: Int)>(([], [], 0))
        forEachBlock(blockCount, threads: threads) { block, worker in
            seen.withLock { seen in
                seen.all.insert(worker)
                if !seen.busy.insert(worker).inserted { seen.clashes += 1 }
            }
            // Later blocks take longer, so that blocks overlap.
            let sum = (0..<block * 5).reduce(0, ^)
            seen.withLock { seen in
                if sum >= 0 { seen.busy.remove(worker) }
            }
        }
        let (busy, all, clashes) = seen.withLock { $0 }
        #expect(clashes == 0)
        #expect(busy.isEmpty)
        #expect(all.isSubset(of: Set(0..<min(threads, blockCount))))
    }

    @Test("One thread is the calling one, and does the blocks in order", arguments: [1, 2, 100])
    func oneThread(blockCount: Int) {
        let queue = DispatchQueue(label: "the caller's")
        let key = DispatchSpecificKey<Bool>()
        queue.setSpecific(key: key, value: true)
        let blocks = Guarded<[Int]>([])
        queue.sync {
            forEachBlock(blockCount, threads: 1) { block, worker in
                #expect(DispatchQueue.getSpecific(key: key) == true)
                #expect(worker == 0)
                blocks.withLock { $0.append(block) }
            }
        }
        #expect(blocks.withLock { $0 } == Array(0..<blockCount))
    }

    @Test("Blocks start in ascending order, with any number of threads", arguments: [1, 2, 7])
    func ascending(threads: Int) {
        let perWorker = Guarded<[Int: [Int]]>([:])
        forEachBlock(300, threads: threads) { block, worker in
            perWorker.withLock { $0[worker, default: []].append(block) }
        }
        for blocks in perWorker.withLock({ $0 }).values { #expect(blocks == blocks.sorted()) }
    }

    @Test("Without blocks nothing is called", arguments: [1, 2, 1000])
    func noBlocks(threads: Int) {
        forEachBlock(0, threads: threads) { _, _ in Issue.record("there is no block") }
    }

    @Test("All blocks and their writes are complete when the call returns", arguments: [1, 2, 4])
    func writtenSlots(threads: Int) {
        var slots = Array(repeating: 0, count: 5000)
        slots.withUnsafeMutableBufferPointer { buffer in
            // SAFETY: every block writes a slot of its own, which outlives the call.
            nonisolated(unsafe) let buffer = buffer
            forEachBlock(buffer.count, threads: threads) { block, _ in buffer[block] = block * block }
        }
        #expect(slots == (0..<5000).map { $0 * $0 })
    }

    @Test("A block may hand out blocks of its own")
    func nested() {
        let count = Atomic(0)
        forEachBlock(6, threads: 3) { _, _ in
            forEachBlock(10, threads: 2) { _, _ in count.add(1, ordering: .relaxed) }
        }
        #expect(count.load(ordering: .relaxed) == 60)
    }

    @Test("Calls inside of blocks use the threads of the outermost call", arguments: [1, 2, 3, 5, 8])
    func nestedWidth(threads: Int) {
        let underWay = Guarded((now: 0, most: 0))
        for outerCount in 1...6 {
            let inner = Parallelism.threadsPerBlock(outerCount, threads: threads)
            forEachBlock(outerCount, threads: threads) { _, _ in
                forEachBlock(20, threads: inner) { _, _ in
                    underWay.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                    let sum = (0..<2000).reduce(0, ^)
                    underWay.withLock { $0.now -= sum >= 0 ? 1 : 0 }
                }
            }
        }
        let (now, most) = underWay.withLock { $0 }
        #expect(now == 0 && most <= threads)
    }

    @Test("Threads are shared out among blocks", arguments: [(1, 4, 4), (2, 4, 2), (3, 4, 1), (9, 4, 1), (0, 4, 4)])
    func threadsPerBlock(blockCount: Int, threads: Int, expected: Int) {
        #expect(Parallelism.threadsPerBlock(blockCount, threads: threads) == expected)
    }

    @Test("A process may use a processor or more")
    func processors() {
        #expect(usableProcessorCount >= 1)
    }
}
