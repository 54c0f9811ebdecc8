import Testing

@testable import DecisionBoundary

@Suite("The default number of restarts")
struct RestartDefaultTests {
    @Test(
        "is five for curves and tunings, and one for pictures of networks",
        arguments: [
            ("\"surface\"", 1), (#"{"surface":{"curve":{}}}"#, 1), ("\"sheet\"", 1), ("\"difference\"", 1),
            ("\"curve\"", 5),
            ("\"tune\"", 5),
        ])
    func products(product: String, count: Int) throws {
        let request = try Request(json: Array("{\"product\":\(product)}".utf8))
        #expect(request.training.restarts == count)
        // Other keys of the training do not change it.
        let other = try Request(json: Array("{\"product\":\(product),\"training\":{\"initialSeed\":2}}".utf8))
        #expect(other.training.restarts == count && other.training.initialSeed == 2)
        #expect(try other.json.contains(#""training":{"initialSeed":2}"#))
    }

    @Test("Another number is written and read, one included")
    func others() throws {
        for count in [1, 2, 5] {
            var request = Request(.curve())
            request.training.restarts = count
            #expect(try request.json.contains("restarts") == (count != 5))
            #expect(try Request(json: Array(request.json.utf8)) == request)
        }
    }

    @Test("A record has the number unless it is 1, so that records made when all defaults were 1 stay what they are")
    func records() throws {
        for (count, text) in [(1, nil), (3, "\"training\":{\"restarts\":3}"), (5, "\"training\":{\"restarts\":5}")] {
            var request = Request.small(.curve())
            request.training.maxIterations = nil
            request.training.restarts = count
            let files = MemoryFiles()
            let path = try #require(try request.run(in: files.environment()).files.first?.path)
            let bytes = try #require(files.all[path])
            let recorded = try RecordedPicture(bytes, name: path)
            #expect(recorded.contents.request?.training.restarts == count)
            if let text {
                #expect(recorded.text.contains(text))
            } else {
                #expect(!recorded.text.contains("\"training\":"))
            }
        }
    }
}

@Suite("A request of a network without hidden layers")
struct LogisticRegressionRequestTests {
    @Test("has an empty list; a layer without units is read as none")
    func canonical() throws {
        let request = try Request(json: Array(#"{"classifiers":[{"hidden":[0]}]}"#.utf8))
        #expect(request.classifiers == [.network(hidden: [])])
        #expect(try request.json == #"{"classifiers":[{"hidden":[],"lambda":0.001}]}"#)
        #expect(try Request(json: Array(request.json.utf8)) == request)
        for hidden in ["[0,3]", "[3,0]", "[0,0]"] {
            #expect(throws: RunError.self) {
                try Request(json: Array("{\"classifiers\":[{\"hidden\":\(hidden)}]}".utf8))
            }
        }
    }

    @Test("is drawn, by itself and beside others, with any number of classes")
    func products() throws {
        for set in [GeneratedSet(.moons, samples: 40), GeneratedSet(.blobs, samples: 40)] {
            for product in [.surface(), .sheet, .overlay, .curve(), .difference, .tune()] as [Product] {
                var request = Request.small(product)
                request.data = .generated(set)
                request.classifiers = Request.networks(hidden: [[], [2]])
                let files = MemoryFiles()
                let result = try request.run(in: files.environment())
                #expect(!result.files.isEmpty)
                let first = result.classifiers[0].scored
                if product != .tune(folds: 3), request.tuning == nil {
                    #expect(first.classifier.name == "no hidden units")
                    #expect(first.title == "Decision Boundary without hidden units (logistic regression)")
                }
            }
        }
    }
}
