package import Datasets
import Files
import Geometry
import ModelSelection

/// The points of a run, divided into a training part and a held-out part.
package struct DataParts: Sendable {
    /// The training part, in data units.
    package private(set) var training: Dataset
    /// The held-out part, in data units; nil if no points are held out.
    package let test: Dataset?
    /// The projection of rows of several features onto the points; nil for data with two features.
    let projection: Projection?
    /// The standardisation of network inputs; nil if networks take data units.
    package private(set) var standardization: Standardization?
    /// The training part as network inputs: standardised if there is a standardisation.
    private(set) var trainingInputs: Dataset
    /// The held-out part as network inputs.
    private(set) var testInputs: Dataset?
    /// The classes with too few points to divide, which stay in the training part.
    let undividedClasses: [String]
    /// The settings of the division; nil if no points are held out.
    package let split: SplitSettings?
    /// The bounding rectangle of both parts, in data units.
    let bounds: Rectangle
    /// The index in `points` of each row of the data.
    let pointOfRow: [Int]

    /// - Parameter isTrained: true if networks are trained on the points.
    /// - Throws: `RunError` if the points cannot be divided, or a feature is constant.
    package init(_ data: LoadedData, split settings: SplitSettings?, isTrained: Bool) throws(RunError) {
        split = settings
        let division = try settings.map { settings throws(RunError) in
            let (labels, classNames) = (data.rows.labels, data.rows.classNames)
            if let count = settings.lastCount { return try Self.division(of: labels, classNames, lastCount: count) }
            do throws(SplitError) {
                return try Division(
                    of: labels, classCount: classNames.count, testFraction: settings.testFraction,
                    seed: settings.seed, isStratified: settings.isStratified)
            } catch {
                throw RunError(.badRequest, Self.message(of: error, settings, classNames: classNames))
            }
        }
        let projection = try data.projection(of: division?.training)
        self.projection = projection
        training = data.dataset(of: division?.training, by: projection)
        test = division.flatMap { $0.test.isEmpty ? nil : data.dataset(of: $0.test, by: projection) }
        var pointOfRow = Array(data.rows.labels.indices)
        let rowOfPoint = division.map { $0.training + $0.test } ?? []
        for (point, row) in rowOfPoint.enumerated() { pointOfRow[row] = point }
        self.pointOfRow = pointOfRow
        bounds = test.map { [training] in training.bounds.union($0.bounds) } ?? training.bounds
        guard
            projection == nil || (training.points + (test?.points ?? [])).allSatisfy({ $0.x.isFinite && $0.y.isFinite })
        else {
            throw RunError(
                .badData,
                "\(data.description): some points are beyond the largest number after projection; scale the columns",
                remedy: data.remedy)
        }
        undividedClasses = (division?.undividedClasses ?? []).map { data.rows.classNames[$0] }
        do throws(StandardizationError) {
            // A constant feature is an error for every file, since it cannot be drawn.
            let moments = data.hasOwnUnits && isTrained ? try Standardization(of: training) : nil
            standardization = data.isStandardized ? moments : nil
        } catch {
            let part = settings == nil ? "" : "of the training part, "
            throw RunError(
                .badData, "\(data.description): \(part)\(error); \(.x) and \(.y) name other columns",
                remedy: data.remedy)
        }
        let standardization = standardization
        trainingInputs = standardization?.apply(to: training) ?? training
        testInputs = test.map { standardization?.apply(to: $0) ?? $0 }
    }

    /// Returns the parts with the first `count` points of the training part alone, by which features are standardised as
    /// well.
    ///
    /// - Throws: `RunError` if a feature is constant over these points.
    func prefix(_ count: Int) throws(RunError) -> DataParts {
        var parts = self
        parts.training = training.subset(Array(0..<count))
        parts.trainingInputs = parts.training
        guard standardization != nil else { return parts }
        do throws(StandardizationError) {
            let standardization = try Standardization(of: parts.training)
            parts.standardization = standardization
            parts.trainingInputs = standardization.apply(to: parts.training)
            parts.testInputs = test.map { standardization.apply(to: $0) }
        } catch {
            throw RunError(
                .badData,
                """
                of the first \(count) of \(training.points.count) training points, \(error), so that networks cannot be \
                trained on them for \(.over) samples; use another \(.splitSeed), or more points
                """)
        }
        return parts
    }

    /// Holds out the last points.
    private static func division(
        of labels: [Int], _ classNames: [String], lastCount: Int
    ) throws(RunError) -> Division {
        guard (1..<labels.count).contains(lastCount) else {
            throw RunError(
                .badRequest,
                "\(.lastCount) \(lastCount): of \(labels.count) points a number from 1 to \(labels.count - 1) can be held out"
            )
        }
        let division = Division(of: labels.count, lastCount: lastCount)
        let trained = Set(labels.prefix(division.training.count))
        if let label = labels.suffix(lastCount).first(where: { !trained.contains($0) }) {
            throw RunError(
                .badRequest,
                "\(.lastCount) \(lastCount) leaves no point of class '\(classNames[label])' to train on; use a smaller number"
            )
        }
        return division
    }

    private static func message(
        of error: SplitError, _ settings: SplitSettings, classNames: [String]
    ) -> RequestMessage {
        let share = DecimalText.shortest(settings.testFraction)
        return switch error {
        case .singlePointsOnly: "\(.testFraction) needs a class with two points or more, and all have one"
        case .noTrainingPointOfClass(let index):
            """
            \(.testFraction) \(share) leaves no point of class '\(classNames[index])' to train on; use a smaller share
            """
        case .tooFewTestPoints(let count, let classCount):
            """
            \(.testFraction) \(share) holds out \(count) \(count == 1 ? "point" : "points"), fewer than the \(classCount) \
            classes of which \(.stratify) holds out some; use a greater share
            """
        case .tooFewTrainingPoints(let count, let classCount):
            """
            \(.testFraction) \(share) leaves \(count) \(count == 1 ? "point" : "points") to train on, fewer than the \
            \(classCount) classes; use a smaller share
            """
        default: "\(.testFraction): \(error)"
        }
    }

    /// Returns a part with the names of the features in CSV text: those of the data, or PC1 and PC2.
    package func withColumnNames(_ part: Dataset) -> Dataset {
        guard projection != nil else { return part }
        return Dataset(
            points: part.points, labels: part.labels, featureNames: ["PC1", "PC2"], classNames: part.classNames)
    }

    /// The names of features and classes.
    var names: [String] { training.featureNames + training.classNames }

    /// All points: training points, then held-out points.
    var points: [Point] { training.points + (test?.points ?? []) }

    /// The classes with points in the training part only.
    var classesNotHeldOut: [String] {
        guard let test else { return [] }
        return Set(training.labels).subtracting(test.labels).sorted().map { training.classNames[$0] }
            .filter { !undividedClasses.contains($0) }
    }
}

extension Rectangle {
    /// Returns the least rectangle that contains both.
    fileprivate func union(_ other: Rectangle) -> Rectangle {
        Rectangle(
            minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
            maxY: max(maxY, other.maxY))
    }
}
