import Datasets
import Geometry

/// The data sets of the snapshots; literal, so that no change of a generator changes a picture.
enum SnapshotData {
    /// Two crescents of 18 points.
    static let crescents = Dataset(
        crescentPoints, classNames: ["0", "1"])

    /// Three clouds of 11 points that overlap a little.
    static let clouds = Dataset(
        cloudPoints, classNames: ["maple", "oak", "willow"])

    private static let crescentPoints: [(Double, Double, Int)] = [
        (1.01, 0.07, 0), (-0.07, 0.56, 1), (1.13, 0.25, 0), (0.27, 0.17, 1), (0.94, 0.25, 0), (-0.06, 0.11, 1),
        (0.89, 0.59, 0), (0.23, 0.33, 1), (0.88, 0.42, 0), (0.29, -0.27, 1), (0.52, 1.01, 0), (0.36, -0.61, 1),
        (0.50, 0.85, 0), (0.37, -0.54, 1), (0.17, 0.96, 0), (0.66, -0.45, 1), (0.39, 0.87, 0), (0.78, -0.54, 1),
        (0.08, 0.88, 0), (1.32, -0.71, 1), (-0.44, 0.95, 0), (1.14, -0.56, 1), (-0.37, 1.01, 0), (1.46, -0.44, 1),
        (-0.39, 0.86, 0), (1.57, -0.10, 1), (-0.88, 0.70, 0), (1.84, -0.18, 1), (-0.94, 0.58, 0), (1.76, -0.12, 1),
        (-1.10, 0.57, 0), (1.84, 0.32, 1), (-0.92, 0.14, 0), (2.09, 0.36, 1), (-0.98, -0.22, 0), (2.01, 0.64, 1),
    ]

    private static let cloudPoints: [(Double, Double, Int)] = [
        (0.27, 0.50, 0), (0.82, 0.21, 0), (1.09, -0.76, 0), (-0.13, -1.26, 0), (0.45, 0.05, 0), (0.93, -0.18, 0),
        (-1.11, 0.64, 0), (-0.74, -0.63, 0), (-0.10, 0.31, 0), (-0.28, 0.09, 0), (-1.03, 0.87, 0), (2.36, 0.46, 1),
        (2.72, 0.48, 1), (2.51, -0.06, 1), (2.34, 0.62, 1), (2.97, 0.34, 1), (2.45, 0.57, 1), (2.71, 0.50, 1),
        (2.26, 0.14, 1), (3.02, 0.55, 1), (2.41, 2.14, 1), (2.89, 0.83, 1), (1.08, 1.49, 2), (1.63, 1.96, 2),
        (1.03, 2.51, 2), (1.56, 2.12, 2), (1.01, 3.05, 2), (1.32, 1.49, 2), (1.41, 2.08, 2), (1.02, 2.34, 2),
        (1.13, 3.00, 2), (1.11, 2.13, 2), (1.64, 1.72, 2),
    ]
}

extension Dataset {
    /// From coordinates and labels.
    fileprivate init(_ points: [(x: Double, y: Double, label: Int)], classNames: [String]) {
        self.init(
            points: points.map { Point(x: $0.x, y: $0.y) }, labels: points.map(\.label), classNames: classNames)
    }
}
