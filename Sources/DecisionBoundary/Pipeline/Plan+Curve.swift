import Files
import Geometry
package import ModelSelection
import Optimization
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
        /// The standard deviation over several divisions of the points or restarts; nil for a single training.
        package let deviation: Double?
        /// The 95 % interval of the value; nil for a cost, and if the division of the points is repeated.
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
                classifiers.filter { $0.scored.network?.report.lambda == lambda }
                    .sorted { $0.candidate ?? candidates[0] < $1.candidate ?? candidates[0] },
                measure: settings.measure)
        }
        let text = comparisonText(
            title: "\(measure == .error ? "Error" : "Cost") by hidden layer size", remark: curveRemark,
            unconverged: classifiers.unconvergedCount,
            altText: altText(of: curves, lambdas: lambdas))
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

    /// "means of 10 splits ± 1 standard deviation, each the best of 5 restarts"; nil if every point of the curve is one
    /// training.
    private var curveRemark: String? {
        let (repeats, restarts) = (request.repeats, request.training.restarts)
        let noun = repeats > 1 ? "\(repeats) splits" : "\(restarts) restarts"
        guard repeats > 1 || restarts > 1 else { return nil }
        return "means of \(noun) ± 1 standard deviation"
            + (repeats > 1 && restarts > 1 ? ", each the best of \(restarts) restarts" : "")
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

extension ClassifierResult {
    fileprivate var candidate: Candidate? { scored.network?.candidate }

    /// The errors or costs that a point of a curve averages: one for each division of the points, or else one for each
    /// restart.
    package func curveValues(of measure: CurveSettings.Measure, isHeldOut: Bool) -> [Double] {
        if !splits.isEmpty {
            return splits.map { split in
                switch (measure, isHeldOut) {
                case (.error, false): 1 - split.accuracy
                case (.error, true): 1 - split.testAccuracy
                case (.cost, false): split.crossEntropy
                case (.cost, true): split.testCrossEntropy
                }
            }
        }
        guard let training = scored.network?.training else { return [] }
        let scores = isHeldOut ? training.testScores : training.restarts.reports.map(\.score)
        return scores.map { measure == .error ? 1 - $0.accuracy : $0.crossEntropy ?? .nan }
    }
}

extension [ClassifierResult] {
    /// The numbers of trainings that did not converge and of all, without the restarts that are not drawn.
    package var unconvergedCount: (count: Int, total: Int) {
        let splits = flatMap(\.splits)
        return splits.isEmpty
            ? (self.count { $0.scored.network?.hasNotConverged ?? false }, count)
            : (splits.count { !$0.termination.isConverged }, splits.count)
    }
}

/// The networks with one λ as a curve of means, with deviations if a mean has several values.
private struct SizeCurve {
    let curve: ValidationCurve
    let best: CurvePicture.Best?

    /// - Parameter results: trained networks, in ascending order of size.
    init(_ results: [ClassifierResult], measure: CurveSettings.Measure) {
        func line(_ name: String, isHeldOut: Bool, intervals: [WilsonInterval]? = nil) -> ValidationCurve.Series {
            let values = results.map { $0.curveValues(of: measure, isHeldOut: isHeldOut) }
            let statistics = values.map(SampleStatistics.init)
            return ValidationCurve.Series(
                name, isHeldOut: isHeldOut, values: statistics.map(\.mean),
                deviations: values[0].count > 1 ? statistics.map(\.deviation) : nil,
                intervals: intervals?.map { $0.low...$0.high })
        }
        // The spread over several divisions has the chance of the held-out points in it.
        let testCount = results[0].splits.isEmpty ? results[0].scored.testScore?.misclassified.count : nil
        let intervals = testCount.flatMap { count in
            measure == .error
                ? results.map {
                    let errors = $0.curveValues(of: measure, isHeldOut: true)
                    return WilsonInterval(share: SampleStatistics(of: errors).mean, count: count)
                } : nil
        }
        var lines = [line("train", isHeldOut: false)]
        if results[0].scored.testScore != nil { lines.append(line("test", isHeldOut: true, intervals: intervals)) }
        let curve = ValidationCurve(
            sizes: HiddenSizes(results.compactMap { $0.candidate?.hidden }), series: lines,
            measure: measure == .error ? .error : .cost)
        self.curve = curve
        best = curve.bestIndex.flatMap { index in
            results[index].candidate.map {
                let line = lines[lines.count - 1]
                return CurvePicture.Best(
                    candidate: $0, value: line.values[index], deviation: line.deviations?[index],
                    interval: intervals?[index])
            }
        }
    }
}
