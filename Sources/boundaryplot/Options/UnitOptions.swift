import ArgumentParser
import Training

/// What the hidden units of all networks are.
struct UnitOptions: ParsableArguments {
    /// The library's activations, as the command line has them.
    enum Unit: String, CaseIterable, ExpressibleByArgument {
        case sigmoid
        case tanh
        case relu
    }

    @Option(
        name: .customLong("activation"),
        help: ArgumentHelp(
            "What hidden units make of their sums: sigmoid, tanh or relu. (default: sigmoid)", valueName: "name"))
    var unit: Unit?

    var activation: Activation {
        switch unit ?? .sigmoid {
        case .sigmoid: .sigmoid
        case .tanh: .tanh
        case .relu: .relu
        }
    }
}
