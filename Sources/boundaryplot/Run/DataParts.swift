import Datasets
import DecisionBoundary
import Files
import Geometry
import ModelSelection

/// The data of a run: what networks are trained on, and what is held out.
struct DataParts: Sendable {
    /// In data units, as the next one: what is drawn.
    let training: Dataset
    /// Nil where no points are held out.
    let test: Dataset?
    /// What is done to points before a network sees them; nil where they are taken as they are.
    let standardization: Standardization?
    /// What networks are trained on: standardised where there is a standardisation, as the next one.
    let trainingInputs: Dataset
    let testInputs: Dataset?
    /// How the points were divided; nil where none are held out.
    let split: Settings?
    /// What holds every point of both parts, in data units.
    let bounds: Rectangle

    /// How a data set is divided.
    struct Settings: Hashable, Sendable, CustomStringConvertible {
        let testFraction: Double
        let seed: UInt32
        let isStratified: Bool

        /// "0.3 of them held out, split seed 0".
        var description: String {
            "\(DecimalText.shortest(testFraction)) of them held out, split seed \(seed)"
                + (isStratified ? ", stratified" : "")
        }
    }

    /// Data for networks that are to be trained.
    ///
    /// - Throws: `Failure` of status 64 where the data cannot be divided like that, or a class would have no point to
    ///   train on; of status 65 where a feature is the same for all points.
    init(_ data: LoadedData, split settings: Settings? = nil) throws(Failure) {
        let (training, test) =
            try settings.map { settings throws(Failure) in
                try Self.divided(data.dataset, settings)
            } ?? (data.dataset, nil)
        let standardization: Standardization?
        do throws(StandardizationError) {
            // Of a file always: where it cannot be had, nothing could be drawn either.
            let moments = data.hasOwnUnits ? try Standardization(of: training) : nil
            standardization = data.isStandardized ? moments : nil
        } catch {
            let part = settings == nil ? "" : "of the training part, "
            throw Failure(.badData, "\(data.description): \(part)\(error); --x and --y name other columns")
        }
        self.init(
            bounds: data.dataset.bounds, training: training, test: test, split: settings,
            standardization: standardization)
    }

    /// Data for a network that was trained elsewhere, with the standardisation that it knows.
    init(_ data: LoadedData, standardization: Standardization?) {
        self.init(
            bounds: data.dataset.bounds, training: data.dataset, test: nil, split: nil, standardization: standardization
        )
    }

    private init(
        bounds: Rectangle, training: Dataset, test: Dataset?, split: Settings?, standardization: Standardization?
    ) {
        self.bounds = bounds
        self.training = training
        self.test = test
        self.split = split
        self.standardization = standardization
        trainingInputs = standardization?.apply(to: training) ?? training
        testInputs = test.map { standardization?.apply(to: $0) ?? $0 }
    }

    private static func divided(
        _ dataset: Dataset, _ settings: Settings
    ) throws(Failure) -> (training: Dataset, test: Dataset?) {
        let request = "--test-fraction \(DecimalText.shortest(settings.testFraction))"
        let split: Split
        do throws(SplitError) {
            split =
                settings.isStratified
                ? try Split(
                    stratifiedBy: dataset.labels, testFraction: settings.testFraction, seed: settings.seed)
                : try Split(
                    pointCount: dataset.points.count, testFraction: settings.testFraction, seed: settings.seed)
        } catch {
            throw Failure(.usage, "--test-fraction: \(error)")
        }
        let training = dataset.subset(split.training)
        let occurring = Set(dataset.labels)
        if let missing = occurring.subtracting(training.labels).min() {
            throw Failure(
                .usage,
                """
                \(request) leaves no point of class '\(dataset.classNames[missing])' to train on; a smaller share, another \
                --split-seed, or --stratify does
                """)
        }
        return (training, dataset.subset(split.test))
    }

    /// Those of features and classes.
    var names: [String] { training.featureNames + training.classNames }

    /// The classes that the whole data set has points of and the test part has none of.
    var classesNotHeldOut: [String] {
        guard let test else { return [] }
        return Set(training.labels).subtracting(test.labels).sorted().map { training.classNames[$0] }
    }
}
