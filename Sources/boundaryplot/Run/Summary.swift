import Datasets
import DecisionBoundary
import Geometry
import ModelSelection
import Optimization
import Training

/// The JSON of `--json`, schema 1: keys are only ever added.
struct Summary: Encodable {
    var schema = 1
    let data: DataSummary
    let runs: [Run]
    /// Absent where no such page was wanted, as all that is optional.
    let sheet: ImageFile?
    let curve: Curve?

    /// One network.
    struct Run: Encodable {
        let hidden: String
        let layers: [Int]
        let activation: String
        let lambda: Double
        /// Absent, as what else belongs to training, where the network was read from the file `model`.
        let initSeed: UInt32?
        let optimizer: String?
        let model: String?
        let cost: JSONNumber
        let trainCrossEntropy: JSONNumber
        let accuracy: Double
        let testAccuracy: Double?
        let testCost: JSONNumber?
        let confusion: Confusion
        let restarts: [Restart]?
        let restartSpread: RestartSpread?
        let iterations: Int?
        let evaluations: Int?
        let gradientNorm: JSONNumber?
        let termination: String?
        let theta: [JSONNumber]
        /// Absent, as image and seconds, where the network has no picture of its own.
        let grid: Grid?
        let image: Image?
        let seconds: Seconds?
    }

    /// Rows are true classes, columns predicted ones.
    struct Confusion: Encodable {
        let train: [[Int]]
        let test: [[Int]]?
    }

    struct Restart: Encodable {
        let initSeed: UInt32
        let cost: JSONNumber
        let accuracy: Double
        let testAccuracy: Double?
        let testCost: JSONNumber?
        let termination: String
    }

    struct RestartSpread: Encodable {
        let cost: SpreadSummary
        let accuracy: SpreadSummary
        let testAccuracy: SpreadSummary?
        let testCost: SpreadSummary?
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
        let altText: String
    }

    /// A picture of several networks.
    struct ImageFile: Encodable {
        let path: String
        let width: Int
        let height: Int
        let dpi: Double
        let altText: String

        init(_ file: PictureFile, dpi: Double) {
            altText = file.words.altText
            path = file.path
            width = file.width
            height = file.height
            self.dpi = dpi
        }
    }

    /// What the curve shows, for each λ.
    struct Curve: Encodable {
        let image: ImageFile
        /// `error` or `cost`.
        let of: String
        let best: [Best]

        /// The size that does best on the points held out.
        struct Best: Encodable {
            let lambda: Double
            let hidden: String
            let value: JSONNumber
        }
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

/// Where the points of a run come from, and how they were divided.
struct DataSummary: Encodable {
    /// The name of a set that is made; "file" for one that is read, "standard input" for one from there.
    let source: String
    /// Of a file, as the three after it; absent where there is none.
    let path: String?
    let sha256: String?
    let columns: Columns?
    let skippedRows: Int?
    let samples: Int
    /// Absent, as factor, centers and spread, where the data set has no use for it.
    let noise: Double?
    let factor: Double?
    let centers: Int?
    let spread: Double?
    let seed: UInt32?
    let features: [String]
    let classes: [String]
    let split: Split?
    /// What is done to points before a network sees them; absent where they are taken as they are.
    let standardization: StandardizationSummary?

    struct Split: Encodable {
        let testFraction: Double
        let seed: UInt32
        let stratify: Bool
        let trainCount: Int
        let testCount: Int
    }

    /// The names of a file's columns, or "column 3".
    struct Columns: Encodable {
        let x: String
        let y: String
        let label: String
    }

    init(_ loaded: LoadedData, data: DataParts) {
        var (set, file, contents): (GeneratedSet?, DataFile?, CSVDataset?) = (nil, nil, nil)
        switch loaded.origin {
        case .generated(let origin): set = origin
        case .file(let origin, let read): (file, contents) = (origin, read)
        }
        source = set?.name.rawValue ?? (file?.path == "-" ? "standard input" : "file")
        path = file.flatMap { $0.path == "-" ? nil : $0.path }
        sha256 = contents?.sha256
        columns = contents.map {
            Columns(x: $0.xColumn.title, y: $0.yColumn.title, label: $0.labelColumn.title)
        }
        skippedRows = contents?.skippedRowCount
        samples = loaded.dataset.points.count
        noise = set?.noise
        factor = set?.factor
        centers = set?.centers
        spread = set?.spread
        seed = set?.seed
        features = data.training.featureNames
        classes = data.training.classNames
        split = data.split.map {
            Split(
                testFraction: $0.testFraction, seed: $0.seed, stratify: $0.isStratified,
                trainCount: data.training.points.count, testCount: data.test?.points.count ?? 0)
        }
        standardization = data.standardization.map(StandardizationSummary.init)
    }
}

/// What each feature is moved and divided by, x first.
struct StandardizationSummary: Encodable {
    let mean: [Double]
    let deviation: [Double]

    init(_ standardization: Standardization) {
        mean = [standardization.mean.x, standardization.mean.y]
        deviation = [standardization.deviation.x, standardization.deviation.y]
    }
}

/// Mean, sample standard deviation and range of several numbers.
struct SpreadSummary: Encodable {
    let mean: JSONNumber
    let deviation: JSONNumber
    let least: JSONNumber
    let greatest: JSONNumber

    init(_ spread: SampleStatistics) {
        mean = JSONNumber(spread.mean)
        deviation = JSONNumber(spread.deviation)
        least = JSONNumber(spread.least)
        greatest = JSONNumber(spread.greatest)
    }
}

extension Summary {
    /// The summary of a plot command's pictures, in their order.
    init(_ result: PlotResult, options: PlotCommand, loaded: LoadedData, data: DataParts) {
        self.data = DataSummary(loaded, data: data)
        runs = result.pictures.map {
            Run(
                $0.network, picture: $0, optimizer: options.training.usedOptimizer, model: options.model.model,
                dpi: options.picture.dpi)
        }
        sheet = result.sheet.map { ImageFile($0, dpi: options.picture.dpi) }
        curve = result.curve.map { curve in
            Curve(
                image: ImageFile(curve.file, dpi: options.picture.dpi), of: curve.measure == .error ? "error" : "cost",
                best: curve.best.map {
                    Curve.Best(
                        lambda: $0.candidate.lambda, hidden: $0.candidate.hiddenText, value: JSONNumber($0.value))
                })
        }
    }
}

extension Summary.Run {
    /// A network with its picture; without one, what belongs to it is left out.
    init(
        _ network: TrainedNetwork, picture: Picture? = nil, optimizer: TrainingOptions.Optimizer, model: String? = nil,
        dpi: Double
    ) {
        let report = network.report
        let isTrained = !network.isLoaded
        self.init(
            hidden: network.candidate.hiddenText, layers: report.network.shape.unitCounts,
            activation: report.network.shape.activation.rawValue, lambda: network.candidate.lambda,
            initSeed: isTrained ? network.initialSeed : nil, optimizer: isTrained ? optimizer.rawValue : nil,
            model: model,
            cost: JSONNumber(report.cost), trainCrossEntropy: JSONNumber(report.score.crossEntropy ?? .nan),
            accuracy: report.accuracy, testAccuracy: network.testScore?.accuracy,
            testCost: (network.testScore?.crossEntropy).map(JSONNumber.init),
            confusion: Summary.Confusion(train: report.score.confusion, test: network.testScore?.confusion),
            restarts: network.hasRestarts ? network.restartSummaries : nil,
            restartSpread: network.hasRestarts ? Summary.RestartSpread(network) : nil,
            iterations: isTrained ? report.iterations : nil, evaluations: isTrained ? report.evaluations : nil,
            gradientNorm: isTrained ? JSONNumber(report.gradientNorm) : nil,
            termination: isTrained ? report.termination.rawValue : nil,
            theta: report.network.theta.map(JSONNumber.init),
            grid: picture.map {
                Summary.Grid(x: Summary.Axis($0.grid.x), y: Summary.Axis($0.grid.y), labelCounts: $0.labelCounts)
            },
            image: picture.map { Summary.Image($0, dpi: dpi) },
            seconds: picture.map {
                Summary.Seconds(
                    train: $0.seconds.train, grid: $0.seconds.grid, draw: $0.seconds.draw, write: $0.seconds.write)
            })
    }
}

extension Summary.Image {
    fileprivate init(_ picture: Picture, dpi: Double) {
        self.init(
            path: picture.file.path, width: picture.file.width, height: picture.file.height, dpi: dpi,
            axes: Summary.Box(picture.plotRectangle), xlim: [picture.limits.minX, picture.limits.maxX],
            ylim: [picture.limits.minY, picture.limits.maxY], altText: picture.file.words.altText)
    }
}

extension TrainedNetwork {
    fileprivate var restartSummaries: [Summary.Restart] {
        restarts.reports.indices.map { index in
            let report = restarts.reports[index]
            let testScore = testScores.isEmpty ? nil : testScores[index]
            return Summary.Restart(
                initSeed: restarts.initialSeeds[index], cost: JSONNumber(report.cost), accuracy: report.accuracy,
                testAccuracy: testScore?.accuracy, testCost: (testScore?.crossEntropy).map(JSONNumber.init),
                termination: report.termination.rawValue)
        }
    }
}

extension Summary.RestartSpread {
    fileprivate init(_ network: TrainedNetwork) {
        func spread(_ values: [Double]) -> SpreadSummary? {
            values.isEmpty ? nil : SpreadSummary(SampleStatistics(of: values))
        }
        self.init(
            cost: SpreadSummary(network.restarts.costs), accuracy: SpreadSummary(network.restarts.accuracies),
            testAccuracy: spread(network.testScores.map(\.accuracy)),
            testCost: spread(network.testScores.compactMap(\.crossEntropy)))
    }
}
