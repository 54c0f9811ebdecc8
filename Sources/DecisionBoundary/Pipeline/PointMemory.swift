import Datasets
import Geometry
import Plotting

/// Estimates of the memory that the points of a run take, compared with the limit before they are copied.
///
/// The numbers of bytes per point were measured with a million points; they are upper bounds.
struct PointMemory {
    let request: Request
    let rows: LabelledRows
    /// True if networks take standardised copies.
    let isStandardized: Bool
    let format: PictureFormat
    let threads: Int

    /// Checks the memory of the arrays of points, before the rows are divided.
    ///
    /// - Throws: `RunError` of the kind `tooLarge`.
    func check(against limit: MemoryLimit = .current) throws(RunError) {
        try limit.check(arrays, for: source, advice: "fewer points need less")
    }

    /// Returns the memory of the arrays of points and drawings of them, in bytes.
    ///
    /// - Throws: `RunError` of the kind `tooLarge`.
    func total(drawing data: DataParts, against limit: MemoryLimit = .current) throws(RunError) -> Double {
        let total = arrays + drawings(of: data)
        try limit.check(
            total, for: "\(source) in \(format.rawValue.uppercased()) pictures",
            advice: "\(.format) png, or fewer points, needs less")
        return total
    }

    /// The number of evaluations whose results are kept.
    private var evaluationCount: Int {
        switch request.filmForm {
        case nil: request.classifiers.count
        case .sheet: request.filmPanelCount(classCount: rows.classNames.count)
        default: threads
        }
    }

    private var pointCount: Double { Double(rows.count) }

    private var source: RequestMessage {
        if case .generated(let set) = request.data { return "\(.samples) \(set.samples)" }
        return "\(.data) of \(rows.count) points"
    }

    /// The points, copies of them and an entry for each in several arrays, in bytes.
    private var arrays: Double {
        let count = Double(evaluationCount)
        let atOnce = Swift.min(Double(threads), count)
        // Rows of several features, whose array grows by doubling.
        let features = if case .features(let table) = rows { 24 * Double(table.featureNames.count) } else { 0.0 }
        // Points and labels; both parts of a division; the points that networks take.
        let copies = features + 24 + (request.split == nil ? 0 : 24) + (isStandardized ? 16.0 : 0)
        // Further divisions in progress, with the networks on them.
        let divisions = request.isCurve && request.repeats > 1 ? Double(threads) * (copies + 42) : 0
        // The class of every point, and whether that is wrong, by every classifier and restart.
        let results = count * (9 + Double(request.training.restarts))
        let evaluation = atOnce * (33 + (isStandardized ? 16 : 0))
        guard let tuning = request.tuning else { return pointCount * (copies + divisions + results + evaluation) }
        // Every fit has copies of its points and their indices; the evaluation of the chosen network comes later.
        let fits = Swift.min(Double(threads), count * Double(tuning.folds)) * (80 + (isStandardized ? 24 : 0))
        // Every fold's number and every answer of every repeat, and the journal's or the summary's text of the answers.
        let answers = Double(request.repeats) * (8 + 20 * count)
        return pointCount * (copies + 8 + answers + Swift.max(fits, 42 + (isStandardized ? 16 : 0)))
    }

    /// The markers of the pictures that are drawn at once, in bytes.
    private func drawings(of data: DataParts) -> Double {
        let bytesPerMarker: Double =
            switch format {
            case .png, .gif: 0
            case .svg: 350
            case .pdf: 1100
            }
        guard bytesPerMarker > 0, request.page.hasPoints, !request.isCurve else { return 0 }
        let panels = Double(evaluationCount)
        let atOnce =
            switch request.product {
            case .sheet, .film: panels
            case .surface: Swift.min(Double(threads), panels)
            // The page has every point once, and its class by every classifier.
            case .report: 1 + 0.02 * panels
            default: 1.0
            }
        // Held-out points have markers of their own, which are twice as long; some points have a cross as well.
        let markerCount = markerCount(of: data)
        let markers = request.split == nil ? markerCount : Swift.min(2 * markerCount, 1.5 * pointCount)
        return 1.5 * atOnce * bytesPerMarker * markers
    }

    /// The number of markers on a page: of many markers of a class in a square of 0.78 points one is drawn.
    private func markerCount(of data: DataParts) -> Double {
        let (bounds, page, classCount) = (data.bounds, request.page.points, data.training.classCount)
        let (columns, rows) = (page.width / 0.78, page.height / 0.78)
        let squareCount = Double(classCount) * (columns + 1) * (rows + 1)
        guard self.rows.count > PointMark.individualLimit, squareCount < 8 * pointCount, bounds.width > 0,
            bounds.height > 0, (bounds.width + bounds.height).isFinite
        else { return pointCount }
        let columnCount = Int(columns) + 1
        let rowCount = Int(rows) + 1
        var taken = [Bool](repeating: false, count: classCount * columnCount * rowCount)
        var count = 0.0
        for part in [data.training, data.test].compactMap(\.self) {
            for (point, label) in zip(part.points, part.labels) {
                let column = Int((point.x - bounds.minX) / bounds.width * columns)
                let row = Int((point.y - bounds.minY) / bounds.height * rows)
                let index = (label * rowCount + row) * columnCount + column
                if !taken[index] { count += 1 }
                taken[index] = true
            }
        }
        return count
    }
}
