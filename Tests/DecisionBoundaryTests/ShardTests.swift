import Foundation
import ModelSelection
import Parallelism
import Testing
import Training

@testable import DecisionBoundary

@Suite("Shards")
struct ShardTests {
    /// A tuning of 120 fits.
    private func request(_ path: String = "output") -> Request {
        var request = Request.small(.tune(folds: 3))
        request.classifiers = Request.networks(hidden: [[2], [9, 4], [30], [1], [7]], lambdas: [1, 0.001, 0.01, 0.1])
        request.split?.repeats = 2
        request.outputs.path = path
        return request
    }

    @Test("of every number together have every fit once, and differ by one fit at most")
    func dealing() throws {
        let fits = try Plan(request(), in: MemoryFiles().environment()).fits
        #expect(fits.count == 120 && Set(fits).count == 120)
        for count in Array(1...130) + [10_000] {
            let shards = (1...count).map { Shard($0, of: count)?.dealt(fits) ?? [] }
            let all = shards.flatMap(\.self)
            #expect(all.count == 120 && Set(all) == Set(fits))
            #expect(shards.allSatisfy { (120 / count...(120 + count - 1) / count).contains($0.count) })
        }
    }

    @Test("have their share of the large networks: the units of two shards differ by those of one network at most")
    func spreading() throws {
        let fits = try Plan(request(), in: MemoryFiles().environment()).fits
        for count in 1...120 {
            let units = (1...count).map { index in
                (Shard(index, of: count)?.dealt(fits) ?? []).reduce(0) { $0 + $1.candidate.unitCount }
            }
            #expect((units.max() ?? 0) - (units.min() ?? 0) <= 30, "\(count)")
        }
    }

    @Test("are dealt in the documented order, however the request lists the networks")
    func order() throws {
        var request = request()
        let fits = try Plan(request, in: MemoryFiles().environment()).fits
        let numbers = fits.map { [$0.candidate.unitCount, Int($0.candidate.lambda * 1000), -$0.fold] }
        #expect(numbers == numbers.sorted { $1.lexicographicallyPrecedes($0) })
        request.classifiers.reverse()
        #expect(try Plan(request, in: MemoryFiles().environment()).fits == fits)
    }

    @Test("are read from a text and a file name, and nothing else is")
    func texts() throws {
        let shard = try #require(Shard("3/16"))
        #expect(shard.index == 3 && shard.count == 16 && shard.description == "3/16")
        #expect(Shard(journalName: shard.journalName) == shard && shard.journalName == "tune.3-of-16.ndjson")
        #expect(Shard("10000/10000") != nil)
        for text in ["", "/", "3", "0/1", "2/1", "1/10001", "1/0", "-1/-1", "1/2/", "1 /2", "9223372036854775808/2"] {
            #expect(Shard(text) == nil, "\(text)")
        }
        for name in [
            "tune.ndjson", "tune.0-of-2.ndjson", "tune.3-of-2.ndjson", "tune.03-of-16.ndjson", "tune.3-of-16.ndjson~",
            "tune-3.of-16.ndjson", "tune.3-in-16.ndjson", "a.3-of-16.ndjson", "tune.3-of-16.csv",
            ".tune.3-of-16.ndjson",
        ] {
            #expect(Shard(journalName: name) == nil, "\(name)")
        }
    }

    @Test("are merged without a fit, and a program that takes the files itself can merge them, but makes none")
    func merging() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "shards-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let counts = Guarded<[String: Int]>([:])
        @Sendable func count(_ progress: RunProgress) {
            switch progress {
            case .fitDone: counts.withLock { $0["made", default: 0] += 1 }
            case .fitsBegun(let known, let total, let missing):
                counts.withLock {
                    $0["known"] = known
                    $0["total"] = total
                    $0["missing"] = missing.count
                }
            default: break
            }
        }
        var request = request(folder)
        for index in 1...4 {
            request.outputs.shard = Shard(index, of: 4)
            try request.run(in: RunEnvironment(threads: 2, report: count))
        }
        #expect(counts.withLock(\.self) == ["made": 120, "known": 0, "total": 30, "missing": 30])
        #expect(throws: RunError.self) { try request.run(in: MemoryFiles().environment()) }

        counts.withLock { $0 = [:] }
        (request.outputs.shard, request.outputs.mergesShards) = (nil, true)
        let files = MemoryFiles()
        var environment = files.environment()
        environment.report = count
        let merged = try request.run(in: environment)
        #expect(counts.withLock { $0.filter { $0.key != "made" } } == ["known": 120, "total": 120, "missing": 0])
        #expect(counts.withLock { $0["made"] } == nil)

        request.outputs.mergesShards = false
        let whole = MemoryFiles()
        let tuned = try request.run(in: whole.environment())
        #expect(merged.tuning?.validations == tuned.tuning?.validations)
        #expect(files.reproducible == whole.reproducible && files.all.count == 5)
    }
}
