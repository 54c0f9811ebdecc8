import Datasets
import DecisionBoundary
import Geometry
import ModelSelection

/// The data of a run: what networks are trained on, and what is held out.
struct DataParts: Sendable {
    let training: Dataset
    /// Nil where no points are held out.
    let test: Dataset?
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

    /// - Throws: `Failure` of status 64 where the data cannot be divided like that, or a class would have no point to
    ///   train on.
    init(_ dataset: Dataset, split settings: Settings? = nil) throws(Failure) {
        bounds = dataset.bounds
        split = settings
        guard let settings else {
            training = dataset
            test = nil
            return
        }
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
        training = dataset.subset(split.training)
        test = dataset.subset(split.test)
        let occurring = Set(dataset.labels)
        if let missing = occurring.subtracting(training.labels).min() {
            throw Failure(
                .usage,
                """
                \(request) leaves no point of class '\(dataset.classNames[missing])' to train on; a smaller share, another \
                --split-seed, or --stratify does
                """)
        }
    }

    /// The classes that the whole data set has points of and the test part has none of.
    var classesNotHeldOut: [String] {
        guard let test else { return [] }
        return Set(training.labels).subtracting(test.labels).sorted().map { training.classNames[$0] }
    }
}
