import DecisionBoundary

extension RequestKey {
    /// The option that sets the key.
    var option: String {
        switch self {
        case .classifiers: "--hidden, --lambda or --activation"
        case .naValues: "--na-values"
        case .stratifyFolds: "--stratify"
        case .splitSeed: "--split-seed"
        case .testFraction: "--test-fraction"
        // Requests alone have it.
        case .lastCount: "'last' of 'split'"
        case .initialSeed: "--init-seed"
        case .maxIterations: "--max-iterations"
        case .xLimits: "--xlim"
        case .yLimits: "--ylim"
        case .hasTitle: "--no-title"
        case .hasLegend: "--no-legend"
        case .hasPoints: "--no-points"
        case .pointSize: "--point-size"
        case .pointOpacity: "--point-opacity"
        case .xLabel: "--x-label"
        case .yLabel: "--y-label"
        case .showsUnitLines: "--unit-lines"
        case .loops: "--no-loop"
        case .showsRestarts: "--show-restarts"
        case .path: "--output"
        case .models: "--save-model"
        case .command: "--classifier"
        case .timeout: "--timeout"
        case .startsOver: "--fresh"
        default: "--" + (rawValue.split(separator: ".").last ?? "")
        }
    }
}
