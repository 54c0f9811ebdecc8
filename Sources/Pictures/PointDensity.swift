import Contouring
import Datasets
import ElementaryFunctions
import Geometry
import Plotting

/// The smoothed density of the points of each class, over the limits of a picture.
struct PointDensity {
    /// Shares of a class's points within its shades, from the outermost; the other points are drawn one by one.
    static let shares = [0.995, 0.9, 0.7, 0.45, 0.2]
    /// Opacity of one shade over the ones around it.
    static let opacity = 0.24

    /// Least number of points of a class that has shades.
    static let leastCount = 500.0

    private static let columnCount = 192
    private static let rowCount = 144
    /// Least number of passes of the kernel (¼, ½, ¼), each of variance ½, for `smoothingPoints` points or more: together
    /// a Gaussian with a deviation of 2.2 grid steps.
    private static let smoothingCount = 10.0
    private static let smoothingPoints = 500_000.0

    private let grid: RegularGrid
    private let limits: Rectangle
    /// For each class, the number of points by grid point.
    private let counts: [[Double]]
    /// For each class, the smoothed counts.
    private let smoothed: [[Double]]
    /// For each class, the smoothed count at the border of each of `shares`, ascending.
    private let levels: [[Double]]
    /// For each class, whether it has shades.
    private let isShaded: [Bool]

    /// - Parameters:
    ///   - parts: parts of the data, all with the same classes.
    ///   - limits: limits of the picture in data units.
    init(of parts: [ScoredPoints], limits: Rectangle) {
        let (columns, rows) = (Self.columnCount, Self.rowCount)
        grid = RegularGrid(
            x: SampledAxis(start: limits.minX, step: limits.width / Double(columns - 1), count: columns),
            y: SampledAxis(start: limits.minY, step: limits.height / Double(rows - 1), count: rows))
        self.limits = limits
        let classCount = parts[0].dataset.classCount
        var counts = Array(repeating: Array(repeating: 0.0, count: columns * rows), count: classCount)
        for dataset in parts.map(\.dataset) {
            for (point, label) in zip(dataset.points, dataset.labels) {
                if let index = Self.index(of: point, in: limits) { counts[label][index] += 1 }
            }
        }
        self.counts = counts
        smoothed = counts.map(Self.smooth)
        levels = smoothed.map { values in Self.levels(of: values) }
        isShaded = counts.map { $0.reduce(0, +) >= Self.leastCount }
    }

    /// Returns the nearest grid point; nil for a point outside of the limits.
    private static func index(of point: Point, in limits: Rectangle) -> Int? {
        guard limits.contains(point) else { return nil }
        let column = Int(((point.x - limits.minX) / limits.width * Double(columnCount - 1)).rounded())
        let row = Int(((point.y - limits.minY) / limits.height * Double(rowCount - 1)).rounded())
        return row * columnCount + column
    }

    /// Returns the values smoothed along both axes; the outermost ones are continued, so that no points are lost.
    ///
    /// The variance grows with 1/∜n for fewer points, whose density is known less well.
    private static func smooth(_ values: [Double]) -> [Double] {
        var values = values
        let missing = max(1, smoothingPoints / max(leastCount, values.reduce(0, +)))
        let passCount = Int(smoothingCount * missing.squareRoot().squareRoot())
        for (count, stride, lines, lineStride) in [
            (columnCount, 1, rowCount, columnCount), (rowCount, columnCount, columnCount, 1),
        ] {
            for line in 0..<lines {
                for _ in 0..<passCount {
                    var before = values[line * lineStride]
                    for place in 0..<count {
                        let index = line * lineStride + place * stride
                        let own = values[index]
                        let after = place + 1 < count ? values[index + stride] : own
                        values[index] = 0.25 * before + 0.5 * own + 0.25 * after
                        before = own
                    }
                }
            }
        }
        return values
    }

    /// Returns the level of each share: the densest area that holds this share of the points is above it.
    private static func levels(of values: [Double]) -> [Double] {
        let sorted = values.sorted(by: >)
        let total = sorted.reduce(0, +)
        var sum = 0.0
        var place = 0
        return shares.reversed().map { share in
            while place < sorted.count - 1 && sum + sorted[place] < share * total {
                sum += sorted[place]
                place += 1
            }
            return sorted[place]
        }.reversed()
    }

    /// Returns true if a point of a class lies outside of its shades, but within the limits.
    func isOutlier(_ point: Point, ofClass label: Int) -> Bool {
        Self.index(of: point, in: limits).map { !isShaded[label] || smoothed[label][$0] <= levels[label][0] } ?? false
    }

    /// Returns the mark of all classes: their outermost shades in the order of the classes, then the next ones.
    ///
    /// - Parameter opacity: opacity of the innermost shade, 0…1; by default it follows from the number of shades.
    func mark(palette: Palette, opacity: Double?) -> DensityMark {
        // Shades of this opacity, one upon the other, have the requested one together.
        let single = opacity.map { 1 - Double.exp(.log(max(1e-9, 1 - $0)) / Double(Self.shares.count)) } ?? Self.opacity
        let generators = smoothed.map { ContourGenerator(ScalarField(grid: grid, values: $0), continuedTo: limits) }
        let shades = Self.shares.indices.flatMap { shade in
            generators.indices.filter { isShaded[$0] }.map { label in
                let color = palette[label].color
                return DensityMark.Shade(
                    generators[label].filled(above: levels[label][shade]), color: color.opacity(single),
                    outlineColor: color.opacity(0.6))
            }
        }
        let total = counts.dropFirst().reduce(counts[0]) { zip($0, $1).map(+) }
        return DensityMark(shades, counts: ScalarField(grid: grid, values: total))
    }
}
