import FoundationEssentials
import Geometry
import Meshgrid
import Optimization
import Training

/// The JSON of `--json`, schema 1: keys are only ever added.
struct Summary: Encodable {
    var schema = 1
    let data: DataSource
    let runs: [Run]

    /// Sorted keys, shortest digits that read back exactly, numbers that are not finite as null.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    struct DataSource: Encodable {
        let source: String
        let samples: Int
        let noise: Double
        let seed: UInt32
        let features: [String]
        let classes: [String]
    }

    struct Run: Encodable {
        let hidden: String
        let layers: [Int]
        let activation = "sigmoid"
        let lambda: Double
        let initSeed: UInt32
        let optimizer: String
        let cost: JSONNumber
        let accuracy: Double
        let iterations: Int
        let evaluations: Int
        let gradientNorm: JSONNumber
        let termination: String
        let theta: [JSONNumber]
        let grid: Grid
        let image: Image
        let seconds: Seconds
    }

    struct Grid: Encodable {
        let x: Axis
        let y: Axis
        let labelCounts: [Int]
    }

    struct Axis: Encodable {
        let start: Double
        let step: Double
        let count: Int

        init(_ axis: SampledAxis) {
            start = axis.start
            step = axis.step
            count = axis.count
        }
    }

    struct Image: Encodable {
        let path: String
        let width: Int
        let height: Int
        let dpi: Double
        let axes: Box
        let xlim: [Double]
        let ylim: [Double]
    }

    /// A rectangle in pixels from the top left.
    struct Box: Encodable {
        let x: Double
        let y: Double
        let width: Double
        let height: Double

        init(_ rectangle: Rectangle) {
            x = rectangle.minX
            y = rectangle.minY
            width = rectangle.width
            height = rectangle.height
        }
    }

    struct Seconds: Encodable {
        let train: Double
        let grid: Double
        let draw: Double
        let write: Double
    }
}

/// A number that is null in JSON where it is not finite.
struct JSONNumber: Encodable {
    let value: Double

    init(_ value: Double) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
    }
}

extension Summary {
    /// The summary of a plot command's pictures, in their order.
    init(_ pictures: [Picture], options: PlotCommand, features: [String], classes: [String]) {
        data = DataSource(
            source: options.data.data.rawValue, samples: options.data.samples, noise: options.data.noise,
            seed: options.data.seed, features: features, classes: classes)
        runs = pictures.map { Run($0, options: options) }
    }
}

extension Summary.Run {
    fileprivate init(_ picture: Picture, options: PlotCommand) {
        let report = picture.report
        self.init(
            hidden: "\(picture.hidden)", layers: report.network.shape.unitCounts, lambda: options.network.lambda,
            initSeed: options.network.initSeed, optimizer: options.training.optimizer.rawValue,
            cost: JSONNumber(report.cost), accuracy: report.accuracy,
            iterations: report.iterations, evaluations: report.evaluations,
            gradientNorm: JSONNumber(report.gradientNorm), termination: report.termination.rawValue,
            theta: report.network.theta.map(JSONNumber.init),
            grid: Summary.Grid(
                x: Summary.Axis(picture.grid.x), y: Summary.Axis(picture.grid.y), labelCounts: picture.labelCounts),
            image: Summary.Image(
                path: picture.path, width: picture.pixelWidth, height: picture.pixelHeight, dpi: options.picture.dpi,
                axes: Summary.Box(picture.plotRectangle), xlim: [picture.limits.minX, picture.limits.maxX],
                ylim: [picture.limits.minY, picture.limits.maxY]),
            seconds: Summary.Seconds(
                train: picture.seconds.train, grid: picture.seconds.grid, draw: picture.seconds.draw,
                write: picture.seconds.write))
    }
}
