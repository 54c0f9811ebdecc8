import Foundation
import PictureRecords
import Testing
import Training

@testable import DecisionBoundary

@Suite("A film")
struct FilmTests {
    private func film(_ path: String, _ change: (inout Request) -> Void = { _ in }) -> Request {
        var request = Request.small(.film())
        request.classifiers = Request.networks(hidden: [[3]])
        request.training.maxIterations = 40
        request.split = SplitSettings(testFraction: 0.3)
        (request.outputs.format, request.outputs.path) = (nil, path)
        change(&request)
        return request
    }

    private func run(_ request: Request, threads: Int = 2) throws -> (RunResult, [String: [UInt8]]) {
        let files = MemoryFiles()
        return (try request.run(in: files.environment(threads: threads)), files.all)
    }

    @Test("Frames are evenly spaced in log(1 + iteration), from the first to the last")
    func spacing() {
        let all = FilmSchedule(of: Array(0...1000), frameCount: 31)
        #expect(all.snapshots.first == 0 && all.snapshots.last == 1000 && all.snapshots.count == 31)
        for (frame, iteration) in all.snapshots.enumerated() {
            #expect(abs(Double(iteration) + 1 - pow(1001, Double(frame) / 30)) <= 0.5)
        }
        // Only some iterations are there: the nearest ones.
        let some = FilmSchedule(of: [0, 4, 9], frameCount: 4)
        #expect(some.snapshots == [0, 0, 1, 2])
        #expect(FilmSchedule(of: [0], frameCount: 5).snapshots == [0, 0, 0, 0, 0])
    }

    @Test(
        "Times add up to the seconds asked for, and none is too short",
        arguments: [(60, 8.0), (316, 8), (2, 0.06), (7, 1.23), (1000, 600)])
    func times(frameCount: Int, seconds: Double) {
        #expect(frameCount <= FilmSchedule.greatestFrameCount(seconds: seconds))
        let shots = FilmSchedule(of: Array(0..<5000), frameCount: frameCount).shots(seconds: seconds)
        #expect(shots.map(\.hundredths).reduce(0, +) == Int((100 * seconds).rounded()))
        #expect(shots.allSatisfy { 2...65_535 ~= $0.hundredths })
        #expect(zip(shots, shots.dropFirst()).allSatisfy { $0.snapshot < $1.snapshot })
        // Between the held ones, frames of an iteration of their own differ by a rounding only.
        let single = shots.dropFirst(frameCount / 2).dropLast().map(\.hundredths)
        #expect((single.max() ?? 0) - (single.min() ?? 0) <= 1)
        // The last frame is held.
        if frameCount > 20 { #expect(shots[shots.count - 1].hundredths > 10 * single[0]) }
    }

    @Test("Iterations that repeat become one longer frame")
    func repeats() {
        let shots = FilmSchedule(of: [0, 1, 2], frameCount: 30).shots(seconds: 3)
        #expect(shots.map(\.snapshot) == [0, 1, 2])
        #expect(shots.map(\.hundredths).reduce(0, +) == 300)
        #expect(FilmSchedule(of: [0], frameCount: 30).shots(seconds: 3) == [.init(snapshot: 0, hundredths: 300)])
    }

    @Test("A GIF draws the same bytes again, with any number of threads, and its last frame is the trained network")
    func moving() throws {
        for change: (inout Request) -> Void in [
            { _ in }, { $0.product = .film(FilmSettings(frames: 5, seconds: 1, loops: false)) },
            { ($0.regions.fill, $0.regions.showsUnitLines, $0.training.restarts) = (.score, true, 2) },
            { $0.training.maxIterations = 0 }, { ($0.page.theme, $0.page.hasTitle, $0.split) = (.dark, false, nil) },
        ] {
            let request = film("a.gif", change)
            let (result, files) = try run(request)
            let (_, serial) = try run(request, threads: 1)
            #expect(files.keys.sorted() == ["a.gif"] && files == serial)
            let bytes = try #require(files["a.gif"])
            #expect(PictureKind(of: bytes) == .gif)
            let film = try #require(result.film)
            let report = try #require(result.classifiers[0].scored.network?.report)
            #expect(film.frames.first?.iteration == 0 && film.frames.last?.iteration == report.iterations)
            #expect(film.frames.last?.cost == report.cost)
            #expect(film.frames.last?.testCost == result.classifiers[0].scored.testScore?.crossEntropy)
            let recorded = try RecordedPicture(bytes, name: "a.gif")
            let own = try #require(recorded.contents.request)
            #expect(own.product == request.product && own.outputs == Outputs())
            let again = try recorded.remade(own, data: nil, in: RunEnvironment(threads: 2))
            let isSame = again.bytes == bytes
            #expect(isSame)
        }
    }

    @Test("The training is the one of a plain run")
    func sameNetwork() throws {
        let (result, _) = try run(film("a.gif"))
        var plain = film("a.png")
        plain.product = .surface()
        let (other, _) = try run(plain)
        let reports = [result, other].map { $0.classifiers[0].scored.network?.report }
        #expect(reports[0]?.network == reports[1]?.network && reports[0]?.evaluations == reports[1]?.evaluations)
    }

    @Test("Single frames are numbered pages, each with a record that draws it again", arguments: PictureFormat.pages)
    func pages(format: PictureFormat) throws {
        let request = film("f/{frame}.\(format.rawValue)") { $0.product = .film(FilmSettings(frames: 10)) }
        let (result, files) = try run(request)
        let names = (1...10).map { "f/\($0 < 10 ? "0" : "")\($0).\(format.rawValue)" }
        #expect(result.files.map(\.path) == names && files.keys.sorted() == names)
        #expect(Set(files.values).count > 5)
        for name in [names[0], names[6]] {
            let bytes = try #require(files[name])
            let recorded = try RecordedPicture(bytes, name: name)
            let again = try recorded.remade(
                try #require(recorded.contents.request), data: nil, in: RunEnvironment(threads: 1))
            let isSame = again.bytes == bytes
            #expect(isSame)
        }
    }

    @Test("A page has panels of the iterations 0, 1, 3, 10, 30 and the last")
    func sheet() throws {
        let (result, files) = try run(film("s.png"))
        #expect(result.film?.frames.map(\.iteration) == [0, 1, 3, 10, 30, 40])
        #expect(files.keys.sorted() == ["s.png"])
    }

    @Test(
        "The path and the format decide which files there are",
        arguments: [
            (nil, nil, "output/boundary-film.gif"), (nil, PictureFormat.pdf, "output/boundary-film.pdf"),
            ("films", nil, "films/boundary-film.gif"), ("-", nil, "-"), ("a/b.svg", nil, "a/b.svg"),
        ])
    func files(path: String?, format: PictureFormat?, name: String) throws {
        let request = film("") { ($0.outputs.path, $0.outputs.format) = (path, format) }
        let (result, files) = try run(request)
        #expect(result.files.map(\.path) == [name] && files.keys.sorted() == [name])
    }

    @Test("A film too large for the memory is an error before training")
    func memory() throws {
        let request = film("a.gif") {
            ($0.page.size, $0.page.dpi, $0.product) = (AxisPair(x: 30, y: 30), 1000, .film(FilmSettings(frames: 316)))
        }
        let error = #expect(throws: RunError.self) { try Plan(request) }
        #expect(error?.kind == .tooLarge)
    }
}

extension FilmSettings {
    fileprivate init(frames: Int, seconds: Double = 8, loops: Bool = true) {
        self.init()
        (self.frames, self.seconds, self.loops) = (frames, seconds, loops)
    }
}

@Suite("A curve over iterations")
struct TrainingCurvePictureTests {
    @Test(
        "It has the costs of every iteration of the one training, and its record draws it again", arguments: [0.3, nil])
    func history(testFraction: Double?) throws {
        var request = Request(.curve(CurveSettings(.error, over: .iterations)))
        #expect(request.classifiers == Request.networks(hidden: [[20]]))
        request.classifiers = Request.networks(hidden: [[3]])
        request.data = .generated(GeneratedSet(.moons, samples: 40))
        request.training.maxIterations = 40
        request.split = testFraction.map { SplitSettings(testFraction: $0) }
        request.outputs.path = "h.png"
        let files = MemoryFiles()
        let result = try request.run(in: files.environment())
        let report = try #require(result.classifiers[0].scored.network?.report)
        let history = try #require(result.curve?.history)
        #expect(history.costs.count == report.iterations + 1 && history.costs.last == report.cost)
        #expect(history.testCosts.last == result.classifiers[0].scored.testScore?.crossEntropy)
        #expect((history.bestIteration == nil) == (testFraction == nil))
        let bytes = try #require(files.all["h.png"])
        let recorded = try RecordedPicture(bytes, name: "h.png")
        let own = try #require(recorded.contents.request)
        let again = try recorded.remade(own, data: nil, in: RunEnvironment(threads: 1))
        let isSame = again.bytes == bytes
        #expect(isSame)
    }

    @Test("It shows one network")
    func several() throws {
        var request = Request(.curve(CurveSettings(.error, over: .iterations)))
        request.classifiers = Request.networks(hidden: [[3], [4]])
        let error = #expect(throws: RunError.self) { try Plan(request) }
        #expect(error?.kind == .badRequest && error?.message.keys.contains(.over) == true)
    }
}
