import Geometry

/// A range of points that is evaluated at once, in lanes.
///
/// Small enough for the rows of a middling network to stay in the processor's cache, large enough for the work on a row
/// to outweigh the work between rows. From 128 points on there are at least two blocks.
struct PointBlock {
    /// The most points in a block.
    static let pointCount = 256
    /// The least number of points that make two blocks.
    private static let leastCountOfTwo = 128

    let range: Range<Int>
    /// The number of lane vectors that the points fill; the last may be padded.
    let width: Int

    /// - Precondition: between 1 and `pointCount` points.
    init(_ range: Range<Int>) {
        self.range = range
        width = range.count.dividedRoundingUp(by: Lanes.scalarCount)
    }

    /// Creates block `index` of `count` points; no block is wider than the first.
    init(_ index: Int, of count: Int) {
        let size = Self.size(for: count)
        self.init(index * size..<min((index + 1) * size, count))
    }

    static func count(for pointCount: Int) -> Int { pointCount.dividedRoundingUp(by: size(for: pointCount)) }

    /// Returns the number of points in each block but the last, a multiple of the lanes.
    private static func size(for count: Int) -> Int {
        let blockCount = max(count < leastCountOfTwo ? 1 : 2, count.dividedRoundingUp(by: pointCount))
        let vectorCount = count.dividedRoundingUp(by: Lanes.scalarCount)
        return vectorCount.dividedRoundingUp(by: blockCount) * Lanes.scalarCount
    }

    /// Writes the coordinates into two rows, x before y; padding lies at the origin.
    func load(_ points: UnsafeBufferPointer<Point>, into rows: UnsafeMutablePointer<Lanes>) {
        let x = rows.numbers
        let y = (rows + width).numbers
        let points = points.extracting(range)
        for lane in points.indices {
            x[lane] = points[lane].x
            y[lane] = points[lane].y
        }
        for lane in range.count..<width * Lanes.scalarCount {
            x[lane] = 0
            y[lane] = 0
        }
    }

    /// Writes the labels as numbers into a row; padding has the label −1, the index of no class.
    func load(_ labels: UnsafeBufferPointer<Int>, into row: UnsafeMutablePointer<Lanes>) {
        let lanes = row.numbers
        let labels = labels.extracting(range)
        for lane in labels.indices { lanes[lane] = Double(labels[lane]) }
        for lane in range.count..<width * Lanes.scalarCount { lanes[lane] = -1 }
    }
}

extension Int {
    func dividedRoundingUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}
