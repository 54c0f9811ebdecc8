import Foundation
import MersenneTwister
import Testing

/// Results of `numpy.random.RandomState` for one seed, written by `Scripts/oracles/mersenne_twister.py`.
struct NumpyDraws: Decodable, Sendable, CustomTestStringConvertible {
    let seed: UInt32
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

    var state: RandomState { RandomState(seed: seed) }
    var testDescription: String { "seed \(seed)" }

    /// Returns the draws of all seeds.
    static func all() throws -> [NumpyDraws] {
        try Fixture.read().seeds
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

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/random_state", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }
}
