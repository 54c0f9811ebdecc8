import CairoRenderer
import DecisionBoundary
import Geometry
import Meshgrid
import ModelSelection
import Training

/// What the parts of a run take, held against the machine before any of it is taken.
///
/// Estimates from the arrays that must exist, the data set being there already; as many pictures are under way at once
/// as there are threads.
struct MemoryNeeds {
    let picture: PictureOptions
    let format: PictureFormat
    let grid: GridOptions
    let candidates: [Candidate]
    /// How many initial thetas each network is trained from.
    var restartCount = 1
    /// Points that are trained on.
    let pointCount: Int
    let classCount: Int
    let limits: Rectangle
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

    private var pictureCount: Int { picturesAtOnce ?? min(threads, candidates.count) }

    /// The networks that take the most at once, the largest first.
    private var largest: ArraySlice<Candidate> { candidates.sorted(by: >).prefix(threads) }

    /// - Parameter memory: what the grid may take, in bytes.
    private func checkGrid(memory: Double) throws(Failure) {
        guard limits.width.isFinite && limits.height.isFinite else {
            throw Failure(
                .usage,
                """
                --margin \(DecimalText.shortest(grid.margin)) reaches beyond the largest number; a smaller one is \
                accepted
                """)
        }
        let step = grid.step
        let pointCount = RegularGrid.pointCount(covering: limits, step: step)
        if gridMemory(step: step) > memory || pointCount >= 0x1p59 {
            throw Failure(
                .tooLarge,
                """
                --step \(DecimalText.shortest(step)) asks for \(Self.count(pointCount)) grid points over a range of \
                \(DecimalText.significant(limits.width, digits: 3)) × \
                \(DecimalText.significant(limits.height, digits: 3)), more than the memory here; the smallest step that fits is \(DecimalText.significant(smallestStep(memory: memory), digits: 6))
                """)
        }
        do throws(GridError) {
            _ = try RegularGrid(covering: limits, step: step)
        } catch {
            let request = "--step \(DecimalText.shortest(step))"
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
    }

    /// The values of the grids, and for every unit the columns' factors and, on every thread, a block of columns.
    private func gridMemory(step: Double) -> Double {
        let columns = SampledAxis.count(from: limits.minX, to: limits.maxX, by: step)
        let firstUnits = largest.reduce(0) { $0 + Double($1.hidden[0]) }
        let units = largest.reduce(0) { $0 + $1.hidden.reduce(0) { $0 + Double($1) } }
        return 8 * RegularGrid.pointCount(covering: limits, step: step) * Double(pictureCount)
            + 8 * (firstUnits * columns + units * Double(128 * threads))
    }

    private func smallestStep(memory: Double) -> Double {
        var pointCount = min(max(4, memory / Double(8 * pictureCount)), 0x1p58)
        var step = RegularGrid.smallestStep(covering: limits, pointCount: pointCount)
        // The columns of large networks take more than the points.
        while gridMemory(step: step) > memory && pointCount > 4 {
            pointCount = max(4, pointCount / 1.1)
            step = RegularGrid.smallestStep(covering: limits, pointCount: pointCount)
        }
        return step
    }

    /// What the training of a network takes, with all its restarts.
    private func trainingMemory(_ candidate: Candidate) -> Double {
        let threads = PlotRun.threadsPerPicture(threads: threads, pictureCount: candidates.count)
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
