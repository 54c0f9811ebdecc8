import Datasets
import DecisionBoundary
import Foundation
import Geometry
import Meshgrid
import Parallelism
import Testing
import Training

@Suite("Classifiers of the calling program")
struct SuppliedClassifierTests {
    /// Votes for the class of the nearest training point.
    @Sendable private static func nearest(_ training: Dataset) -> any Classifier {
        FunctionClassifier("nearest neighbour") { point in
            let distances = training.points.map { max(abs($0.x - point.x), abs($0.y - point.y)) }
            let best = distances.indices.min { distances[$0] < distances[$1] } ?? 0
            return (0..<training.classCount).map { $0 == training.labels[best] ? 1 : 0 }
        }
    }

    private static func request(_ product: Product, _ names: [String], format: PictureFormat = .png) -> Request {
        var request = Request.small(product, format: format)
        request.classifiers += names.map { .supplied(name: $0) }
        return request
    }

    private static func environment(_ files: MemoryFiles, threads: Int = 2) -> RunEnvironment {
        var environment = files.environment(threads: threads)
        environment.classifiers["nearest neighbour"] = nearest
        return environment
    }

    @Test("They are drawn beside networks, with a name of their own in files, titles and the summary")
    func besideNetworks() throws {
        let files = MemoryFiles()
        var request = Self.request(.surface(), ["nearest neighbour"])
        request.outputs.json = "run.json"
        let result = try request.run(in: Self.environment(files))
        #expect(
            result.files.map(\.path) == [
                "output/boundary-hidden-2.png", "output/boundary-hidden-3.png", "output/boundary-nearest-neighbour.png",
            ])
        let own = try #require(result.classifiers.last)
        // Every point is its own nearest neighbour.
        #expect(own.scored.trainingScore.accuracy == 1 && own.scored.network == nil)
        #expect(own.picture?.text.title == "Decision Boundary of nearest neighbour")
        struct Summary: Decodable { let runs: [Run] }
        struct Run: Decodable { let name, hidden: String? }
        let json = Data(try #require(files.all["run.json"]))
        let runs = try JSONDecoder().decode(Summary.self, from: json).runs
        #expect(runs.map(\.name) == [nil, nil, "nearest neighbour"] && runs.map(\.hidden) == ["2", "3", nil])
    }

    @Test("They have no λ, so that a page says whose it is")
    func lambda() throws {
        for (classifiers, words) in [
            (Request.networks(hidden: [[2]]), "· network: λ 0.001"),
            (Request.networks(hidden: [[2], [3]]), "· networks: λ 0.001"),
        ] {
            var request = Self.request(.sheet, [])
            request.classifiers = classifiers
            #expect(try request.run(in: Self.environment(MemoryFiles())).sheet?.text.subtitle.contains(": λ") == false)
            request.classifiers += [.supplied(name: "nearest neighbour")]
            let text = try #require(try request.run(in: Self.environment(MemoryFiles())).sheet).text
            #expect(text.subtitle.hasSuffix(words))
        }
    }

    @Test("Of one alone, the boundary over the scatter has the title of its picture")
    func singleOverlay() throws {
        var request = Self.request(.overlay, [])
        request.classifiers = [.supplied(name: "nearest neighbour")]
        let overlay = try #require(try request.run(in: Self.environment(MemoryFiles())).overlay)
        #expect(overlay.text.title == "Decision Boundary of nearest neighbour")
        request.classifiers = Request.networks(hidden: [[2]])
        let other = try #require(try request.run(in: Self.environment(MemoryFiles())).overlay)
        #expect(other.text.title == "Decision Boundary for hidden layer size 2")
    }

    @Test("They are fitted to the training part alone")
    func trainingPart() throws {
        let seen = Guarded<[Int]>([])
        var request = Self.request(.sheet, ["nearest neighbour"])
        request.split = SplitSettings(testFraction: 0.25)
        var environment = Self.environment(MemoryFiles())
        environment.classifiers["nearest neighbour"] = { training in
            seen.withLock { $0.append(training.points.count) }
            return Self.nearest(training)
        }
        let result = try request.run(in: environment)
        #expect(seen.withLock(\.self) == [30])
        #expect(result.sheet?.text.altText.contains("nearest neighbour, 100.0 % of 30 points to train on") == true)
    }

    @Test("Their boundaries lie over one scatter with those of networks")
    func overlay() throws {
        let result = try Self.request(.overlay, ["nearest neighbour"]).run(in: Self.environment(MemoryFiles()))
        let text = try #require(result.overlay?.text)
        #expect(text.title == "Decision Boundaries")
        #expect(text.altText.hasPrefix("Decision boundaries of 3 classifiers over one scatter, with the shares"))
        #expect(text.altText.contains("; nearest neighbour, 100.0 % of 40 points"))
    }

    @Test("Threads change no byte of a surface, a sheet, an overlay or a difference")
    func threads() throws {
        for product in [Product.surface(), .sheet, .overlay, .difference] {
            var request = Self.request(product, ["nearest neighbour"])
            if product == .difference { request.classifiers.removeFirst() }
            let written = try [1, 4].map { threads in
                let files = MemoryFiles()
                try request.run(in: Self.environment(files, threads: threads))
                return files.reproducible
            }
            #expect(!written[0].isEmpty && written[0] == written[1])
        }
    }

    @Test("A network as a response gives the picture of the network itself")
    func response() throws {
        var request = Request.small()
        request.classifiers = [.network(hidden: [3])]
        let (files, own) = (MemoryFiles(), MemoryFiles())
        let network = try #require(try request.run(in: files.environment()).classifiers[0].scored.network)
        request.classifiers = [.supplied(name: "net")]
        var environment = own.environment()
        environment.classifiers["net"] = { _ in ResponseClassifier("net", network.report.network) }
        let result = try request.run(in: environment)
        #expect(result.classifiers[0].scored.trainingScore.misclassified == network.report.score.misclassified)
        #expect(result.classifiers[0].scored.trainingScore.crossEntropy == nil)
    }

    @Test("A request keeps their names, and a program without them is told so")
    func unknownName() throws {
        let request = Self.request(.surface(), ["forest"])
        let json = try request.json
        #expect(json.contains(#"{"supplied":"forest"}"#))
        #expect(try Request(json: Array(json.utf8)) == request)
        let messages = [MemoryFiles().environment(), Self.environment(MemoryFiles())].map { environment in
            #expect(throws: RunError.self) { try Plan(request, in: environment) }?.description ?? ""
        }
        #expect(messages[0].contains("'forest'") && messages[0].contains("no classifiers of its own"))
        #expect(messages[1].contains("this program has nearest neighbour"))
    }

    @Test("A wrong number of scores, or an error of the function, ends the run")
    func errors() throws {
        struct Refusal: Error {}
        let request = Self.request(.surface(), ["own"])
        for isRefusal in [false, true] {
            let files = MemoryFiles()
            var environment = files.environment()
            environment.classifiers["own"] = { _ in
                FunctionClassifier("own") { _ in
                    if isRefusal { throw Refusal() }
                    return [1]
                }
            }
            let error = #expect(throws: (any Error).self) { try request.run(in: environment) }
            #expect(isRefusal ? error is Refusal : "\(error.map { "\($0)" } ?? "")".contains("gave 1 scores"))
        }
    }
}
