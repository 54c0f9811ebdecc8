import Datasets
import Files
import Geometry
import ModelSelection
import Pictures
import Plotting
import Training

extension Plan {
    /// The size of the page of the heat maps, in points (1/72 inch).
    var heatMapSize: Size {
        request.page.heatMapPoints(
            columnCount: Set(candidates.map(\.hidden)).count, rowCount: Set(candidates.map(\.lambda)).count)
    }
}

/// The pictures of a cross-validation.
struct TunePictures {
    let plan: Plan
    /// The candidates sorted by size, then λ; every size has every λ.
    let validations: [CrossValidation]
    /// Index of the chosen candidate.
    let winner: Int
    /// The chosen network, trained again.
    let chosen: ClassifierResult

    private var theme: Theme { plan.style.theme }
    private var page: PageStyle { plan.request.page }

    /// Draws validation error and cost for every λ and size, side by side.
    func writeHeatMap() throws -> PictureFile {
        let panels = [
            Sheet.Panel(
                title: "Validation error, %",
                axes: heatMap(of: .error, colors: .crimson(on: theme.ground)) { $0.validationError.mean }),
            Sheet.Panel(
                title: "Validation cost",
                axes: heatMap(of: .cost, colors: .violet(on: theme.ground)) { $0.validationCost.mean }),
        ]
        let text = text(
            title: "Validation by size and λ", values: "means of",
            altText: "Validation error and cost for \(validations.count) networks, as tiles by hidden layer size and λ")
        var sheet = Sheet(
            size: plan.heatMapSize, title: page.hasTitle ? text.title : "",
            subtitle: page.hasTitle ? text.subtitle : "", panels: panels,
            xTitle: panels[0].axes.xTitle, yTitle: panels[0].axes.yTitle, theme: theme)
        sheet.hasPanelColorBars = true
        return try write(sheet, text, subject: .heatMap, file: .heatMap)
    }

    /// Draws training and validation error against size, at the chosen λ.
    func writeCurve() throws -> PictureFile {
        let lambda = validations[winner].candidate.lambda
        let row = validations.filter { $0.candidate.lambda == lambda }
        func series(
            _ name: String, isHeldOut: Bool, _ statistics: (CrossValidation) -> SampleStatistics
        ) -> ValidationCurve.Series {
            let values = row.map(statistics)
            return ValidationCurve.Series(
                name, isHeldOut: isHeldOut, values: values.map(\.mean), deviations: values.map(\.deviation))
        }
        let curve = ValidationCurve(
            axis: .hidden(HiddenSizes(row.map(\.candidate.hidden))),
            series: [
                series("training folds", isHeldOut: false, \.trainingError),
                series("validation fold", isHeldOut: true, \.validationError),
            ],
            measure: .error, bestIndex: row.firstIndex { $0 == validations[winner] }, bestName: "chosen")
        let text = text(
            title: "Cross-validated error by hidden layer size", values: "mean ± 1 standard deviation of",
            altText: "Cross-validated error of training and validation against hidden layer size")
        let figure = Figure(
            of: curve, title: page.hasTitle ? text.title : "", subtitle: page.hasTitle ? text.subtitle : "",
            size: page.points, theme: theme, hasLegend: page.hasLegend)
        return try write(figure, text, subject: .curve, file: .curve)
    }

    private func heatMap(
        of measure: ValidationCurve.Measure, colors: ColorMap, _ value: (CrossValidation) -> Double
    ) -> Axes {
        let sizes = HiddenSizes(validations.map(\.candidate.hidden).distinct)
        let lambdas = validations.map(\.candidate.lambda).distinct
        return .heatMap(
            sizes: sizes, lambdas: lambdas,
            values: lambdas.indices.map { row in
                (0..<sizes.count).map { column in value(validations[column * lambdas.count + row]) }
            },
            measure: measure, winner: (row: winner % lambdas.count, column: winner / lambdas.count), colors: colors,
            theme: theme)
    }

    private func write(_ page: some Page, _ text: PictureText, subject: PictureSubject, file: TuneFile) throws
        -> PictureFile
    {
        try plan.write(page, text, subject: subject, of: [chosen.scored], to: file.path(in: plan.paths))
    }

    /// - Parameters:
    ///   - values: what the values of the picture are of the folds.
    ///   - altText: the description of the picture, without the choice.
    private func text(title: String, values: String, altText: String) -> PictureText {
        let validation = validations[winner]
        let candidate = validation.candidate
        let (name, lambda) = (HiddenLayers(candidate.hidden).name, DecimalText.shortest(candidate.lambda))
        let subtitle = """
            \(values) \(plan.foldsText) of \(plan.data.training.points.count) points · chosen: \(name), λ \(lambda)
            """
        return PictureText(
            title: plan.sharedTitle(default: title), subtitle: subtitle,
            description: "\(plan.dataDescription); \(subtitle)",
            altText: """
                \(altText); chosen: \(name) and λ \(lambda), with a mean validation error of \
                \(DecimalText.percent(validation.validationError.mean))
                """)
    }
}
