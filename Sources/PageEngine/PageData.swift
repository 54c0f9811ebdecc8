import Datasets
import Geometry
import Meshgrid
import ModelSelection
import Training

/// The points of a page, divided and standardised as those of a run, and the grid of its pictures.
struct PageData {
    let training: Dataset
    let test: Dataset?
    let standardization: Standardization?
    let trainingInputs: Dataset
    let testInputs: Dataset?
    var limits: Rectangle
    var step: GridStep

    /// The data that the page has loaded; nil before.
    nonisolated(unsafe) static var loaded: PageData?

    /// - Throws: `StandardizationError` if a feature of the training part is constant.
    init(training: Dataset, test: Dataset?, isStandardized: Bool) throws(StandardizationError) {
        self.training = training
        self.test = test
        let standardization = isStandardized ? try Standardization(of: training) : nil
        self.standardization = standardization
        trainingInputs = standardization?.apply(to: training) ?? training
        testInputs = test.map { standardization?.apply(to: $0) ?? $0 }
        limits = training.bounds
        step = GridStep(0.01)
    }

    /// Returns a network for points in data units.
    func inDataUnits(_ network: NeuralNetwork) -> NeuralNetwork {
        standardization.map { network.destandardized(by: $0) } ?? network
    }
}

/// Generates points, and returns x, y and class of each.
///
/// - Parameters:
///   - set: the index of the generator, in the order of `boundaryplot data --help`.
///   - classCount: the number of blobs or quantiles.
///   - parameter: the noise; for blobs the spread.
///   - factor: the radius of the inner circle.
@_cdecl("page_generate")
public func generate(
    set: Int, samples: Int, classCount: Int, parameter: Double, factor: Double, seed: UInt32
) -> Int {
    do throws(DatasetError) {
        let dataset =
            switch set {
            case 0: try Dataset.moons(sampleCount: samples, noise: parameter, seed: seed)
            case 1: try Dataset.circles(sampleCount: samples, noise: parameter, factor: factor, seed: seed)
            case 2: try Dataset.blobs(sampleCount: samples, centerCount: classCount, spread: parameter, seed: seed)
            case 3: try Dataset.gaussianQuantiles(sampleCount: samples, classCount: classCount, seed: seed)
            case 4: try Dataset.xor(sampleCount: samples, noise: parameter, seed: seed)
            default: try Dataset.spirals(sampleCount: samples, noise: parameter, seed: seed)
            }
        return Exchange.shared.finish(
            zip(dataset.points, dataset.labels).flatMap { [$0.x, $0.y, Double($1)] })
    } catch {
        return Exchange.shared.fail(error.description)
    }
}

/// Divides points, and returns the count of training points, then the indices of training and held-out points.
///
/// The input is the class of each point.
@_cdecl("page_divide")
public func divide(pointCount: Int, classCount: Int, testFraction: Double, seed: UInt32, isStratified: Bool) -> Int {
    let labels = Exchange.shared.integers(0..<pointCount)
    do throws(SplitError) {
        let division = try Division(
            of: labels, classCount: classCount, testFraction: testFraction, seed: seed, isStratified: isStratified)
        return Exchange.shared.finish(
            [Double(division.training.count)] + (division.training + division.test).map { Double($0) })
    } catch {
        return Exchange.shared.fail(error.description)
    }
}

/// Loads points, of which the first are training points, and returns their bounding rectangle.
///
/// The input is x, y and class of each point.
@_cdecl("page_load")
public func load(trainingCount: Int, testCount: Int, classCount: Int, isStandardized: Bool) -> Int {
    func part(_ range: Range<Int>) -> Dataset {
        let input = Exchange.shared.input
        return Dataset(
            points: range.map { Point(x: input[3 * $0], y: input[3 * $0 + 1]) },
            labels: range.map { Int(input[3 * $0 + 2]) }, featureNames: ["x", "y"],
            classNames: Array(repeating: "", count: classCount))
    }
    guard trainingCount > 0 else { return Exchange.shared.fail("there are no training points") }
    let count = trainingCount + testCount
    do throws(StandardizationError) {
        let data = try PageData(
            training: part(0..<trainingCount), test: testCount == 0 ? nil : part(trainingCount..<count),
            isStandardized: isStandardized)
        let bounds = part(0..<count).bounds
        PageData.loaded = data
        return Exchange.shared.finish([bounds.minX, bounds.minY, bounds.maxX, bounds.maxY])
    } catch {
        return Exchange.shared.fail(error.description)
    }
}

/// Sets limits and grid of the pictures, in data units.
@_cdecl("page_frame")
public func frame(minX: Double, minY: Double, maxX: Double, maxY: Double, stepX: Double, stepY: Double) -> Int {
    PageData.loaded?.limits = Rectangle(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    PageData.loaded?.step = GridStep(x: stepX, y: stepY)
    return Exchange.shared.finish([])
}
