import CairoRenderer
import DecisionBoundary
import Geometry
import Meshgrid

/// What the parts of a run take, held against the machine before any of it is taken.
///
/// Estimates from the arrays that must exist; as many pictures are under way at once as there are threads.
struct MemoryNeeds {
    private let options: PlotCommand
    private let limits: Rectangle
    private let threads: Int

    init(_ options: PlotCommand, limits: Rectangle, threads: Int) {
        self.options = options
        self.limits = limits
        self.threads = threads
    }

    /// - Throws: `Failure` that names the option which asks for too much, and what would fit.
    func check(against limit: MemoryLimit = .current) throws(Failure) {
        let pixels = try pixelMemory()
        try limit.check(
            pixels * Double(pictureCount),
            for: "--size \(options.picture.size) at --dpi \(DecimalText.shortest(options.picture.dpi))",
            advice: "a smaller --size or --dpi needs less")
        try checkGrid(against: limit)
        try checkNetworks(against: limit)
    }

    /// How many pictures are under way at once.
    private var pictureCount: Int { min(threads, options.network.hidden.sizes.count) }

    private func pixelMemory() throws(Failure) -> Double {
        let (size, dpi) = (options.picture.size, options.picture.dpi)
        do throws(RendererError) {
            return Double(try CairoRenderer(dpi: dpi).pixelSize(of: size.points).memory)
        } catch {
            throw Failure(.usage, "--size \(size) at --dpi \(DecimalText.shortest(dpi)): \(error)")
        }
    }

    private func checkGrid(against limit: MemoryLimit) throws(Failure) {
        let step = options.grid.step
        let pointCount = RegularGrid.pointCount(covering: limits, step: step)
        if pointCount * Double(8 * pictureCount) > limit.bytes || pointCount >= 0x1p59 {
            let fitting = RegularGrid.smallestStep(
                covering: limits, pointCount: min(limit.bytes / Double(8 * pictureCount), 0x1p58))
            throw Failure(
                .tooLarge,
                """
                --step \(DecimalText.shortest(step)) asks for \(Self.count(pointCount)) grid points, more than the memory \
                here; the smallest step that fits is \(DecimalText.shortest(fitting))
                """)
        }
        do throws(GridError) {
            _ = try RegularGrid(covering: limits, step: step)
        } catch {
            throw Failure(.usage, "--step \(DecimalText.shortest(step)): \(error)")
        }
    }

    private func checkNetworks(against limit: MemoryLimit) throws(Failure) {
        let gridPoints = RegularGrid.pointCount(covering: limits, step: options.grid.step)
        let columns = SampledAxis.count(from: limits.minX, to: limits.maxX, by: options.grid.step)
        let largest = options.network.hidden.sizes.sorted(by: >).prefix(pictureCount)
        let need = largest.reduce(0) { $0 + Self.trainingMemory(hidden: Double($1), columns: columns, options) }
        guard let size = largest.first else { return }
        try limit.check(
            need + 8 * gridPoints * Double(pictureCount), for: "--hidden \(size)", advice: "smaller networks need less")
    }

    /// The memory of one network with two outputs: a dozen vectors as long as theta while it is trained, the rows of a block of
    /// points, the columns' factors and a row of the grid for each unit.
    private static func trainingMemory(hidden: Double, columns: Double, _ options: PlotCommand) -> Double {
        let parameterCount = 5 * hidden + 2
        let blockPoints = Double(min(options.data.samples, 256))
        let chunkCount = min(64, (Double(options.data.samples) / 1024).rounded(.up))
        return 8 * (parameterCount * (12 + chunkCount) + hidden * blockPoints + 2 * hidden * columns)
    }

    /// "151208", or "1.5e+19" where a number is too large to be read.
    private static func count(_ value: Double) -> String {
        guard value >= 1e12 else { return DecimalText.fixed(value, decimals: 0) }
        guard value.isFinite else { return "more than 1e+308" }
        return DecimalText.significant(value, digits: 2)
    }
}
