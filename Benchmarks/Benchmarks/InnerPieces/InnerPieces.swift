import Benchmark
import Foundation
import Pieces

let benchmarks: @Sendable () -> Void = {
    for piece in Piece.all(threads: ProcessInfo.processInfo.activeProcessorCount) {
        Benchmark(
            piece.description,
            configuration: .init(metrics: [.wallClock], warmupIterations: 1, maxDuration: .milliseconds(500))
        ) { (benchmark: Benchmark, run: () throws -> Void) in
            for _ in benchmark.scaledIterations { try run() }
        } setup: {
            try piece.prepare()
        }
    }
}
