import Parallelism
import Testing

@Suite("Values of blocks")
struct MapBlocksTests {
    private struct Fault: Error, Equatable { let block: Int }

    @Test("are in the order of the blocks, with any number of threads", arguments: [1, 2, 5, 40])
    func order(threads: Int) {
        #expect(mapBlocks(100, threads: threads) { $0 * $0 } == (0..<100).map { $0 * $0 })
        #expect(mapBlocks(0, threads: threads) { $0 }.isEmpty)
        // Optional values keep their positions.
        #expect(mapBlocks(4, threads: threads) { $0 == 2 ? nil : $0 } == [0, 1, nil, 3])
    }

    @Test("after a failure no further block is begun")
    func failure() throws {
        let results = mapBlocksUntilFailure(10, threads: 1) { block in
            if block == 3 { throw Fault(block: 3) }
            return block
        }
        #expect(try results.prefix(3).map { try $0?.get() } == [0, 1, 2])
        #expect(throws: Fault(block: 3)) { try results[3]?.get() }
        #expect(results.dropFirst(4).allSatisfy { $0 == nil })
    }

    @Test("without a failure every block has a value", arguments: [1, 2, 7])
    func success(threads: Int) throws {
        #expect(mapBlocksUntilFailure(50, threads: threads) { $0 }.map { $0?.get() } == Array(0..<50))
    }
}
