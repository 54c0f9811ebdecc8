import Datasets
import Geometry

/// Estimates of the memory that the points of a run take, compared with the limit before they are copied.
///
/// The numbers of bytes per point were measured with a million points; they are upper bounds.
struct PointMemory {
    let request: Request
    let dataset: Dataset
    /// True if networks take standardised copies.
    let isStandardized: Bool
    let format: PictureFormat
    let threads: Int

    /// - Throws: `RunError` of the kind `tooLarge`.
    func check(against limit: MemoryLimit = .current) throws(RunError) {
        try limit.check(arrays, for: source, advice: "fewer points need less")
        try limit.check(
            total, for: "\(source) in \(format.rawValue.uppercased()) pictures",
            advice: "\(.format) png, or fewer points, needs less")
    }

    /// Arrays of points and drawings of them, in bytes.
    var total: Double { arrays + drawings }

    private var pointCount: Double { Double(dataset.points.count) }

    private var source: RequestMessage {
        if case .generated(let set) = request.data { return "\(.samples) \(set.samples)" }
        return "\(.data) of \(dataset.points.count) points"
    }

    /// The points, copies of them and an entry for each in several arrays, in bytes.
    private var arrays: Double {
        let count = Double(request.classifiers.count)
        let atOnce = Swift.min(Double(threads), count)
        // Points and labels; both parts of a division; the points that networks take.
        let copies = 24 + (request.split == nil ? 0 : 24) + (isStandardized ? 16.0 : 0)
        // The class of every point, and whether that is wrong, by every classifier and restart.
        let results = count * (9 + Double(request.training.restarts))
        let evaluation = atOnce * (33 + (isStandardized ? 16 : 0))
        guard let tuning = request.tuning else { return pointCount * (copies + results + evaluation) }
        // Every fit has copies of its points and their indices; the evaluation of the chosen network comes later.
        let fits = Swift.min(Double(threads), count * Double(tuning.folds)) * (80 + (isStandardized ? 24 : 0))
        return pointCount * (copies + 8 + Swift.max(fits, 42 + (isStandardized ? 16 : 0)))
    }

    /// The markers of the pictures that are drawn at once, in bytes.
    private var drawings: Double {
        let bytesPerMarker: Double =
            switch format {
            case .png: 0
            case .svg: 350
            case .pdf: 1600
            }
        guard request.page.hasPoints, !request.isCurve else { return 0 }
        let panels = Double(request.classifiers.count)
        let isSheet = request.product == .sheet
        let pages = isSheet || request.tuning != nil ? 1 : Swift.min(Double(threads), panels)
        let size = isSheet ? request.page.sheetPoints(panelCount: Int(panels)) : request.page.points
        // Markers of one kind that are nearer to each other than 0.78 points are drawn once.
        let kinds = Double(dataset.classCount * (request.split == nil ? 1 : 2) + 1)
        let greatest = kinds * (size.width * size.height / 0.6 + 20_000)
        return pages * bytesPerMarker * Swift.min(greatest, pointCount * (isSheet ? panels : 1))
    }
}
