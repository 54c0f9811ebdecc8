import ArgumentParser

/// Which points are held out.
struct SplitOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Hold out this share of the points, and score every network on them; as scikit-learn's train_test_split. "
                + "(default: none)", valueName: "share"),
        transform: OptionValue.fraction)
    var testFraction: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Seed of the choice of points that are held out. (default: 0)", valueName: "seed"),
        transform: OptionValue.seed)
    var splitSeed: UInt32?

    @Flag(help: "Hold out the same share of every class. (default: whatever chance gives)")
    var stratify = false

    /// How the points are divided; nil where none are held out.
    ///
    /// - Throws: `Failure` of status 64 where an option has no use.
    func settings() throws(Failure) -> DataParts.Settings? {
        guard let testFraction else {
            if splitSeed != nil { throw Failure(.usage, "--split-seed holds out no points; --test-fraction 0.3 does") }
            if stratify { throw Failure(.usage, "--stratify holds out no points; --test-fraction 0.3 does") }
            return nil
        }
        return DataParts.Settings(testFraction: testFraction, seed: splitSeed ?? 0, isStratified: stratify)
    }
}
