import DecisionBoundary
import Files
import Synchronization

/// How far the networks of a run are, told by whoever trains them.
final class PlotProgress: Sendable {
    /// The networks, as they are called in the line.
    private let names: [String]
    private let finishedCount = Atomic(0)
    private let network = Atomic(0)
    private let iterations = Atomic(0)
    private let costBits = Atomic(Double.nan.bitPattern)

    init(names: [String]) {
        self.names = names
    }

    /// Notes where the training of a network stands; of several at once the last to call is shown.
    func note(network: Int, iterations: Int, cost: Double) {
        self.network.store(network, ordering: .relaxed)
        self.iterations.store(iterations, ordering: .relaxed)
        costBits.store(cost.bitPattern, ordering: .relaxed)
    }

    func noteFinished() {
        finishedCount.wrappingAdd(1, ordering: .relaxed)
    }

    var text: String {
        let cost = Double(bitPattern: costBits.load(ordering: .relaxed))
        return """
            \(finishedCount.load(ordering: .relaxed)) of \(names.count) pictures · \
            \(names[network.load(ordering: .relaxed)]): \(iterations.load(ordering: .relaxed)) iterations, \
            cost \(DecimalText.fixed(cost, decimals: 6))
            """
    }
}
