import Datasets
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
    package let settings: CurveSettings
    /// The best place on the held-out points, for each λ unless λ varies along the axis; empty if no points are held out,
    /// and along an axis of training points.
    package let best: [Best]
    /// The places of all lines: by λ, then by size, then by the number of training points.
    let places: [CurvePlace]
    /// The course of the training; nil unless the curve is over iterations.
    var history: TrainingHistory?

    package struct Best: Sendable {
        package let candidate: Candidate
        package let value: Double
        /// The standard deviation over divisions of the points or restarts; nil for a single training.
        package let deviation: Double?
        /// The 95 % interval of the value; nil for a cost, and if the division of the points is repeated.
        package let interval: WilsonInterval?
    }
}

/// A network at one place of a curve, with all its restarts or divisions of the points.
struct CurvePlace: Sendable {
    let candidate: Candidate
    /// The number of points that the network was trained on.
    let pointCount: Int
    private let facts: TrainingFacts
    /// The scores on several divisions of the points; empty for one division.
    private let splits: [SplitScore]

    /// Creates the place of a trained network; nil for a network that was read.
    init?(_ network: NetworkFacts, pointCount: Int, splits: [SplitScore] = []) {
        guard let facts = network.training else { return nil }
        (candidate, self.pointCount, self.facts, self.splits) = (network.candidate, pointCount, facts, splits)
    }

    /// True if a value is a mean over divisions or restarts.
    var isRepeated: Bool { splits.count > 1 || facts.hasRestarts }

    /// Returns error or cost over the divisions, or else the restarts, on the training points or on the held-out ones; nil
    /// if there are none.
    func statistics(of measure: CurveSettings.Measure, isHeldOut: Bool) -> SampleStatistics? {
        let values = values(of: measure, isHeldOut: isHeldOut)
        return values.isEmpty ? nil : SampleStatistics(of: values)
    }

    /// Returns the 95 % interval of the mean error on the held-out points; nil for a cost, without such points, and for
    /// several divisions, whose deviation has the chance of the held-out points in it.
    func interval(of measure: CurveSettings.Measure) -> WilsonInterval? {
        guard measure == .error, splits.isEmpty, let score = facts.testScores.first,
            let error = statistics(of: .error, isHeldOut: true)
        else { return nil }
        return WilsonInterval(share: error.mean, count: score.misclassified.count)
    }

    private func values(of measure: CurveSettings.Measure, isHeldOut: Bool) -> [Double] {
        guard splits.isEmpty else {
            return splits.map { split in
                switch (measure, isHeldOut) {
                case (.error, false): 1 - split.accuracy
                case (.error, true): 1 - split.testAccuracy
                case (.cost, false): split.crossEntropy
                case (.cost, true): split.testCrossEntropy
                }
            }
        }
        let scores = isHeldOut ? facts.testScores : facts.restarts.reports.map(\.score)
        return scores.map { measure == .error ? 1 - $0.accuracy : $0.crossEntropy ?? .nan }
    }
}

extension Plan {
    /// The size of the page of a curve, in points (1/72 inch).
    var curveSize: Size {
        request.page.sheetPoints(panelCount: request.curve?.axis == .lambda ? 1 : lambdas.count)
    }

    /// Draws error or cost against the quantity of the axis, with a panel for each λ unless λ varies along the axis.
    func writeCurve(
        _ settings: CurveSettings, of classifiers: [ClassifierResult], to path: String
    ) throws -> CurvePicture {
        let scored = classifiers.map(\.scored)
        if settings.axis == .iterations { return try writeTrainingCurve(settings, of: scored[0], to: path) }
        let places = try (settings.axis == .samples ? learningPlaces(of: classifiers) : allPlaces(of: classifiers))
            .sorted {
                ($0.candidate.lambda, $0.candidate, $0.pointCount) < ($1.candidate.lambda, $1.candidate, $1.pointCount)
            }
        let panels =
            settings.axis == .lambda
            ? [NetworkCurve(places, settings)]
            : lambdas.map { lambda in NetworkCurve(places.filter { $0.candidate.lambda == lambda }, settings) }
        let text = comparisonText(
            title: "\(settings.measure.noun) by \(settings.axis.noun)", scored: scored, remark: curveRemark,
            ending: sizeName(settings), unconverged: classifiers.unconvergedCount,
            altText: altText(of: panels, settings))
        let page = request.page
        let (title, subtitle) = page.hasTitle ? (text.title, text.subtitle) : ("", "")
        let file: PictureFile
        if panels.count == 1 {
            let figure = Figure(
                of: panels[0].curve, title: title, subtitle: subtitle, size: curveSize, theme: style.theme,
                hasLegend: page.hasLegend, legendPlace: page.elements.legendPlace)
            file = try write(figure, text, subject: .curve, of: scored, to: path)
        } else {
            let sheet = Sheet(
                of: panels.map(\.curve), titles: lambdas.map { "λ \(DecimalText.shortest($0))" }, title: title,
                subtitle: subtitle, size: curveSize, theme: style.theme, hasLegend: page.hasLegend)
            file = try write(sheet, text, subject: .curve, of: scored, to: path)
        }
        return CurvePicture(file: file, settings: settings, best: panels.compactMap(\.best), places: places)
    }

    /// Returns the places of networks that were trained on all points.
    func allPlaces(of classifiers: [ClassifierResult]) -> [CurvePlace] {
        classifiers.compactMap { result in
            result.scored.network.flatMap {
                CurvePlace($0, pointCount: data.training.points.count, splits: result.splits)
            }
        }
    }

    /// "20 hidden units" if all networks have one size, and it does not vary along the axis.
    private func sizeName(_ settings: CurveSettings) -> String? {
        let sizes = candidates.map(\.hidden).distinct
        return settings.axis == .hidden || sizes.count > 1 ? nil : HiddenLayers(sizes[0]).name
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
    private func altText(of panels: [NetworkCurve], _ settings: CurveSettings) -> String {
        let curve = panels[0].curve
        func text(_ value: Double) -> String {
            settings.measure == .error ? DecimalText.percent(value) : DecimalText.fixed(value, decimals: 4)
        }
        let bests = panels.compactMap(\.best).map { best in
            let hidden =
                settings.axis == .lambda && sizeName(settings) != nil ? nil : HiddenLayers(best.candidate.hidden).name
            let lambda = lambdas.count > 1 ? "λ \(DecimalText.shortest(best.candidate.lambda))" : nil
            let names = [hidden, lambda].compactMap(\.self).joined(separator: " and ")
            let interval = best.interval.map { " (95 % interval \(IntervalText.range($0.low, $0.high)) %)" } ?? ""
            return "least on the points held out, \(text(best.value))\(interval), with \(names)"
        }
        // Along an axis of training points no place is the best; the ends tell what more points have brought.
        let ends: [String] =
            settings.axis != .samples
            ? []
            : curve.series.filter(\.isHeldOut).map { series in
                let name = series.name == "test" ? "" : "\(series.name): "
                return "\(name)on the points held out \(text(series.values[0])) after the fewest points and "
                    + "\(text(series.values[series.values.count - 1])) after all"
            }
        let axis = curve.axis
        let networks = sizeName(settings).map { ", with \($0)" } ?? ""
        return
            ([
                """
                \(settings.measure.noun) (\(curve.series.map(\.name).listed)) against \(settings.axis.noun), from \
                \(axis.label(0)) to \(axis.label(axis.count - 1))\(networks)
                """
            ] + bests + ends).joined(separator: "; ")
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

extension CurveSettings.Measure {
    /// "Error" or "Cost".
    fileprivate var noun: String { self == .error ? "Error" : "Cost" }

    fileprivate var curveMeasure: ValidationCurve.Measure { self == .error ? .error : .cost }
}

extension CurveSettings.Axis {
    /// The quantity in titles.
    fileprivate var noun: String {
        switch self {
        case .hidden: "hidden layer size"
        case .lambda: "λ"
        case .samples: "number of training points"
        case .iterations: "iteration"
        }
    }
}

/// The places of one panel as a curve: means over restarts, with deviations if there are several restarts.
///
/// One line each for the training and the held-out points; or, if networks differ in size beside the axis, one line for
/// each size on the held-out points, or on the training points if none are held out.
private struct NetworkCurve {
    let curve: ValidationCurve
    let best: CurvePicture.Best?

    /// - Parameter places: one for each line and each place on the axis, ascending in λ, then size, then points.
    init(_ places: [CurvePlace], _ settings: CurveSettings) {
        let sizes = places.map(\.candidate.hidden).distinct
        let lines =
            settings.axis == .hidden
            ? [places] : sizes.map { hidden in places.filter { $0.candidate.hidden == hidden } }
        let axis: CurveAxis =
            switch settings.axis {
            case .hidden: .hidden(HiddenSizes(places.map(\.candidate.hidden)))
            case .lambda: .lambda(lines[0].map(\.candidate.lambda))
            case .samples: .samples(lines[0].map(\.pointCount))
            case .iterations: preconditionFailure("a training is another curve")
            }
        func series(_ name: String, isHeldOut: Bool, _ line: [CurvePlace]) -> ValidationCurve.Series? {
            let statistics = line.compactMap { $0.statistics(of: settings.measure, isHeldOut: isHeldOut) }
            guard statistics.count == line.count else { return nil }
            let intervals = isHeldOut ? line.compactMap { $0.interval(of: settings.measure) } : []
            return ValidationCurve.Series(
                name, isHeldOut: isHeldOut, values: statistics.map(\.mean),
                deviations: line[0].isRepeated ? statistics.map(\.deviation) : nil,
                intervals: intervals.count == line.count ? intervals.map { $0.low...$0.high } : nil)
        }
        let all =
            lines.count == 1
            ? [series("train", isHeldOut: false, places), series("test", isHeldOut: true, places)]
            : zip(sizes, lines).map { hidden, line in
                let name = HiddenLayers(hidden).unitsText
                return series(name, isHeldOut: true, line) ?? series(name, isHeldOut: false, line)
            }
        let curve = ValidationCurve(axis: axis, series: all.compactMap(\.self), measure: settings.measure.curveMeasure)
        self.curve = curve
        best = curve.bestIndex.map { index in
            let line = lines.count == 1 ? lines[0] : lines[curve.bestSeriesIndex]
            let series = curve.series[curve.bestSeriesIndex]
            return CurvePicture.Best(
                candidate: line[index].candidate, value: series.values[index], deviation: series.deviations?[index],
                interval: line[index].interval(of: settings.measure))
        }
    }
}
