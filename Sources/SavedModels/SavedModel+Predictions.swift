import Datasets
public import Geometry
public import Training

extension SavedModel {
    /// Predicts the classes of points in data units; those of projected rows are from `point(of:)`.
    ///
    /// The result for a point does not depend on the other points. A caller with many can pass blocks of some thousands,
    /// and needs no memory for more.
    public func predictions(for points: [Point]) -> Predictions {
        network.predictions(
            for: standardization.map { standardization in points.map { standardization.apply(to: $0) } } ?? points)
    }
}
