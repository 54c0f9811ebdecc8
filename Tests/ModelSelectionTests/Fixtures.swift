import Foundation
import Testing

/// Splits and folds of scikit-learn, written by `Scripts/oracles/model_selection.py`.
struct SplitFixture: Decodable {
    let labelSets: [[Int]]
    let splits: [Plain]
    let stratifiedSplits: [Stratified]

    struct Plain: Decodable {
        let pointCount: Int
        let testFraction: Double
        let seed: UInt32
        /// Nil if scikit-learn reports an error.
        let training: [Int]?
        let test: [Int]?
    }

    struct Stratified: Decodable {
        /// The index of the labels in `labelSets`.
        let labels: Int
        let testFraction: Double
        let seed: UInt32
        /// Nil if scikit-learn reports an error.
        let training: [Int]?
        let test: [Int]?
    }

    static func load() throws -> SplitFixture { try read("splits") }
}

/// The folds that scikit-learn makes.
struct FoldFixture: Decodable {
    let labelSets: [[Int]]
    let folds: [Plain]
    let stratifiedFolds: [Stratified]

    struct Plain: Decodable {
        let pointCount: Int
        let count: Int
        let seed: UInt32
        /// Nil if scikit-learn reports an error.
        let foldOfPoint: [Int]?
    }

    struct Stratified: Decodable {
        /// The index of the labels in `labelSets`.
        let labels: Int
        let count: Int
        let seed: UInt32
        /// Nil if scikit-learn reports an error.
        let foldOfPoint: [Int]?
    }

    static func load() throws -> FoldFixture { try read("folds") }
}

/// Intervals and p-values of scipy, written by `Scripts/oracles/significance.py`.
struct SignificanceFixture: Decodable {
    let intervals: [Interval]
    let tests: [ExactTest]

    struct Interval: Decodable {
        let successes: Int
        let count: Int
        let low: Double
        let high: Double
    }

    struct ExactTest: Decodable {
        let first: Int
        let second: Int
        /// The p-value of scipy.
        let p: Double
        /// The same sum with fifty digits.
        let exact: Double
    }

    static func load() throws -> SignificanceFixture { try read("significance") }
}

private func read<Fixture: Decodable>(_ name: String) throws -> Fixture {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
}

/// The points that scikit-learn's curves train on, written by `Scripts/oracles/learning_curves.py`.
struct CurveFixture: Decodable {
    let learningCurves: [Learning]
    let validationCurves: [Validation]

    struct Learning: Decodable {
        let pointCount: Int
        let testFraction: Double
        let seed: UInt32
        /// The number of sizes asked for.
        let count: Int
        let sizes: [Int]
        /// The points of each fit, in order.
        let fitted: [[Int]]
        let test: [Int]
    }

    struct Validation: Decodable {
        let pointCount: Int
        let testFraction: Double
        let seed: UInt32
        /// The points of each fit, in order.
        let fitted: [[Int]]
        let test: [Int]
    }

    static func load() throws -> CurveFixture { try read("curves") }
}
