import DataFiles
import Datasets
import Foundation
import Testing

@Suite("Arrays in numpy's format")
struct NumpyArrayTests {
    @Test("are read as numpy reads them, to the bit")
    func likeNumpy() throws {
        let cases = try Fixture.read().arrays
        #expect(cases.count > 45)
        for expected in cases {
            let array = try NumpyArray(bytes: expected.bytes)
            #expect(array.shape == expected.shape, "\(expected.name)")
            #expect(array.isWhole == expected.isWhole, "\(expected.name)")
            let values = try expected.values.map { try #require(Double($0)) }
            #expect(array.values.count == values.count, "\(expected.name)")
            for (value, wanted) in zip(array.values, values) {
                #expect(
                    value.bitPattern == wanted.bitPattern || value.isNaN && wanted.isNaN,
                    "\(expected.name): \(value) is not \(wanted)")
            }
        }
    }

    @Test("have one clear line for each fault")
    func errors() throws {
        let cases = try Fixture.read().errors
        #expect(cases.count > 45)
        for expected in cases {
            let error = #expect(throws: NumpyArrayError.self, "\(expected.name)") {
                try NumpyArray(bytes: expected.bytes)
            }
            let message = error?.description ?? ""
            #expect(message.contains(expected.message) && !message.contains("\n"), "\(expected.name): \(message)")
        }
    }

    @Test("do not end the process when they are cut or changed anywhere")
    func damage() throws {
        let fixture = try Fixture.read()
        var random = SplitMix(state: 1)
        var readCount = 0
        for bytes in fixture.arrays.map(\.bytes) + fixture.errors.map(\.bytes) where !bytes.isEmpty {
            for _ in 0..<200 {
                var changed = bytes
                changed[.random(in: 0..<changed.count, using: &random)] = .random(in: 0...255, using: &random)
                if Bool.random(using: &random) {
                    changed = [UInt8](changed.prefix(.random(in: 0...changed.count, using: &random)))
                }
                guard let array = try? NumpyArray(bytes: changed) else { continue }
                readCount += 1
                #expect(array.values.count == array.shape.reduce(1, *))
            }
        }
        #expect(readCount > 100)
    }

    /// The fixture that `Scripts/oracles/numpy_arrays.py` writes.
    private struct Fixture: Decodable {
        let arrays: [Array]
        let errors: [Fault]

        struct Array: Decodable {
            let name: String
            let file: Data
            let shape: [Int]
            let isWhole: Bool
            let values: [String]

            var bytes: [UInt8] { [UInt8](file) }
        }

        struct Fault: Decodable {
            let name: String
            let file: Data
            let message: String

            var bytes: [UInt8] { [UInt8](file) }
        }

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/numpy_arrays", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }
}
