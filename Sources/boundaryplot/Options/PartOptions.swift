import ArgumentParser
import Datasets
import DecisionBoundary

/// The part of the points that is printed.
struct PartOptions: ParsableArguments {
    enum Part: String, CaseIterable, ExpressibleByArgument {
        case train
        case test
    }

    @OptionGroup var split: SplitOptions

    @Option(
        help: ArgumentHelp(
            "The part to print: train, the points that a run with this --test-fraction trains on, in their order; or "
                + "test, those that it holds out. (default: all points)", valueName: "part"))
    var part: Part?

    /// - Throws: `Failure` of status 64 if only one of `--part` and `--test-fraction` is given.
    func apply(to request: inout Request) throws(Failure) {
        if let part, split.testFraction == nil {
            throw Failure(
                .badRequest,
                "--part \(part.rawValue) needs held-out points; --test-fraction 0.3 holds some out")
        }
        try split.apply(to: &request)
        guard request.split == nil || part != nil else {
            throw Failure(
                .badRequest,
                "--test-fraction divides the points; --part train or --part test says which part is printed")
        }
    }

    /// Returns the points to print.
    ///
    /// - Throws: `RunError` if the points cannot be divided.
    func points(of request: Request, in data: LoadedData) throws(RunError) -> Dataset {
        let parts = try DataParts(data, split: request.split, isTrained: false)
        guard part == .test else { return parts.withColumnNames(parts.training) }
        guard let test = parts.test else {
            throw RunError(
                .badRequest, "\(.testFraction) holds out no point, since every class has too few; use a greater share")
        }
        return parts.withColumnNames(test)
    }
}
