import Foundation
import MersenneTwister
import Testing

/// Results of `numpy.random.RandomState` for one seed, written by `Scripts/oracles/mersenne_twister.py`.
struct NumpyDraws: Decodable, Sendable, CustomTestStringConvertible {
    let seed: Seed
    let words: [UInt32]
    let wordsAfter10000: [UInt32]
    let randomSample: [Double]
    let uniform: [Double]
    let normal: [Double]
    let normalScaled: [Double]
    let permutations: [[Int]]
    let shuffled: String
    let randint: [[String]]
    let choice: [[Int]]
    let mixed: [Double]

    enum Seed: Decodable {
        case number(UInt32)
        case array([UInt32])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(UInt32.self) {
                self = .number(number)
            } else {
                self = .array(try container.decode([UInt32].self))
            }
        }
    }

    var state: RandomState {
        switch seed {
        case .number(let number): RandomState(seed: number)
        case .array(let words): RandomState(seed: words)
        }
    }

    var testDescription: String {
        switch seed {
        case .number(let number): "seed \(number)"
        case .array(let words): "array seed \(words.prefix(4)), \(words.count) long"
        }
    }

    /// Returns the draws of all seeds, numbers first.
    static func all() throws -> [NumpyDraws] {
        let fixture = try Fixture.read()
        return fixture.seeds + fixture.arraySeeds
    }

    /// Returns the ranges of `randint`, in the order of its draws.
    static func ranges() throws -> [Range<Int>] {
        try Fixture.read().ranges.map { limits in
            let low = try #require(Int(limits[0]))
            return low..<(try #require(Int(limits[1])))
        }
    }

    private struct Fixture: Decodable {
        let ranges: [[String]]
        let seeds: [NumpyDraws]
        let arraySeeds: [NumpyDraws]

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/random_state", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }
}
