import Datasets
import Foundation
import Geometry
import MersenneTwister
import NaiveNetworks
import SavedModels
import Testing
import Training

@Suite("Saved models")
struct SavedModelTests {
    /// Three classes, standardised, with names that need escapes.
    static let model = SavedModel(
        network: randomNetwork([2, 4, 3, 3], activation: .tanh, deviation: 2, seed: 1),
        standardization: Standardization(mean: Point(x: 10, y: -0.1), deviation: Point(x: 3, y: 1e-3)),
        featureNames: ["width \"in\"", "höhe\n/2"], classNames: ["a", "b\\c", "😀"], lambda: 0.1 + 0.2,
        dataDescription: "flowers.csv, 150 points")

    @Test("A model reads back as it was, bit for bit", arguments: Activation.allCases)
    func roundTrip(activation: Activation) throws {
        var theta = randomNetwork([2, 3, 2], deviation: 1, seed: 2).theta
        theta[0...5] = [-0.0, 1.0 / 3, 5e300, .leastNonzeroMagnitude, -1e-7, 123_456_789_012_345_680]
        let plain = SavedModel(
            network: NeuralNetwork(shape: NetworkShape(unitCounts: [2, 3, 2], activation: activation), theta: theta),
            lambda: 0)
        for model in [Self.model, plain] {
            let bytes = try model.json()
            let read = try SavedModel(json: bytes)
            #expect(read == model)
            #expect(read.network.theta.map(\.bitPattern) == model.network.theta.map(\.bitPattern))
            #expect(try read.json() == bytes)
        }
    }

    @Test("The text has the keys of the format in order, and a null where nothing is standardised")
    func text() throws {
        let model = SavedModel(
            network: NeuralNetwork(shape: NetworkShape(unitCounts: [2, 2]), theta: [0.5, 1, -2, 0, 0.001, 1e22]),
            lambda: 0.001)
        let text = String(decoding: try model.json(), as: UTF8.self)
        let compact = text.filter { !$0.isWhitespace }
        #expect(
            compact == """
                {"activation":"sigmoid","classes":["0","1"],"features":["x1","x2"],"format":"boundaryplot-model",\
                "lambda":0.001,"layers":[2,2],"standardization":null,"theta":[0.5,1,-2,0,0.001,1e+22],"version":1}
                """)
        #expect(text.hasSuffix("}\n"))
    }

    private static let projection = Projection(
        featureNames: ["a", "b", "c"], mean: [1, -2, 1.0 / 3], deviation: [0.5, 3, 1e-9],
        components: [[0.6, 0.8, 0], [-0.8, 0.6, 0]], explainedVarianceRatio: [0.7, 0.2])

    @Test("A projection is kept bit for bit, and maps rows of the original columns to points")
    func projection() throws {
        let network = randomNetwork([2, 3, 2], deviation: 1, seed: 2)
        let model = SavedModel(
            network: network, featureNames: ["PC1", "PC2"], lambda: 0, projection: Self.projection)
        #expect(model.columnNames == ["a", "b", "c"] && model.featureNames == ["PC1", "PC2"])
        let bytes = try model.json()
        let read = try SavedModel(json: bytes)
        #expect(read == model)
        #expect(try read.json() == bytes)
        let point = model.point(of: [9, 2, 4, 7, 9][1...3])
        #expect(abs(point.x - (0.6 * 2 + 0.8 * 2)) < 1e-12 && abs(point.y - (-0.8 * 2 + 0.6 * 2)) < 1e-12)
        let plain = SavedModel(network: network, lambda: 0)
        #expect(plain.columnNames == ["x1", "x2"] && plain.point(of: [3, 4]) == Point(x: 3, y: 4))
        #expect(try !String(decoding: plain.json(), as: UTF8.self).contains("projection"))
    }

    @Test(
        "Every mistake in a projection is named",
        arguments: [
            ("[\"a\",\"b\"]", "[\"a\"]", "\"projection.features\" of the model is wrong: a list of 2 texts or more"),
            ("[\"a\",\"b\"]", "[1,2]", "\"projection.features[0]\" of the model is wrong: a text"),
            ("[1,2]", "[1,2,3]", "\"projection.mean\" of the model is wrong: a list of 2 numbers"),
            ("[3,4]", "[3,0]", "\"projection.deviation\" of the model is wrong: a list of numbers greater than 0"),
            ("[[1,0],[0,1]]", "[[1,0]]", "\"projection.components\" of the model is wrong: a list of two lists"),
            (
                "[[1,0],[0,1]]", "[[1,0],[0,1,0]]",
                "\"projection.components\" of the model is wrong: a list of two lists"
            ),
            ("[0.5,0.25]", "[0.5]", "\"projection.explainedVarianceRatio\" of the model is wrong"),
            ("\"mean\"", "\"meen\"", "the model has no \"projection.mean\""),
            ("{\"features\"", "7,\"o\":{\"features\"", "\"projection\" of the model is wrong: an object"),
        ])
    func projectionMistake(place: String, change: String, words: String) throws {
        let projection = """
            {"features":["a","b"],"mean":[1,2],"deviation":[3,4],"components":[[1,0],[0,1]],\
            "explainedVarianceRatio":[0.5,0.25]}
            """
        func model(_ projection: String) throws -> SavedModel {
            try SavedModel(json: Array((Self.good.dropLast() + ",\"projection\":\(projection)}").utf8))
        }
        #expect(try model(projection).projection?.mean == [1, 2])
        let range = try #require(projection.range(of: place))
        let error = try #require(throws: SavedModelError.self) {
            try model(projection.replacingCharacters(in: range, with: change))
        }
        #expect("\(error)".contains(words), "\(error)")
    }

    @Test("A theta that JSON has no word for is an error", arguments: [Double.nan, .infinity])
    func notFinite(value: Double) {
        let network = NeuralNetwork(shape: NetworkShape(unitCounts: [2, 2]), theta: [0, 0, 0, value, 0, 0])
        #expect(throws: SavedModelError.notFinite(key: "theta[3]")) {
            try SavedModel(network: network, lambda: 0).json()
        }
    }

    /// A change of a valid model, and the expected error.
    private static let mistakes: [(String, String, String)] = [
        ("\"boundaryplot-model\"", "\"other\"", "not a model of boundaryplot: an object whose"),
        ("\"version\":1", "\"version\":2", "a model of version 2: this program knows version 1 alone"),
        ("\"version\":1", "\"version\":\"1\"", "\"version\" of the model is wrong: a number is wanted"),
        ("\"theta\"", "\"teta\"", "the model has no \"theta\""),
        ("\"theta\":[0.5", "\"theta\":[0.5,3", "it has 7 numbers, and layers of 2, 2 units take another number"),
        ("\"theta\":[0.5", "\"theta\":[1e999", "the number is out of range"),
        ("\"theta\":[0.5", "\"theta\":[null", "\"theta[0]\" of the model is wrong: a number is wanted"),
        ("[2,2]", "[2,9000000000000000000,2]", "layers of 2, 9000000000000000000, 2 units"),
        ("[2,2]", "[2,2.5]", "\"layers\" of the model is wrong"),
        ("[2,2]", "[2,-2]", "\"layers\" of the model is wrong"),
        ("[2,2]", "[3,2]", "\"layers\" of the model is wrong"),
        ("[2,2]", "[2]", "\"layers\" of the model is wrong"),
        ("[2,2]", "7", "\"layers\" of the model is wrong: a list of numbers is wanted"),
        ("\"sigmoid\"", "\"soft\\nplus\"", "the activation 'soft?plus' of the model is not known: sigmoid, tanh, relu"),
        ("\"sigmoid\"", "3", "\"activation\" of the model is wrong: a text is wanted"),
        ("[\"0\",\"1\"]", "[\"0\"]", "the model names 1 class and its network has 2 outputs"),
        ("[\"0\",\"1\"]", "[\"0\",\"0\"]", "\"classes\" of the model is wrong: a list of texts that all differ"),
        ("[\"0\",\"1\"]", "[\"0\",1]", "\"classes[1]\" of the model is wrong"),
        ("[\"x1\",\"x2\"]", "[\"x1\"]", "\"features\" of the model is wrong: a list of 2 texts"),
        ("\"lambda\":0.001", "\"lambda\":-1", "\"lambda\" of the model is wrong: a number of 0 or more"),
        ("\"lambda\":0.001", "\"lambda\":1e400", "the number is out of range"),
        ("\"standardization\":null,", "", "the model has no \"standardization\""),
        ("[0.5,", "[0.5,,", "a value is wanted, not ','"), ("{\"activation", "[{\"activation", "',' or ']' is wanted"),
        ("null", "{\"mean\":[0,0]}", "the model has no \"standardization.deviation\""),
        ("null", "{\"mean\":[0,0],\"deviation\":[1,0]}", "\"standardization.deviation\" of the model is wrong"),
        ("null", "{\"mean\":[0],\"deviation\":[1,1]}", "\"standardization.mean\" of the model is wrong"),
        ("null", "true", "\"standardization\" of the model is wrong: an object or null"),
        ("\"version\":1", "\"version\":1,\"data\":[]", "\"data\" of the model is wrong: a text"),
        ("[2,2]", "[2,\n2 x]", "not JSON: line 2, column 3: ',' or ']' is wanted, not 'x'"),
        ("[2,2]", "[2,02]", "',' or ']' is wanted, not '2'"),
        ("\"x1\"", "\"x\u{1}\"", "a text has no line breaks or other control characters"),
        ("\"x1\"", "\"\\ud800\"", "half of a character alone"),
        ("\"x1\"", "\"\\x\"", "no such escape"),
        ("}", "} }", "the end is wanted, not '}'"),
        ("{", "", "the end is wanted, not ':'"),
        ("1}", "1", "',' or '}' is wanted, but the text ends here"),
    ]

    private static let good = """
        {"activation":"sigmoid","classes":["0","1"],"features":["x1","x2"],"format":"boundaryplot-model",\
        "lambda":0.001,"layers":[2,2],"standardization":null,"theta":[0.5,1,-2,0,0.001,1e+22],"version":1}
        """

    @Test("Every mistake is named in one line", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        _ = try SavedModel(json: Array(Self.good.utf8))
        let (place, change, words) = Self.mistakes[index]
        let range = try #require(Self.good.range(of: place))
        let text = Self.good.replacingCharacters(in: range, with: change)
        let error = try #require(throws: SavedModelError.self) { try SavedModel(json: Array(text.utf8)) }
        #expect("\(error)".contains(words), "\(error)")
        #expect(!"\(error)".contains("\n"))
    }

    @Test("Keys that are not known are passed over, and spaces and escapes are JSON's")
    func leniency() throws {
        let text = Self.good.replacingOccurrences(of: ",", with: "\t,\r\n ")
            .replacingOccurrences(of: "\"x1\"", with: "\"\\u00e4\\ud83d\\ude00\\t\"")
            .replacingOccurrences(of: "{", with: "{ \"later\": [{}, [], true, false, null, -1.5E-3],")
        #expect(try SavedModel(json: Array(text.utf8)).featureNames == ["ä😀\t", "x2"])
    }

    @Test("No bytes stop the program: changed, cut, repeated, or nothing but brackets")
    func mutations() throws {
        var random = RandomState(seed: 3)
        let texts = [Array(Self.good.utf8), try Self.model.json()]
        var readCount = 0
        for round in 0..<4000 {
            var bytes = texts[round % 2]
            for _ in 0...random.randint(0..<4) {
                let place = random.randint(0..<bytes.count)
                switch random.randint(0..<5) {
                case 0: bytes[place] = UInt8(random.randint(0..<256))
                case 1: bytes.removeSubrange(place...)
                case 2: bytes.remove(at: place)
                case 3:
                    bytes.insert(
                        contentsOf: "[]{}\",:-+.eE0123456789\\u".utf8.shuffled(&random).prefix(3), at: place)
                default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
                }
                if bytes.isEmpty { bytes = [0x20] }
            }
            do throws(SavedModelError) {
                let model = try SavedModel(json: bytes)
                #expect(model.network.theta.allSatisfy { $0.isFinite })
                readCount += 1
            } catch {
                #expect(!"\(error)".contains("\n"))
            }
        }
        // Some changes are harmless.
        #expect(readCount > 40 && readCount < 3000)
        for text in [[], [0xff, 0xfe], Array(repeating: UInt8(ascii: "["), count: 100_000), Array("\"\\u".utf8)] {
            #expect(throws: SavedModelError.self) { try SavedModel(json: text) }
        }
    }
}

extension Sequence {
    fileprivate func shuffled(_ random: inout RandomState) -> [Element] {
        let elements = Array(self)
        return random.permutation(elements.count).map { elements[$0] }
    }
}
