import Foundation

/// The structure of the JSON of `--json`, schema 1.
struct RunSummary: Decodable {
    struct DataSource: Decodable, Equatable {
        let source: String
        let samples: Int
        let noise: Double?
        var path: String?
        var skippedRows: Int?
        let seed: UInt32?
        let features: [String]
        let classes: [String]
        var split: Split?
        var standardization: Standardization?
    }

    struct Standardization: Decodable, Equatable {
        let mean: [Double]
        let deviation: [Double]
    }

    struct Split: Decodable, Equatable {
        let testFraction: Double
        let seed: UInt32
        let stratify: Bool
        var repeats: Int?
        let trainCount: Int
        let testCount: Int
    }

    struct Confusion: Decodable {
        let train: [[Int]]
        let test: [[Int]]?
    }

    struct Recall: Decodable {
        let train: [Double?]?
        let test: [Double?]?
    }

    struct Baseline: Decodable {
        let `class`: String
        let accuracy: Double
        let testAccuracy: Double?
    }

    struct Restart: Decodable {
        let initSeed: UInt32
        let cost: Double?
        let accuracy: Double
        let testAccuracy: Double?
        let testCost: Double?
        let termination: String
    }

    struct Spread: Decodable {
        let mean: Double?
        let deviation: Double?
        let least: Double?
        let greatest: Double?
    }

    struct RestartSpread: Decodable {
        let cost: Spread
        let accuracy: Spread
        let testAccuracy: Spread?
        let testCost: Spread?
    }

    struct ImageFile: Decodable {
        let path: String
        let width: Int
        let height: Int
        let dpi: Double
        let altText: String
        /// The index of the framed network of a sheet.
        var best: Int?
    }

    struct Curve: Decodable {
        let image: ImageFile
        let of: String
        let over: String
        let values: [Value]
        let best: [Best]

        struct Best: Decodable {
            let lambda: Double
            let hidden: String
            let value: Double?
            let interval: [Double]?
        }

        struct Value: Decodable {
            let hidden: String
            let lambda: Double
            let samples: Int
            let train: Double
            var test: Double?
            var trainDeviation: Double?
            var testDeviation: Double?
        }
    }

    struct Axis: Decodable {
        let start: Double
        let step: Double
        let count: Int
    }

    struct Grid: Decodable {
        let x: Axis
        let y: Axis
        let labelCounts: [Int]
    }

    struct Box: Decodable {
        let x: Double
        let y: Double
        let width: Double
        let height: Double
    }

    struct Image: Decodable {
        let path: String
        let width: Int
        let height: Int
        let dpi: Double
        let axes: Box
        let xlim: [Double]
        let ylim: [Double]
        let altText: String
    }

    struct Seconds: Decodable {
        let train: Double
        let grid: Double
        let draw: Double
        let write: Double
    }

    struct Run: Decodable {
        let hidden: String
        let layers: [Int]
        let activation: String
        let lambda: Double
        let initSeed: UInt32
        let optimizer: String
        let cost: Double?
        let trainCrossEntropy: Double?
        let accuracy: Double
        let testAccuracy: Double?
        let testAccuracyInterval: [Double]?
        let testCost: Double?
        let confusion: Confusion
        let recall: Recall?
        let restarts: [Restart]?
        let restartSpread: RestartSpread?
        let iterations: Int
        let evaluations: Int
        let gradientNorm: Double?
        let termination: String
        let stuck: Bool?
        let theta: [Double?]
        let grid: Grid
        let image: Image
        let seconds: Seconds
    }

    let schema: Int
    let data: DataSource
    let baseline: Baseline?
    let runs: [Run]
    let sheet: ImageFile?
    let curve: Curve?

    init(_ text: String) throws {
        self = try JSONDecoder().decode(RunSummary.self, from: Data(text.utf8))
    }
}
