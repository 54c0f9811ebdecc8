import DecisionBoundary
import Geometry
import ModelSelection
import Plotting
import Training

/// What a cross-validation looks like.
struct TunePictures {
    /// By size, then λ; of every size one for every λ.
    let validations: [CrossValidation]
    /// The index of the one that is chosen.
    let winner: Int
    /// How to describe the data in a picture's Description.
    let dataDescription: String
    let writer: PageWriter
    /// The one that is chosen, trained again.
    let network: TrainedNetwork
    let theme: Theme

    /// Draws validation error and cost for every λ and size, side by side.
    func writeHeatMap(to path: String, size: Size) throws -> PictureFile {
        let panels = [
            Sheet.Panel(
                title: "Validation error, %",
                axes: heatMap(of: .error, colors: .crimson(on: theme.ground)) { $0.validationError.mean }),
            Sheet.Panel(
                title: "Validation cost",
                axes: heatMap(of: .cost, colors: .violet(on: theme.ground)) { $0.validationCost.mean }),
        ]
        let sheet = Sheet(
            size: size, title: "Validation by size and λ", subtitle: subtitle, panels: panels,
            xTitle: panels[0].axes.xTitle, yTitle: panels[0].axes.yTitle, theme: theme)
        return try write(
            sheet, title: sheet.title, subtitle: sheet.subtitle, altText: heatMapAltText, kind: .heatMap, to: path)
    }

    /// Draws training and validation error against size, at the λ that is chosen.
    func writeCurve(to path: String, size: Size) throws -> PictureFile {
        let lambda = validations[winner].candidate.lambda
        let chosen = validations.filter { $0.candidate.lambda == lambda }
        func series(_ name: String, isHeldOut: Bool, _ spread: (CrossValidation) -> SampleStatistics)
            -> ValidationCurve.Series
        {
            let spreads = chosen.map(spread)
            return ValidationCurve.Series(
                name, isHeldOut: isHeldOut, values: spreads.map(\.mean), deviations: spreads.map(\.deviation))
        }
        let curve = ValidationCurve(
            sizes: HiddenSizes(chosen.map(\.candidate.hidden)),
            series: [
                series("training folds", isHeldOut: false, \.trainingError),
                series("validation fold", isHeldOut: true, \.validationError),
            ],
            measure: .error, bestIndex: chosen.firstIndex { $0 == validations[winner] }, bestName: "chosen")
        let figure = Figure(
            of: curve, title: "Cross-validated error by hidden layer size", subtitle: subtitle, size: size,
            theme: theme)
        return try write(
            figure, title: figure.title, subtitle: figure.subtitle,
            altText: "Cross-validated error of training and validation against hidden layer size; \(chosenText)",
            kind: .curve, to: path)
    }

    private func heatMap(
        of measure: ValidationCurve.Measure, colors: ColorMap, _ value: (CrossValidation) -> Double
    ) -> Axes {
        let sizes = HiddenSizes(DistinctList(validations.map(\.candidate.hidden)).values)
        let lambdas = DistinctList(validations.map(\.candidate.lambda)).values
        return .heatMap(
            sizes: sizes, lambdas: lambdas,
            values: lambdas.indices.map { row in
                (0..<sizes.count).map { column in value(validations[column * lambdas.count + row]) }
            },
            measure: measure, winner: (row: winner % lambdas.count, column: winner / lambdas.count), colors: colors,
            theme: theme)
    }

    /// "5 folds of 160 points · chosen: 5 hidden units, λ 0.01".
    private var subtitle: String {
        let validation = validations[winner]
        let candidate = validation.candidate
        let pointCount = validation.scores.reduce(0) { $0 + $1.validationCount }
        return
            "\(validation.scores.count) folds of \(pointCount) points · chosen: \(candidate.unitsText), λ \(candidate.lambdaText)"
    }

    private var heatMapAltText: String {
        """
        Validation error and cost for \(validations.count) networks, as tiles by hidden layer size and λ; \
        \(chosenText)
        """
    }

    /// "chosen are 5 hidden units and λ 0.01, with a mean validation error of 3.1 %".
    private var chosenText: String {
        let validation = validations[winner]
        return """
            chosen: \(validation.candidate.unitsText) and λ \(validation.candidate.lambdaText), with a mean validation \
            error of \(DecimalText.percent(validation.validationError.mean))
            """
    }

    private func write(
        _ page: some Page, title: String, subtitle: String, altText: String, kind: PictureRecorder.Kind,
        to path: String
    ) throws -> PictureFile {
        let content = PageWriter.Content(
            title: title, subtitle: subtitle, description: "\(dataDescription); \(self.subtitle)", altText: altText,
            kind: kind, networks: [network])
        return try writer.write(page, content, to: path)
    }
}
