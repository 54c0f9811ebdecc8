import CairoRenderer
import Files
import Geometry
import Parallelism
import Training

/// Estimates of the memory of a run, compared with the limit of the machine before allocation.
///
/// The estimates count the arrays that exist beside the points, with one picture in progress per thread.
struct MemoryNeeds {
    let page: PageStyle
    let format: PictureFormat
    let extent: GridExtent
    let candidates: [Candidate]
    /// The number of restarts of each network.
    let restartCount: Int
    /// The number of training points.
    let pointCount: Int
    let classCount: Int
    let threads: Int
    /// The memory of the points and their drawings, in bytes.
    let points: Double
    /// The number of pages of size `page` drawn at once.
    let pagesAtOnce: Int
    /// The number of surfaces traced at once; 0 if classifiers are not evaluated over a grid.
    let surfacesAtOnce: Int
    /// The number of surfaces whose contours are kept until all are drawn on one page.
    var keptSurfaceCount = 0
    /// The number of classifiers that the calling program makes, whose scores over the grid are kept.
    let suppliedCount: Int
    /// The number of contours of a surface: two per field, and one per band and class.
    let contourCount: Int
    /// The names of the axes in errors, x first.
    let axes: [String]
    /// The greatest number of thetas that the history of a training keeps; 0 without one.
    var snapshotCount = 0

    /// - Throws: `RunError` with the key that needs too much memory, and a value that fits.
    func check(against limit: MemoryLimit = .current) throws(RunError) {
        // Vector pictures have no pixels.
        let pixels =
            !format.hasPixels || pagesAtOnce == 0
            ? 0
            : try Self.pixelMemory(of: page.points, dpi: page.dpi, request: "\(.size) \(page.sizeText)")
                * Double(pagesAtOnce)
        try limit.check(
            points + pixels, for: "\(.size) \(page.sizeText) at \(.dpi) \(DecimalText.shortest(page.dpi))",
            advice: "a smaller \(.size) or \(.dpi) needs less")
        let networks = largest.reduce(0) { $0 + trainingMemory($1) }
        if let first = largest.first {
            try limit.check(
                points + pixels + networks, for: "\(.hidden) \(ClassifierName(first).values["hidden"] ?? "")",
                advice: "smaller networks need less")
        }
        if surfacesAtOnce > 0 { try checkGrid(memory: limit.bytes - points - pixels - networks) }
    }

    /// Returns the memory for drawing and encoding a page, in bytes.
    ///
    /// - Parameter request: the key and value that determine the page.
    /// - Throws: `RunError` if the page has too many pixels or none.
    static func pixelMemory(of page: Size, dpi: Double, request: RequestMessage) throws(RunError) -> Double {
        do throws(RendererError) {
            return Double(try CairoRenderer(dpi: dpi).pixelSize(of: page).memory)
        } catch {
            let pixels = [page.width, page.height].map { count(($0 / 72 * dpi).rounded()) }.joined(separator: " × ")
            throw RunError(
                .badRequest,
                """
                \(request) at \(.dpi) \(DecimalText.shortest(dpi)) is \(pixels) pixels; 1 to \(PixelSize.greatestSide) \
                pixels a side can be drawn
                """)
        }
    }

    private var limits: Rectangle { extent.limits }

    /// The networks that need the most memory at once, the largest first.
    private var largest: ArraySlice<Candidate> { candidates.sorted(by: >).prefix(threads) }

    /// - Parameter memory: the memory available for the grid, in bytes.
    private func checkGrid(memory: Double) throws(RunError) {
        try checkRange()
        guard limits.width.isFinite && limits.height.isFinite else {
            throw RunError(
                .badRequest,
                "\(.margin) reaches to \(limits.minX)…\(limits.maxX), beyond the largest number; use a smaller one")
        }
        let step = extent.step
        let pointCount = RegularGrid.pointCount(covering: limits, step: step)
        let isTooLarge = gridMemory(step: step) > memory
        if isTooLarge || pointCount > Self.greatestPointCount {
            throw RunError(
                .tooLarge,
                """
                \(.step) \(step.text) asks for \(Self.count(pointCount)) grid points over a range of \
                \(DecimalText.significant(limits.width, digits: 3)) × \
                \(DecimalText.significant(limits.height, digits: 3)), more than \
                \(isTooLarge ? "the memory here" : "can be drawn"); the smallest step that fits is \
                \(smallestStep(memory: memory).text)
                """)
        }
        do throws(GridError) {
            _ = try RegularGrid(covering: limits, step: step)
        } catch {
            throw switch error {
            case .stepTooLarge(_, let largest):
                RunError(
                    .badRequest,
                    """
                    \(.step) \(step.text) leaves an axis fewer than two grid values; the largest step that fits is \
                    \(DecimalText.shortest(largest))
                    """)
            case .stepTooSmall: RunError(.tooLarge, "\(.step) \(step.text): \(error)")
            }
        }
        try checkPrecision()
    }

    /// Checks that areas, products of two lengths, are positive finite numbers.
    private func checkRange() throws(RunError) {
        for (axis, range) in zip(axes, [limits.width, limits.height]) where range.isFinite {
            guard !(1e-140...1e140).contains(range) else { continue }
            throw RunError(
                .badData,
                """
                \(axis) has a range of \(range), and ranges from 1e-140 to 1e140 can be drawn; scale the data, or change \
                \(.margin), \(.xLimits) or \(.yLimits)
                """)
        }
    }

    /// Checks that successive grid points differ: very large coordinates have a coarse precision.
    private func checkPrecision() throws(RunError) {
        let ranges = [
            (axes[0], limits.minX, limits.maxX, extent.step.x), (axes[1], limits.minY, limits.maxY, extent.step.y),
        ]
        for (axis, low, high, step) in ranges where max(abs(low), abs(high)).ulp > step / 4 {
            throw RunError(
                .badData,
                """
                \(axis) runs from \(low) to \(high), and numbers of that size are too coarse for grid points \
                \(DecimalText.significant(step, digits: 2)) apart; subtract a constant from the data
                """)
        }
    }

    /// The greatest number of grid points: those of a small network take about ten seconds.
    private static let greatestPointCount = 1e10

    /// Returns the memory for tracing surfaces in bytes: a block of rows, three rows and the vertices of every contour,
    /// and the factors of the kernels for columns and blocks of columns.
    private func gridMemory(step: GridStep) -> Double {
        let columns = SampledAxis.count(from: limits.minX, to: limits.maxX, by: step.x)
        let rows = SampledAxis.count(from: limits.minY, to: limits.maxY, by: step.y)
        let firstUnits = largest.reduce(0) { $0 + Double($1.hidden.first ?? 0) }
        let units = largest.reduce(0) { $0 + $1.hidden.reduce(0) { $0 + Double($1) } }
        let block =
            8 * Double(classCount - 1) * columns * min(rows, max(1, 0x1p21 / (Double(classCount - 1) * columns)))
        // Three rows take about 100 bytes per column. Contours have usually fewer vertices than there are rows and
        // columns, and a vertex takes about as much.
        let contours = 200 * Double(contourCount) * (columns + rows)
        // An answer is joined from blocks, a copy for every one in progress.
        let answers = 8 * Double(classCount) * columns * rows * Double(suppliedCount + min(suppliedCount, threads))
        return answers + (block + contours) * Double(surfacesAtOnce) + contours * Double(keptSurfaceCount) + 8
            * (firstUnits * columns + units * Double(128 * threads))
    }

    /// Returns the smallest step that fits, with the requested ratio of x to y.
    private func smallestStep(memory: Double) -> GridStep {
        let ratio = extent.step.y / extent.step.x
        // A grid with one step over these limits has the same number of points.
        let squared = Rectangle(minX: limits.minX, minY: 0, maxX: limits.maxX, maxY: limits.height / ratio)
        func step(pointCount: Double) -> GridStep {
            let both = RegularGrid.smallestStep(
                covering: extent.step.x == extent.step.y ? limits : squared, pointCount: pointCount)
            return GridStep(x: both, y: both * ratio)
        }
        var pointCount = Self.greatestPointCount
        while gridMemory(step: step(pointCount: pointCount)) > memory && pointCount > 4 {
            pointCount = max(4, pointCount / 1.1)
        }
        return step(pointCount: pointCount)
    }

    /// Returns the memory for training a network with all its restarts, in bytes.
    private func trainingMemory(_ candidate: Candidate) -> Double {
        // Networks trained at once share the threads about equally.
        let threads = threadsPerBlock(candidates.count, threads: threads)
        let trainingsAtOnce = min(restartCount, threads)
        let one = TrainingObjective.memory(
            shape: NetworkShape(hidden: candidate.hidden, classCount: classCount), pointCount: pointCount,
            threads: threadsPerBlock(restartCount, threads: threads))
        // A finished restart keeps theta, 1 of the 32 such vectors of a training, and a flag per point.
        return one * (Double(trainingsAtOnce) + Double(restartCount) / 32)
            + Double(snapshotCount * restartCount) * 8
            * TrainingObjective.parameterCount(
                shape: NetworkShape(hidden: candidate.hidden, classCount: classCount))
            + Double(restartCount) * Double(pointCount)
    }

    /// Returns a count as text: "151208", or "1.5e+19" for very large numbers.
    private static func count(_ value: Double) -> String {
        guard value >= 1e12 else { return DecimalText.fixed(value, decimals: 0) }
        guard value.isFinite else { return "more than 1e+308" }
        return DecimalText.significant(value, digits: 2)
    }
}

extension GridStep {
    /// The step in the syntax of `--step`.
    fileprivate var text: String {
        let (x, y) = (DecimalText.significant(x, digits: 6), DecimalText.significant(y, digits: 6))
        return self.x == self.y ? x : "\(x),\(y)"
    }
}
