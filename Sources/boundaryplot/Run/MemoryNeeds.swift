import CairoRenderer
import DecisionBoundary
import Geometry
import ModelSelection
import Training

/// What the parts of a run take, held against the machine before any of it is taken.
///
/// Estimates from the arrays that must exist, the data set being there already; as many pictures are under way at once
/// as there are threads.
struct MemoryNeeds {
    let picture: PictureOptions
    let format: PictureFormat
    let extent: GridExtent
    let candidates: [Candidate]
    /// How many initial thetas each network is trained from.
    var restartCount = 1
    /// Points that are trained on.
    let pointCount: Int
    let classCount: Int
    let threads: Int
    /// How many pictures are under way at once; nil where it is one for every thread.
    var picturesAtOnce: Int?

    /// - Throws: `Failure` that names the option which asks for too much, and what would fit.
    func check(against limit: MemoryLimit = .current) throws(Failure) {
        // A picture of lines and letters has no pixels.
        let pixels =
            format != .png
            ? 0
            : try Self.pixelMemory(
                of: picture.pageSize.points, dpi: picture.dpi, request: "--size \(picture.pageSize)")
                * Double(pictureCount)
        try limit.check(
            pixels, for: "--size \(picture.pageSize) at --dpi \(DecimalText.shortest(picture.dpi))",
            advice: "a smaller --size or --dpi needs less")
        let networks = largest.reduce(0) { $0 + trainingMemory($1) }
        try limit.check(
            pixels + networks, for: "--hidden \(largest.first?.hiddenText ?? "")", advice: "smaller networks need less")
        try checkGrid(memory: limit.bytes - pixels - networks)
    }

    /// What drawing a page and encoding it takes, in bytes.
    ///
    /// - Parameter request: the option and value that ask for the page.
    /// - Throws: `Failure` of status 64 where so many pixels cannot be drawn.
    static func pixelMemory(of page: Size, dpi: Double, request: String) throws(Failure) -> Double {
        do throws(RendererError) {
            return Double(try CairoRenderer(dpi: dpi).pixelSize(of: page).memory)
        } catch {
            let pixels = [page.width, page.height].map { count(($0 / 72 * dpi).rounded()) }.joined(separator: " × ")
            throw Failure(
                .usage,
                """
                \(request) at --dpi \(DecimalText.shortest(dpi)) is \(pixels) pixels; 1 to \(PixelSize.greatestSide) \
                pixels a side can be drawn
                """)
        }
    }

    private var limits: Rectangle { extent.limits }

    private var pictureCount: Int { picturesAtOnce ?? min(threads, candidates.count) }

    /// The networks that take the most at once, the largest first.
    private var largest: ArraySlice<Candidate> { candidates.sorted(by: >).prefix(threads) }

    /// - Parameter memory: what the grid may take, in bytes.
    private func checkGrid(memory: Double) throws(Failure) {
        try checkRange()
        guard limits.width.isFinite && limits.height.isFinite else {
            throw Failure(
                .usage,
                "--margin reaches to \(limits.minX)…\(limits.maxX), beyond the largest number; a smaller one is accepted"
            )
        }
        let step = extent.step
        let pointCount = RegularGrid.pointCount(covering: limits, step: step)
        if gridMemory(step: step) > memory || pointCount >= 0x1p59 {
            throw Failure(
                .tooLarge,
                """
                --step \(step.text) asks for \(Self.count(pointCount)) grid points over a range of \
                \(DecimalText.significant(limits.width, digits: 3)) × \
                \(DecimalText.significant(limits.height, digits: 3)), more than the memory here; the smallest step that fits is \(smallestStep(memory: memory).text)
                """)
        }
        do throws(GridError) {
            _ = try RegularGrid(covering: limits, step: step)
        } catch {
            let request = "--step \(step.text)"
            throw switch error {
            case .stepTooLarge(_, let largest):
                Failure(
                    .usage,
                    """
                    \(request) leaves an axis fewer than two grid values; the largest step that fits is \
                    \(DecimalText.shortest(largest))
                    """)
            case .stepTooSmall: Failure(.tooLarge, "\(request): \(error)")
            }
        }
        try checkPrecision()
    }

    /// Areas are products of two lengths, which have to be numbers too.
    private func checkRange() throws(Failure) {
        for (axis, range) in [("x", limits.width), ("y", limits.height)] where range.isFinite {
            guard !(1e-140...1e140).contains(range) else { continue }
            throw Failure(
                .badData,
                "\(axis) has a range of \(range), and ranges from 1e-140 to 1e140 can be drawn; scale the data, or change --margin, --xlim or --ylim"
            )
        }
    }

    /// Beside very large coordinates there are no numbers for the points of a fine grid.
    private func checkPrecision() throws(Failure) {
        let ends = [
            (extent.limits.minX, extent.limits.maxX, extent.step.x),
            (extent.limits.minY, extent.limits.maxY, extent.step.y),
        ]
        for (axis, (low, high, step)) in zip(["x", "y"], ends) where max(abs(low), abs(high)).ulp > step / 4 {
            throw Failure(
                .badData,
                """
                \(axis) runs from \(low) to \(high), and numbers of that size are too coarse for grid points \
                \(DecimalText.significant(step, digits: 2)) apart; subtract a constant from the data
                """)
        }
    }

    /// The values of the grids, and for every unit the columns' factors and, on every thread, a block of columns.
    private func gridMemory(step: GridStep) -> Double {
        let columns = SampledAxis.count(from: limits.minX, to: limits.maxX, by: step.x)
        let firstUnits = largest.reduce(0) { $0 + Double($1.hidden.first ?? 0) }
        let units = largest.reduce(0) { $0 + $1.hidden.reduce(0) { $0 + Double($1) } }
        return 8 * RegularGrid.pointCount(covering: limits, step: step) * Double(pictureCount)
            + 8 * (firstUnits * columns + units * Double(128 * threads))
    }

    /// Of the same ratio of x to y.
    private func smallestStep(memory: Double) -> GridStep {
        let ratio = extent.step.y / extent.step.x
        // With one step for both axes these limits have as many points.
        let squared = Rectangle(minX: limits.minX, minY: 0, maxX: limits.maxX, maxY: limits.height / ratio)
        func step(pointCount: Double) -> GridStep {
            let both = RegularGrid.smallestStep(
                covering: extent.step.x == extent.step.y ? limits : squared, pointCount: pointCount)
            return GridStep(x: both, y: both * ratio)
        }
        var pointCount = min(max(4, memory / Double(8 * pictureCount)), 0x1p58)
        // The columns of large networks take more than the points.
        while gridMemory(step: step(pointCount: pointCount)) > memory && pointCount > 4 {
            pointCount = max(4, pointCount / 1.1)
        }
        return step(pointCount: pointCount)
    }

    /// What the training of a network takes, with all its restarts.
    private func trainingMemory(_ candidate: Candidate) -> Double {
        // Pictures that are trained at once have about as many threads each.
        let threads = max(1, threads / min(threads, candidates.count))
        let trainingsAtOnce = min(restartCount, threads)
        let one = TrainingObjective.memory(
            shape: NetworkShape(hidden: candidate.hidden, classCount: classCount), pointCount: pointCount,
            threads: max(1, threads / trainingsAtOnce))
        // Of every restart stay its theta, one of the 32 such vectors of a training, and which points are misclassified.
        return one * (Double(trainingsAtOnce) + Double(restartCount) / 32) + Double(restartCount) * Double(pointCount)
    }

    /// "151208", or "1.5e+19" where a number is too large to be read.
    private static func count(_ value: Double) -> String {
        guard value >= 1e12 else { return DecimalText.fixed(value, decimals: 0) }
        guard value.isFinite else { return "more than 1e+308" }
        return DecimalText.significant(value, digits: 2)
    }
}

extension GridStep {
    /// As `--step` has it.
    fileprivate var text: String {
        let (x, y) = (DecimalText.significant(x, digits: 6), DecimalText.significant(y, digits: 6))
        return self.x == self.y ? x : "\(x),\(y)"
    }
}
