import Contouring
import Datasets
import Geometry
import Meshgrid
import ModelSelection
import ReportPage
import Training

/// Reads a network from the input, and the position after it: units of its hidden layers, then theta.
private func network(at start: Int, layerCount: Int, activation: Int, classCount: Int) -> (NeuralNetwork, end: Int) {
    let thetaStart = start + layerCount
    let shape = NetworkShape(
        hidden: Exchange.shared.integers(start..<thetaStart), classCount: classCount,
        activation: Activation.allCases[activation])
    let end = thetaStart + shape.parameterCount
    return (NeuralNetwork(shape: shape, theta: Exchange.shared.numbers(thetaStart..<end)), end)
}

/// Evaluates a network for points as it is trained on, and returns, in this order:
///
/// - of the training part, then of the held-out part: count, correct points, accuracy, the limits of its 95 % interval,
///   cross-entropy (six numbers; 0 and NaN if no points are held out);
/// - the accuracy on the training points less that on the held-out points; NaN if no points are held out;
/// - the class of each point;
/// - theta for points in data units;
/// - for classes 1 to K − 1, the region of this and later classes: the number of bytes, then the bytes, of the path data
///   that a report has for it; see `ReportFrame`.
///
/// The input is the network: units of its hidden layers, then theta.
@_cdecl("page_evaluate")
public func evaluate(layerCount: Int, activation: Int) -> Int {
    guard let data = PageData.loaded else { return Exchange.shared.fail("no data are loaded") }
    let (trained, _) = network(
        at: 0, layerCount: layerCount, activation: activation, classCount: data.training.classCount)
    let network = data.inDataUnits(trained)
    let grid: RegularGrid
    do throws(GridError) {
        grid = try RegularGrid(covering: data.limits, step: data.step)
    } catch {
        return Exchange.shared.fail(error.description)
    }
    let parts = [data.trainingInputs, data.testInputs].map { part in part.map { Score(of: trained, on: $0) } }
    var numbers = parts.flatMap { score -> [Double] in
        guard let score else { return [0, 0, .nan, .nan, .nan, .nan] }
        let count = score.misclassified.count
        let interval = WilsonInterval(of: score)
        return [
            Double(count), Double(count - score.misclassified.count { $0 }), score.accuracy, interval.low,
            interval.high, score.crossEntropy ?? .nan,
        ]
    }
    numbers.append((parts[0]?.accuracy ?? .nan) - (parts[1]?.accuracy ?? .nan))
    numbers += trained.classes(of: data.trainingInputs.points + (data.testInputs?.points ?? [])).map { Double($0) }
    numbers += network.theta
    var tracers = (0..<network.fieldCount).map { _ in
        ContourTracer(filledAbove: 0, on: grid, continuedTo: data.limits)
    }
    network.forEachBlock(of: grid) { block in
        for row in block.rows {
            for field in tracers.indices { tracers[field].append(block.row(row, ofField: field)) }
        }
    }
    for tracer in tracers {
        let bytes = ReportFrame(limits: data.limits).data(of: tracer.polygons()).utf8
        numbers.append(Double(bytes.count))
        numbers += bytes.map { Double($0) }
    }
    return Exchange.shared.finish(numbers)
}

/// Returns the probability of each class at a place, for a network in data units.
///
/// The input is x and y, then the network.
@_cdecl("page_probabilities")
public func probabilities(layerCount: Int, activation: Int, classCount: Int) -> Int {
    let (network, _) = network(at: 2, layerCount: layerCount, activation: activation, classCount: classCount)
    let place = Point(x: Exchange.shared.input[0], y: Exchange.shared.input[1])
    return Exchange.shared.finish(network.predictions(for: [place]).probabilities)
}

/// Returns the share of the grid, 0…1, on which two networks in data units give different classes.
///
/// The input is both networks.
@_cdecl("page_difference")
public func difference(
    firstLayerCount: Int, firstActivation: Int, secondLayerCount: Int, secondActivation: Int, classCount: Int
) -> Int {
    guard let data = PageData.loaded else { return Exchange.shared.fail("no data are loaded") }
    let (first, end) = network(
        at: 0, layerCount: firstLayerCount, activation: firstActivation, classCount: classCount)
    let (second, _) = network(
        at: end, layerCount: secondLayerCount, activation: secondActivation, classCount: classCount)
    do throws(GridError) {
        let grid = try RegularGrid(covering: data.limits, step: data.step)
        return Exchange.shared.finish([first.differenceShare(from: second, over: grid)])
    } catch {
        return Exchange.shared.fail(error.description)
    }
}

/// Compares two classifiers on points, and returns the number of points on which they differ, and its share, 0…1; the numbers
/// of those on which only the first, and only the second is right; the p-value of McNemar's test, and 1 if the difference is
/// within chance, else 0.
///
/// The input is, for each point, its class, and its class by the first and the second classifier.
@_cdecl("page_compare")
public func compare(pointCount: Int) -> Int {
    var (differing, firstOnly, secondOnly) = (0, 0, 0)
    for point in 0..<pointCount {
        let label = Exchange.shared.input[3 * point]
        let (first, second) = (Exchange.shared.input[3 * point + 1], Exchange.shared.input[3 * point + 2])
        if first != second { differing += 1 }
        if first == label && second != label { firstOnly += 1 }
        if first != label && second == label { secondOnly += 1 }
    }
    let test = McNemarTest(firstOnly: firstOnly, secondOnly: secondOnly)
    return Exchange.shared.finish([
        Double(differing), Double(differing) / Double(max(1, pointCount)), Double(firstOnly), Double(secondOnly),
        test.pValue, test.isWithinChance ? 1 : 0,
    ])
}

/// Returns the most frequent class of the training points, and its share of the training and the held-out points; NaN if
/// no points are held out.
@_cdecl("page_baseline")
public func baseline() -> Int {
    guard let data = PageData.loaded else { return Exchange.shared.fail("no data are loaded") }
    let baseline = Baseline(training: data.training, test: data.test)
    return Exchange.shared.finish(
        [Double(baseline.classIndex), baseline.accuracy, baseline.testAccuracy ?? .nan])
}
