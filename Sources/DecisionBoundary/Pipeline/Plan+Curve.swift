import Files
import Geometry
package import ModelSelection
import Pictures
import Plotting
package import Training

/// A curve that was written.
package struct CurvePicture: Sendable {
    package let file: PictureFile
    package let measure: CurveSettings.Measure
    /// The best size on the held-out points for each λ; empty if no points are held out.
    package let best: [Best]

    package struct Best: Sendable {
        package let candidate: Candidate
        package let value: Double
        /// The 95 % interval of the value; nil for a cost.
        package let interval: WilsonInterval?
    }
}

extension Plan {
    /// The size of the page of a curve, in points (1/72 inch).
    var curveSize: Size { request.page.sheetPoints(panelCount: lambdas.count) }

    /// Draws error or cost against size, with a panel for each λ.
    func writeCurve(
        _ settings: CurveSettings, of classifiers: [ClassifierResult], to path: String
    ) throws -> CurvePicture {
        let measure: ValidationCurve.Measure = settings.measure == .error ? .error : .cost
        let scored = classifiers.map(\.scored)
        let curves = lambdas.map { lambda in
            SizeCurve(
                scored.compactMap(\.network).filter { $0.report.lambda == lambda }
                    .sorted { $0.candidate < $1.candidate },
                measure: measure)
        }
        let restarts = request.training.restarts
        let text = comparisonText(
            title: "\(measure == .error ? "Error" : "Cost") by hidden layer size", scored: scored,
            remark: restarts > 1 ? "means of \(restarts) restarts" : nil, altText: altText(of: curves, lambdas: lambdas)
        )
        let page = request.page
        let (title, subtitle) = page.hasTitle ? (text.title, text.subtitle) : ("", "")
        let file: PictureFile
        if curves.count == 1 {
            let figure = Figure(
                of: curves[0].curve, title: title, subtitle: subtitle, size: curveSize, theme: style.theme,
                hasLegend: page.hasLegend, legendPlace: page.elements.legendPlace)
            file = try write(figure, text, subject: .curve, of: scored, to: path)
        } else {
            let sheet = Sheet(
                of: curves.map(\.curve), titles: lambdas.map { "λ \(DecimalText.shortest($0))" }, title: title,
                subtitle: subtitle, size: curveSize, theme: style.theme, hasLegend: page.hasLegend)
            file = try write(sheet, text, subject: .curve, of: scored, to: path)
        }
        return CurvePicture(file: file, measure: settings.measure, best: curves.compactMap(\.best))
    }

    /// "Error (train and test) against hidden layer size, from 1 to 20; least on the points held out, 3.3 %, with 5 hidden
    /// units".
    private func altText(of curves: [SizeCurve], lambdas: [Double]) -> String {
        let names = curves[0].curve.series.map(\.name).listed
        let measure = curves[0].curve.measure
        let sizes = candidates.sorted().map { HiddenLayers($0.hidden) }
        let bests = curves.compactMap(\.best).map { best in
            let value = measure == .error ? DecimalText.percent(best.value) : DecimalText.fixed(best.value, decimals: 4)
            let lambda = lambdas.count > 1 ? " and λ \(DecimalText.shortest(best.candidate.lambda))" : ""
            let interval = best.interval.map { " (95 % interval \(IntervalText.range($0.low, $0.high)) %)" } ?? ""
            return
                "least on the points held out, \(value)\(interval), with \(HiddenLayers(best.candidate.hidden).name)\(lambda)"
        }
        let range = "from \(sizes[0].text) to \(sizes[sizes.count - 1].text)"
        return (["\(measure == .error ? "Error" : "Cost") (\(names)) against hidden layer size, \(range)"] + bests)
            .joined(separator: "; ")
    }
}

/// The networks with one λ as a curve: means over restarts, with deviations if there are several restarts.
private struct SizeCurve {
    let curve: ValidationCurve
    let best: CurvePicture.Best?

    /// - Parameter networks: trained networks, in ascending order of size.
    init(_ networks: [NetworkFacts], measure: ValidationCurve.Measure) {
        let facts = networks.compactMap(\.training)
        func series(
            _ name: String, testCount: Int? = nil, _ scores: (TrainingFacts) -> [Score]
        ) -> (line: ValidationCurve.Series, intervals: [WilsonInterval]) {
            let statistics = facts.map { facts in
                SampleStatistics(
                    of: scores(facts).map { measure == .error ? 1 - $0.accuracy : $0.crossEntropy ?? .nan })
            }
            let intervals = testCount.map { count in
                measure == .error ? statistics.map { WilsonInterval(share: $0.mean, count: count) } : []
            }
            return (
                ValidationCurve.Series(
                    name, isHeldOut: testCount != nil, values: statistics.map(\.mean),
                    deviations: facts[0].hasRestarts ? statistics.map(\.deviation) : nil,
                    intervals: intervals.flatMap { $0.isEmpty ? nil : $0.map { $0.low...$0.high } }),
                intervals ?? []
            )
        }
        var parts = [series("train") { $0.restarts.reports.map(\.score) }]
        if let score = facts[0].testScores.first {
            parts.append(series("test", testCount: score.misclassified.count, \.testScores))
        }
        let curve = ValidationCurve(
            sizes: HiddenSizes(networks.map(\.candidate.hidden)), series: parts.map(\.line), measure: measure)
        self.curve = curve
        best = curve.bestIndex.map {
            let (line, intervals) = parts[parts.count - 1]
            return CurvePicture.Best(
                candidate: networks[$0].candidate, value: line.values[$0],
                interval: intervals.isEmpty ? nil : intervals[$0])
        }
    }
}
