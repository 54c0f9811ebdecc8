extension Request {
    /// Returns the paths of the main pictures of the product.
    func paths(_ names: [ClassifierName]) throws(RunError) -> PicturePaths {
        switch product {
        case .surface(let settings):
            let paths = try PicturePaths(
                outputs, classifiers: names,
                advice: settings.hasSheet || settings.hasOverlay
                    ? "; 'boundaryplot sheet\(settings.hasOverlay ? " --overlay" : "")' draws one page alone" : "")
            if paths.isStandardOutput && (settings.hasSheet || settings.hasOverlay || settings.curve != nil) {
                throw RunError(
                    .badRequest,
                    "\(.path) - takes one picture, and \(.sheet), \(.overlay) and \(.curve) make more; use a folder")
            }
            return paths
        case .sheet: return try PicturePaths(outputs, defaultName: "boundary-sheet")
        case .overlay: return try PicturePaths(outputs, defaultName: "boundary-overlay")
        case .pairs: return try PicturePaths(outputs, defaultName: "boundary-pairs")
        case .curve: return try PicturePaths(outputs, defaultName: "boundary-curve")
        case .difference:
            return try PicturePaths(
                outputs, defaultName: "boundary-diff-" + names.fileNames.joined(separator: "-"))
        case .report: return try PicturePaths(page: outputs)
        case .film(let settings): return try PicturePaths(film: outputs, filmForm ?? .moving, settings)
        case .tune: return try PicturePaths(folder: outputs)
        }
    }

    /// Returns the paths of further files.
    func furtherPaths(_ paths: PicturePaths) -> [String] {
        switch product {
        case .surface(let settings):
            (settings.hasSheet ? [paths.sheetPath] : []) + (settings.hasOverlay ? [paths.overlayPath] : [])
                + (settings.curve != nil ? [paths.curvePath] : [])
        case .tune: outputs.shard == nil ? TuneFile.allCases.map { $0.path(in: paths) } : []
        default: []
        }
    }

    /// Returns the paths of models to check before the run; a tuning fills placeholders only after the choice.
    ///
    /// - Parameter names: the names of the networks.
    func modelPaths(_ names: [ClassifierName]) throws(RunError) -> [String] {
        guard let text = outputs.models else { return [] }
        let isTuning = tuning != nil
        let paths = try outputs.modelPaths(isTuning ? Array(names.prefix(1)) : names)
        return isTuning && text.contains("{") ? [] : paths
    }

    /// The input files of the request.
    package var inputs: [String] {
        let file: [String] = if case .file(let file) = data { [file.path] } else { [] }
        return file + classifierInputs
    }

    /// The files of saved models and of predictions.
    var classifierInputs: [String] { classifiers.compactMap { $0.modelPath ?? $0.predictionsPath } }
}
