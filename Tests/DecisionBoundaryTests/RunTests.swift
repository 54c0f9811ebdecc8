import Datasets
import DecisionBoundary
import Files
import Foundation
import Geometry
import Parallelism
import Synchronization
import Testing
import Training

@Suite("A run")
struct RunTests {
    /// The names of the files of `Request.everyProduct`, in its order.
    private static let fileNames: [[String]] = [
        [
            "boundary-curve.png", "boundary-hidden-2.png", "boundary-hidden-3.png", "boundary-overlay.png",
            "boundary-sheet.png",
        ],
        ["boundary-sheet.png"], ["boundary-film.png"], ["boundary-curve.png"], ["boundary-diff-hidden-2-hidden-3.png"],
        ["boundary-hidden-", "tune-curve.png", "tune-heatmap.png", "tune.csv", "tune.json"], ["boundary-overlay.png"],
    ]

    @Test(
        "It hands every file to its surroundings and leaves the disk alone",
        arguments: zip(Request.everyProduct(), fileNames))
    func writesNothing(request: Request, names: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)").path
        var request = request
        request.outputs.path = folder
        if request.product != .tune(folds: 3) {
            request.outputs.json = "\(folder)/run.json"
            request.outputs.models = "\(folder)/net-{hidden}-{lambda}.json"
        }
        let files = MemoryFiles()
        let result = try request.run(in: files.environment())
        #expect(!FileManager.default.fileExists(atPath: folder))
        let found = files.all.keys.sorted().map { String($0.dropFirst(folder.count + 1)) }
        let expected =
            request.product == .tune(folds: 3)
            ? names : names + ["net-3-", "run.json"] + (request.classifiers.count > 1 ? ["net-2-"] : [])
        for name in expected { #expect(found.contains { $0.hasPrefix(name) }, "\(name) is not among \(found)") }
        #expect(found.allSatisfy { path in expected.contains(where: path.hasPrefix) })
        #expect(result.files.allSatisfy { files.all[$0.path] != nil })
        #expect(Set(result.files.map(\.path)).count == found.count { $0.hasSuffix(".png") })
    }

    @Test("One thread and four write the same bytes", arguments: Request.everyProduct())
    func threads(request: Request) throws {
        let files = try [1, 4].map { threads in
            let files = MemoryFiles()
            try request.run(in: files.environment(threads: threads))
            return files.reproducible
        }
        #expect(!files[0].isEmpty && files[0] == files[1])
    }

    @Test(
        "A sheet, an overlay and a curve are one file each",
        arguments: [(Product.sheet, "sheet"), (.overlay, "overlay"), (.curve(), "curve")])
    func singleFiles(product: Product, name: String) throws {
        let files = MemoryFiles()
        let result = try Request.small(product).run(in: files.environment())
        #expect(result.files.map(\.path) == ["output/boundary-\(name).png"])
        #expect(files.all.keys.sorted() == ["output/boundary-\(name).png"])
        #expect(result.classifiers.map(\.scored.classifier.name) == ["2 hidden units", "3 hidden units"])
    }

    @Test("A run that is cancelled ends with an error of that kind", arguments: Request.everyProduct())
    func cancellation(request: Request) throws {
        for count in [0, 1, 5, 20] {
            let files = MemoryFiles()
            let questions = Atomic(0)
            var environment = files.environment()
            environment.isCancelled = { questions.wrappingAdd(1, ordering: .relaxed).newValue > count }
            let error = #expect(throws: RunError.self) { try request.run(in: environment) }
            #expect(error?.kind == .cancelled)
        }
    }

    @Test("It reports iterations of every network, and every network that is done")
    func progress() throws {
        let events = Guarded<[RunProgress]>([])
        var environment = MemoryFiles().environment()
        environment.report = { event in events.withLock { $0.append(event) } }
        try Request.small().run(in: environment)
        let iterations = events.withLock(\.self).compactMap { event in
            if case .iteration(let classifier, let iterations, let cost) = event {
                (classifier, iterations, cost)
            } else {
                nil
            }
        }
        for index in 0...1 {
            let own = iterations.filter { $0.0 == index }
            #expect(own.map(\.1) == Array(0...8))
            #expect(zip(own, own.dropFirst()).allSatisfy { $1.2 <= $0.2 })
        }
        #expect(events.withLock(\.self).count { if case .classifierDone = $0 { true } else { false } } == 2)
    }

    @Test("A tuning reports its fits")
    func tuningProgress() throws {
        let events = Guarded<[RunProgress]>([])
        var environment = MemoryFiles().environment()
        environment.report = { event in events.withLock { $0.append(event) } }
        let request = Request.small(.tune())
        try request.run(in: environment)
        let all = events.withLock(\.self)
        let begun = all.compactMap {
            if case .fitsBegun(let known, let total, let missing) = $0 { (known, total, missing) } else { nil }
        }
        let done = all.compactMap { if case .fitDone(let candidate) = $0 { candidate } else { nil } }
        try #require(begun.count == 1)
        #expect(begun[0].0 == 0 && begun[0].1 == 12 && begun[0].2.count == 12)
        #expect(done.sorted() == begun[0].2.sorted())
        #expect(Set(done).count == 4)
    }

    @Test(
        "Points of the request and the same points in a file give the same pictures",
        arguments: PictureFormat.pages, [true, false])
    func inlineData(format: PictureFormat, isStandardized: Bool) throws {
        let moons = try Dataset.moons(sampleCount: 40, noise: 0.2, seed: 0)
        var inline = InlineData()
        (inline.features, inline.classes) = (["length", "width"], ["no", "yes"])
        inline.points = moons.points.map { [10 * $0.x, $0.y] }
        // A file's classes are in the order of their first points.
        inline.labels = moons.labels.map { $0 == moons.labels[0] ? 0 : 1 }
        inline.isStandardized = isStandardized
        let path = FileManager.default.temporaryDirectory.appending(path: "points-\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let rows = zip(inline.points, inline.labels).map { point, label in
            "\(DecimalText.shortest(point[0])),\(DecimalText.shortest(point[1])),\(inline.classes[label])\n"
        }
        try ("length,width,answer\n" + rows.joined()).write(toFile: path, atomically: true, encoding: .utf8)
        var file = DataFile(path)
        file.isStandardized = isStandardized

        var request = Request.small(format: format)
        request.grid.step = nil
        request.page.dpi = 40
        request.split = SplitSettings(testFraction: 0.25)
        request.outputs.hasMetadata = false
        let files = try [DataSource.inline(inline), .file(file)].map { data in
            request.data = data
            let files = MemoryFiles()
            try request.run(in: files.environment())
            return files.all
        }
        #expect(files[0].count == 2 && files[0] == files[1])
    }

    @Test("A sheet of a trained network and a model of another λ names both λ")
    func mixedSheet() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mixed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "net.json").path
        var request = Request.small()
        request.classifiers = [.network(hidden: [2], lambda: 0.5)]
        (request.outputs.path, request.outputs.models) = (folder.appending(path: "net.png").path, path)
        try request.run()
        var sheet = Request.small(.sheet)
        sheet.classifiers = [.network(hidden: [2], lambda: 0.001), .model(path: path)]
        let text = try #require(try sheet.run(in: MemoryFiles().environment()).sheet?.text)
        #expect(!text.subtitle.contains("λ"))
        #expect(text.altText.contains("λ 0.001,") && text.altText.contains("λ 0.5,"))
    }

    @Test("A network that was written is drawn as the one that was trained")
    func savedModel() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var request = Request.small()
        request.classifiers = [.network(hidden: [3], activation: .tanh)]
        request.outputs.path = folder.appending(path: "net.png").path
        request.outputs.models = folder.appending(path: "net.json").path
        let trained = try request.run()
        request.classifiers = [.model(path: folder.appending(path: "net.json").path)]
        request.outputs.models = nil
        request.outputs.path = folder.appending(path: "again.png").path
        let loaded = try request.run()
        #expect(loaded.classifiers[0].scored.trainingScore == trained.classifiers[0].scored.trainingScore)
        #expect(
            loaded.classifiers[0].scored.network?.candidate == Candidate(hidden: [3], activation: .tanh, lambda: 0.001))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "again.png", "net.json", "net.png",
            ])
    }
}
