import Datasets
import DecisionBoundary
import Files
import Geometry
import Plotting
import Training

/// Two networks and where they give different classes.
struct Difference {
    let networks: [TrainedNetwork]
    /// The share of the grid points, 0…1.
    let areaShare: Double
    /// How many of the points, held out or not.
    let pointCount: Int
    /// The share of the points, 0…1.
    let pointShare: Double
    let file: PictureFile
    let names: (String, String)

    /// Finds the difference, draws it and writes the picture.
    init(
        networks: [TrainedNetwork], surfaces: [DecisionSurface], data: DataParts, names: (String, String),
        style: PictureStyle,
        description: String, size: Size, palette: Palette?, theme: Theme, writer: PageWriter, path: String
    ) throws {
        self.networks = networks
        self.names = names
        areaShare = surfaces[0].differenceShare(from: surfaces[1])
        let parts = [data.training, data.test].compactMap(\.self)
        pointCount = parts.reduce(0) { count, dataset in
            let classes = networks.map { $0.inDataUnits($0.report).classes(of: dataset.points) }
            return count + zip(classes[0], classes[1]).count { $0 != $1 }
        }
        pointShare = Double(pointCount) / Double(parts.reduce(0) { $0 + $1.points.count })
        let figure = Figure(
            differenceOf: surfaces[0], and: surfaces[1], training: data.training, test: data.test,
            pointShare: pointShare, names: names, note: networks.compactMap(\.report.shortcomingWord).first,
            title: style.title, size: size, palette: palette, theme: theme)
        let content = PageWriter.Content(
            title: figure.title, subtitle: figure.subtitle, description: "\(description); \(figure.subtitle)",
            altText: """
                Where the regions of two networks, \(names.0) and \(names.1), differ: on \
                \(DecimalText.percent(areaShare)) of the area and for \(pointCount) of \
                \(parts.reduce(0) { $0 + $1.points.count }) points
                """, kind: .difference, networks: networks)
        file = try writer.write(style.styled(figure), content, to: path)
    }

    /// What is printed: a row for each network, then the shares.
    var text: String {
        let hasTest = networks.contains { $0.testScore != nil }
        let columns: [TextTable.Column?] = [
            column("hidden", \.candidate.hiddenText), column("lambda", \.candidate.lambdaText),
            column("cost") { DecimalText.fixed($0.report.cost, decimals: 6) },
            column(hasTest ? "train" : "accuracy") { DecimalText.percent($0.report.accuracy) },
            hasTest ? column("test") { DecimalText.percent($0.testScore?.accuracy ?? .nan) } : nil,
            hasTest ? column("test cost") { DecimalText.fixed($0.testScore?.crossEntropy ?? .nan, decimals: 4) } : nil,
            TextTable.Column("ended", .left, cells: networks.map(\.report.endingWords)),
        ]
        let rows = TextTable(columns.compactMap(\.self))
        return """
            \(rows)They differ on \(DecimalText.percent(areaShare)) of the area and \(DecimalText.percent(pointShare)) of the \
            points (\(pointCount)); \(file.path)

            """
    }

    private func column(_ heading: String, _ cell: (TrainedNetwork) -> String) -> TextTable.Column {
        TextTable.Column(heading, cells: networks.map(cell))
    }
}
