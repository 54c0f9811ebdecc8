import CPageHost
import ModelSelection
import Optimization
import Training

/// Trains a network, and returns its seed, cost, iterations, evaluations, the norm of the gradient, the index of its
/// termination, and theta.
///
/// The input is the number of units of each hidden layer. The order of terminations is that of `Termination`. If iterations
/// are recorded, theta is followed by the history: the number of costs, the costs, the number of costs on held-out points,
/// these costs, the number of snapshots, and iteration and theta of each.
///
/// - Parameters:
///   - activation: 0 sigmoid, 1 tanh, 2 relu.
///   - optimizer: 0 conjugate gradient, 1 L-BFGS.
///   - iterationLimit: −1 for the default.
///   - resolution: of the recorded iterations, as in `RecordedIterations.logarithmic`; 0 to record none.
@_cdecl("page_train")
public func train(
    layerCount: Int, activation: Int, lambda: Double, optimizer: Int, tolerance: Double, iterationLimit: Int,
    seed: UInt32, restartCount: Int, resolution: Int
) -> Int {
    guard let data = PageData.loaded else { return Exchange.shared.fail("no data are loaded") }
    let candidate = Candidate(
        hidden: Exchange.shared.integers(0..<layerCount), activation: Activation.allCases[activation], lambda: lambda)
    let limit = iterationLimit < 0 ? nil : iterationLimit
    let settings = TrainingSettings(
        initialSeed: seed,
        optimizer: optimizer == 0
            ? .conjugateGradient(ConjugateGradient(gradientTolerance: tolerance, iterationLimit: limit))
            : .limitedMemoryBFGS(LimitedMemoryBFGS(gradientTolerance: tolerance, iterationLimit: limit)))
    let restarts = Restarts(settings, count: restartCount).train(
        candidate, on: data.trainingInputs,
        recording: resolution == 0 ? nil : HistorySettings(.logarithmic(resolution: resolution), test: data.testInputs)
    ) { iterate in
        iterate.parameters.withUnsafeBufferPointer { theta in
            theta.baseAddress.map {
                page_observe(Double(iterate.iteration), iterate.value, $0, theta.count) != 0
            } ?? true
        }
    }
    let report = restarts.best
    var numbers = [
        Double(restarts.initialSeeds[restarts.bestIndex]), report.cost, Double(report.iterations),
        Double(report.evaluations), report.gradientNorm,
        Double(Termination.allCases.firstIndex(of: report.termination) ?? 0),
    ]
    numbers += report.network.theta
    if let history = report.history {
        numbers += [Double(history.costs.count)] + history.costs
        numbers += [Double(history.testCosts.count)] + history.testCosts
        numbers.append(Double(history.snapshots.count))
        for snapshot in history.snapshots { numbers += [Double(snapshot.iteration)] + snapshot.theta }
    }
    return Exchange.shared.finish(numbers)
}
