import Geometry

/// A run of neighbouring points that is worked on at once, in lanes.
///
/// Small enough for the rows of a middling network to stay in the processor's cache, large enough for the work on a row
/// to outweigh the work between rows.
struct PointBlock {
    /// The most points in a block.
    static let pointCount = 256

    let range: Range<Int>
    /// How many lane vectors the points fill; the last may be padded.
    let width: Int

    /// - Precondition: between 1 and `pointCount` points.
    init(_ range: Range<Int>) {
        self.range = range
        width = (range.count + Lanes.scalarCount - 1) / Lanes.scalarCount
    }

    /// The block number `index` of `count` points.
    init(_ index: Int, of count: Int) {
        let start = index * Self.pointCount
        self.init(start..<min(start + Self.pointCount, count))
    }

    static func count(for pointCount: Int) -> Int {
        (pointCount + Self.pointCount - 1) / Self.pointCount
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

    /// Writes the labels as numbers into a row; padding has the label −1, which no class has.
    func load(_ labels: UnsafeBufferPointer<Int>, into row: UnsafeMutablePointer<Lanes>) {
        let lanes = row.numbers
        let labels = labels.extracting(range)
        for lane in labels.indices { lanes[lane] = Double(labels[lane]) }
        for lane in range.count..<width * Lanes.scalarCount { lanes[lane] = -1 }
    }
}
