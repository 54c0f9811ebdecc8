/// The JSON of `boundaryplot diff --json`, schema 1: keys are only ever added.
struct DiffSummary: Encodable {
    var schema = 1
    let data: DataSummary
    /// The two networks.
    let runs: [Summary.Run]
    let difference: Shares
    let image: Summary.ImageFile

    struct Shares: Encodable {
        /// Of the grid points, 0…1.
        let area: Double
        /// Of the points, 0…1, held out or not.
        let points: Double
        let pointCount: Int
    }

    init(_ difference: Difference, options: DiffCommand, loaded: LoadedData, data: DataParts) {
        self.data = DataSummary(loaded, data: data)
        runs = difference.networks.map {
            Summary.Run($0, optimizer: options.training.usedOptimizer, dpi: options.picture.dpi)
        }
        self.difference = Shares(
            area: difference.areaShare, points: difference.pointShare, pointCount: difference.pointCount)
        image = Summary.ImageFile(difference.file, dpi: options.picture.dpi)
    }
}
