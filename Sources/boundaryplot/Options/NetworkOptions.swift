public import ArgumentParser
import DecisionBoundary
import Files
import Pictures
public import Training

/// The product whose default networks appear in the help.
protocol ProductDefaults {
    static var product: Product { get }
}

enum SurfaceDefaults: ProductDefaults { static var product: Product { .surface() } }
enum SheetDefaults: ProductDefaults { static var product: Product { .sheet } }
enum CurveDefaults: ProductDefaults { static var product: Product { .curve() } }
enum FilmDefaults: ProductDefaults { static var product: Product { .film() } }
enum TuneDefaults: ProductDefaults { static var product: Product { .tune() } }
enum ReportDefaults: ProductDefaults { static var product: Product { .report } }
enum DifferenceDefaults: ProductDefaults { static var product: Product { .difference } }

/// The networks of a run.
struct NetworkOptions<Defaults: ProductDefaults>: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Hidden layer sizes, separated by commas: 1,2,3; ranges, 1-20 or 1-50:5; several layers, 8x4; and 0, no hidden "
                + "units, which is logistic regression. (default: \(Self.defaults.hidden))", valueName: "list"),
        transform: DistinctList.hiddenLayers)
    var hidden: DistinctList<[Int]>?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Weights of the penalty on large weights, separated by commas; each gives a network of every size. "
                + "(default: \(Self.defaults.lambda))", valueName: "list"),
        transform: DistinctList.lambdas)
    var lambda: DistinctList<Double>?

    @Option(
        help: ArgumentHelp(
            "Activation of the hidden units: sigmoid, tanh or relu. (default: sigmoid)", valueName: "name"))
    var activation: Activation?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Seed of the initial weights. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var initSeed: UInt32?

    /// Names of the given options.
    var given: [String] {
        [
            ("--hidden", hidden != nil), ("--lambda", lambda != nil), ("--init-seed", initSeed != nil),
            ("--activation", activation != nil),
        ].filter(\.1).map(\.0)
    }

    private static func candidates(of request: Request) -> [Candidate] {
        request.classifiers.compactMap {
            if case .network(let candidate) = $0 { candidate } else { nil }
        }
    }

    /// The default values in the syntax of the options.
    private static var defaults: (hidden: String, lambda: String) {
        let candidates = Self.candidates(of: Request(Defaults.product))
        let hidden = candidates.map { HiddenLayers($0.hidden).text }.distinct
        let range = hidden == (1...hidden.count).map(String.init) && hidden.count > 5
        return (
            range ? "1-\(hidden.count)" : hidden.joined(separator: ","),
            candidates.map { DecimalText.shortest($0.lambda) }.distinct.joined(separator: ",")
        )
    }

    /// Sets the networks of a request, whose own are the defaults.
    func apply(to request: inout Request) {
        let candidates = Self.candidates(of: request)
        let lambdas = lambda?.values ?? candidates.map(\.lambda).distinct
        var layers = hidden?.values ?? candidates.map(\.hidden).distinct
        // Two λ without a size compare two networks of the same size.
        if request.product == .difference && hidden == nil && lambdas.count == 2 { layers = [layers[0]] }
        request.classifiers = Request.networks(hidden: layers, lambdas: lambdas, activation: activation ?? .sigmoid)
        request.training.initialSeed = initSeed ?? 0
    }

    /// Prints a note for each repeated value.
    func printNotes() {
        hidden?.printNotes(option: "--hidden") { HiddenLayers($0).text }
        lambda?.printNotes(option: "--lambda", text: DecimalText.shortest)
    }
}

extension Activation: ExpressibleByArgument {}
