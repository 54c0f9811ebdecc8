import Parallelism

@testable import DecisionBoundary

/// Output files by path, in memory.
final class MemoryFiles: Sendable {
    private let files = Guarded<[String: [UInt8]]>([:])

    var all: [String: [UInt8]] { files.withLock(\.self) }

    /// The pictures and CSV files, which contain no durations.
    var reproducible: [String: [UInt8]] { all.filter { !$0.key.hasSuffix(".json") } }

    /// An environment that writes to memory.
    func environment(threads: Int = 2) -> RunEnvironment {
        RunEnvironment(threads: threads, write: { bytes, path in self.files.withLock { $0[path] = bytes } })
    }
}

extension Request {
    /// A request that takes little time: small networks, few iterations, coarse grids and pictures.
    static func small(_ product: Product = .surface(), format: PictureFormat = .png) -> Request {
        var request = Request(product)
        request.data = .generated(GeneratedSet(.moons, samples: 40))
        request.classifiers = networks(hidden: [[2], [3]])
        request.training.maxIterations = 8
        if !request.isCurve { request.grid.step = AxisPair(0.1) }
        request.page.dpi = 50
        request.outputs.format = format
        if case .tune = product {
            request.classifiers = networks(hidden: [[2], [3]], lambdas: [0.001, 0.1])
            request.product = .tune(folds: 3)
        }
        return request
    }

    /// Small requests that together make every kind of picture.
    static func everyProduct(format: PictureFormat = .png) -> [Request] {
        var surfaces = small(.surface(SurfaceSettings()), format: format)
        surfaces.regions.fill = .score
        surfaces.training.restarts = 2
        surfaces.regions.showsRestarts = true
        var settings = SurfaceSettings()
        (settings.hasSheet, settings.hasOverlay, settings.curve) = (true, true, CurveSettings(.cost))
        surfaces.product = .surface(settings)
        var sheet = small(.sheet, format: format)
        sheet.classifiers = networks(hidden: [[2], [3]], lambdas: [0.001, 0.1])
        sheet.split = SplitSettings(testFraction: 0.3, isStratified: true)
        var film = small(.film(), format: format)
        film.classifiers = networks(hidden: [[3]])
        film.regions.showsUnitLines = true
        return [surfaces, sheet, film] + [.curve(), .difference, .tune(), .overlay].map { small($0, format: format) }
    }
}

extension Product {
    /// A tuning by a number of folds.
    static func tune(folds: Int) -> Product {
        var settings = TuneSettings()
        settings.folds = folds
        return .tune(settings)
    }
}
