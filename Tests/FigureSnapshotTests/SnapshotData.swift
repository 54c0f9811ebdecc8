import Datasets
import Geometry

/// The data sets of the snapshots; literals, so that changes of generators do not change pictures.
enum SnapshotData {
    /// Two crescents of 18 points.
    static let crescents = Dataset(
        crescentPoints, classNames: ["0", "1"])

    /// Three clouds of 11 points that overlap a little.
    static let clouds = Dataset(
        cloudPoints, classNames: ["maple", "oak", "willow"])

    /// Answers of 600 people on two scales of five steps.
    static let answers = Dataset(
        (0..<600).map { index in
            let (first, second) = (index % 5, index * 7 / 5 % 5)
            return (Double(first + 1), Double(second + 1), first + second + index % 4 < 6 ? 0 : 1)
        }, classNames: ["no", "yes"])

    /// Two clouds of 12,000 points each, which overlap.
    static let crowd = Dataset(
        (0..<24_000).map { index in
            // Sums of numbers on irrational lattices lie more densely in the middle.
            func sum(_ steps: [Double]) -> Double {
                steps.reduce(0) { $0 + (Double(index) * $1).truncatingRemainder(dividingBy: 1) }
            }
            let (x, y) = (sum([0.618_034, 0.414_214, 0.732_051]), sum([0.236_068, 0.645_751, 0.316_625]))
            return (x + 0.6 * Double(index % 2), y + 0.4 * Double(index % 2), index % 2)
        }, classNames: ["0", "1"])

    /// Twelve clouds of 7 points.
    static let twelveClouds = Dataset(
        twelveCloudPoints,
        classNames: [
            "maple", "oak", "willow", "birch", "elm", "ash", "hornbeam", "pine", "larch", "yew", "rowan", "cherry",
        ])

    private static let twelveCloudPoints: [(Double, Double, Int)] = [
        (0.38, -0.66, 0), (0.04, -0.64, 0), (0.56, 0.24, 0), (0.67, -0.01, 0), (0.27, 0.07, 0), (-0.21, 0.22, 0),
        (-0.43, 0.04, 0), (1.74, 0.59, 1), (1.93, -0.41, 1), (1.98, -0.39, 1), (1.75, -0.32, 1), (2.76, -0.19, 1),
        (1.98, 0.04, 1), (2.76, -0.28, 1), (3.82, 0.19, 2), (4.71, 1.15, 2), (4.03, -0.55, 2), (4.71, 0.14, 2),
        (4.27, 0.49, 2), (4.53, 0.43, 2), (4.25, 0.79, 2), (6.31, 0.39, 3), (6.70, -0.25, 3), (6.31, 0.50, 3),
        (6.46, 0.01, 3), (6.59, 0.11, 3), (6.50, -0.57, 3), (7.24, 0.20, 3), (0.02, 1.96, 4), (0.33, 2.77, 4),
        (0.13, 2.53, 4), (0.80, 1.59, 4), (-0.33, 2.23, 4), (-0.82, 1.86, 4), (0.44, 2.33, 4), (3.53, 2.35, 5),
        (2.86, 2.33, 5), (1.82, 1.64, 5), (2.03, 2.84, 5), (2.19, 2.06, 5), (2.43, 2.36, 5), (2.75, 2.25, 5),
        (4.82, 2.34, 6), (5.27, 2.21, 6), (4.49, 2.40, 6), (4.10, 1.87, 6), (4.33, 2.35, 6), (5.63, 2.52, 6),
        (5.23, 2.33, 6), (7.05, 0.77, 7), (6.67, 1.18, 7), (7.52, 1.88, 7), (7.65, 2.20, 7), (7.04, 2.02, 7),
        (7.99, 1.64, 7), (7.63, 1.58, 7), (-0.35, 4.00, 8), (-0.20, 4.08, 8), (-0.91, 4.71, 8), (0.56, 3.83, 8),
        (-0.39, 3.96, 8), (0.27, 4.11, 8), (0.16, 3.25, 8), (2.29, 3.45, 9), (1.82, 3.48, 9), (1.76, 4.43, 9),
        (2.10, 4.41, 9), (2.27, 3.45, 9), (1.91, 4.84, 9), (1.86, 3.62, 9), (4.21, 4.37, 10), (3.46, 3.99, 10),
        (3.76, 3.32, 10), (3.86, 4.26, 10), (4.15, 3.16, 10), (3.73, 4.39, 10), (4.65, 3.43, 10), (6.77, 4.07, 11),
        (7.68, 4.71, 11), (7.72, 3.96, 11), (7.04, 3.58, 11), (7.25, 3.90, 11), (7.39, 3.65, 11), (7.06, 3.80, 11),
    ]

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
    /// Creates a data set from coordinates and labels.
    fileprivate init(_ points: [(x: Double, y: Double, label: Int)], classNames: [String]) {
        self.init(
            points: points.map { Point(x: $0.x, y: $0.y) }, labels: points.map(\.label), classNames: classNames)
    }
}
