package import Datasets
import Files
import Geometry
import ModelSelection

/// The points of a run, divided into a training part and a held-out part.
package struct DataParts: Sendable {
    /// The training part, in data units.
    package let training: Dataset
    /// The held-out part, in data units; nil if no points are held out.
    package let test: Dataset?
    /// The standardisation of network inputs; nil if networks take data units.
    package let standardization: Standardization?
    /// The training part as network inputs: standardised if there is a standardisation.
    let trainingInputs: Dataset
    /// The held-out part as network inputs.
    let testInputs: Dataset?
    /// The settings of the division; nil if no points are held out.
    package let split: SplitSettings?
    /// The bounding rectangle of both parts, in data units.
    let bounds: Rectangle

    /// - Parameter isTrained: true if networks are trained on the points.
    /// - Throws: `RunError` if the points cannot be divided, a class has no training point, or a feature is constant.
    init(_ data: LoadedData, split settings: SplitSettings?, isTrained: Bool) throws(RunError) {
        bounds = data.dataset.bounds
        split = settings
        (training, test) =
            try settings.map { settings throws(RunError) in try Self.divided(data.dataset, settings) }
            ?? (data.dataset, nil)
        do throws(StandardizationError) {
            // A constant feature is an error for every file, since it cannot be drawn.
            let moments = data.hasOwnUnits && isTrained ? try Standardization(of: training) : nil
            standardization = data.isStandardized ? moments : nil
        } catch {
            let part = settings == nil ? "" : "of the training part, "
            throw RunError(.badData, "\(data.description): \(part)\(error); \(.x) and \(.y) name other columns")
        }
        let standardization = standardization
        trainingInputs = standardization?.apply(to: training) ?? training
        testInputs = test.map { standardization?.apply(to: $0) ?? $0 }
    }

    private static func divided(
        _ dataset: Dataset, _ settings: SplitSettings
    ) throws(RunError) -> (training: Dataset, test: Dataset?) {
        let split: Split
        do throws(SplitError) {
            split =
                settings.isStratified
                ? try Split(stratifiedBy: dataset.labels, testFraction: settings.testFraction, seed: settings.seed)
                : try Split(pointCount: dataset.points.count, testFraction: settings.testFraction, seed: settings.seed)
        } catch {
            throw RunError(.badRequest, "\(.testFraction): \(error)")
        }
        let training = dataset.subset(split.training)
        if let missing = Set(dataset.labels).subtracting(training.labels).min() {
            throw RunError(
                .badRequest,
                """
                \(.testFraction) \(DecimalText.shortest(settings.testFraction)) leaves no point of class \
                '\(dataset.classNames[missing])' to train on; use a smaller share, another \(.splitSeed), or \(.stratify)
                """)
        }
        return (training, dataset.subset(split.test))
    }

    /// The names of features and classes.
    var names: [String] { training.featureNames + training.classNames }

    /// All points: training points, then held-out points.
    var points: [Point] { training.points + (test?.points ?? []) }

    /// The classes with points in the training part only.
    var classesNotHeldOut: [String] {
        guard let test else { return [] }
        return Set(training.labels).subtracting(test.labels).sorted().map { training.classNames[$0] }
    }
}
