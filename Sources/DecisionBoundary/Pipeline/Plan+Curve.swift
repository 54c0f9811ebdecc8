import Datasets
import Files
import Geometry
import ModelSelection
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
    }
}

/// A network at one place of a curve, with all its restarts.
struct CurvePlace: Sendable {
    let candidate: Candidate
    /// The number of points that the network was trained on.
    let pointCount: Int
    private let facts: TrainingFacts

    /// Creates the place of a trained network; nil for a network that was read.
    init?(_ network: NetworkFacts, pointCount: Int) {
        guard let facts = network.training else { return nil }
        (candidate, self.pointCount, self.facts) = (network.candidate, pointCount, facts)
    }

    var hasRestarts: Bool { facts.hasRestarts }

    /// Returns error or cost over the restarts on the training points or on the held-out ones; nil if there are none.
    func statistics(of measure: CurveSettings.Measure, isHeldOut: Bool) -> SampleStatistics? {
        let scores = isHeldOut ? facts.testScores : facts.restarts.reports.map(\.score)
        return scores.isEmpty
            ? nil : SampleStatistics(of: scores.map { measure == .error ? 1 - $0.accuracy : $0.crossEntropy ?? .nan })
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
        let places = try (settings.axis == .samples ? learningPlaces(of: scored) : allPlaces(of: scored))
            .sorted {
                ($0.candidate.lambda, $0.candidate, $0.pointCount) < ($1.candidate.lambda, $1.candidate, $1.pointCount)
            }
        let panels =
            settings.axis == .lambda
            ? [NetworkCurve(places, settings)]
            : lambdas.map { lambda in NetworkCurve(places.filter { $0.candidate.lambda == lambda }, settings) }
        let restarts = request.training.restarts
        let text = comparisonText(
            title: "\(settings.measure.noun) by \(settings.axis.noun)", scored: scored,
            remark: restarts > 1 ? "means of \(restarts) restarts" : nil, ending: sizeName(settings),
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
    func allPlaces(of classifiers: [ScoredClassifier]) -> [CurvePlace] {
        classifiers.compactMap(\.network).compactMap { CurvePlace($0, pointCount: data.training.points.count) }
    }

    /// "20 hidden units" if all networks have one size, and it does not vary along the axis.
    private func sizeName(_ settings: CurveSettings) -> String? {
        let sizes = candidates.map(\.hidden).distinct
        return settings.axis == .hidden || sizes.count > 1 ? nil : HiddenLayers(sizes[0]).name
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
            return "least on the points held out, \(text(best.value)), with \(names)"
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
            return ValidationCurve.Series(
                name, isHeldOut: isHeldOut, values: statistics.map(\.mean),
                deviations: line[0].hasRestarts ? statistics.map(\.deviation) : nil)
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
            return CurvePicture.Best(
                candidate: line[index].candidate, value: curve.series[curve.bestSeriesIndex].values[index])
        }
    }
}
