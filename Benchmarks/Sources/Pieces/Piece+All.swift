extension Piece {
    /// Every piece that is measured.
    ///
    /// - Parameters:
    ///   - threads: the stages that can use several are measured with one and with this many.
    ///   - greatestPointCount: larger data sets are left out.
    public static func all(threads: Int, greatestPointCount: Int = .max) -> [Piece] {
        let threadCounts = threads > 1 ? [1, threads] : [1]
        var pieces: [Piece] = []
        for pointCount in [200, 10_000, 1_000_000] where pointCount <= greatestPointCount {
            for hidden in [3, 20, 100] {
                pieces += threadCounts.map { .evaluation(hidden: hidden, pointCount: pointCount, threads: $0) }
            }
        }
        for hidden in [3, 20, 100] {
            pieces += threadCounts.map { .grid(hidden: hidden, threads: $0) }
        }
        for hidden in [3, 20] {
            pieces += [.contour(hidden: hidden), .draw(hidden: hidden), .png(hidden: hidden)]
        }
        return pieces
    }
}
