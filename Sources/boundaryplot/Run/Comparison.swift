import Datasets
import DecisionBoundary
import Geometry
import ModelSelection
import Optimization
import Plotting
import Training

/// The pictures that show several networks of a run at once.
struct Comparison {
    /// In the order of the networks.
    let pictures: [Picture]
    let data: DataParts
    /// How to describe the data in a picture's Description.
    let dataDescription: String
    let writer: PageWriter
    /// Whether the pictures show other restarts.
    let showsRestarts: Bool
    let style: PictureStyle
    let surfaceStyle: SurfaceStyle
    /// In place of the pictures' own titles.
    let title: String?
    /// Draws all networks on one page.
    func writeSheet(to path: String, size: Size) throws -> PictureFile {
        let sheet = Sheet(
            of: pictures.compactMap { picture in
                let network = picture.network
                return picture.axes.map {
                    NetworkPanel(
                        axes: $0, report: network.report, testScore: network.testScore,
                        lambda: network.candidate.lambda)
                }
            },
            classNames: data.training.classNames, hasAlternatives: showsRestarts,
            title: title, subtitle: subtitle, size: size, style: surfaceStyle)
        return try write(
            style.styled(sheet), title: sheet.title, subtitle: sheet.subtitle, altText: sheetAltText, kind: .sheet,
            to: path)
    }

    /// "Decision regions of 5 networks side by side: 1 hidden unit, 84.5 % of 200 points on the right side; …".
    private var sheetAltText: String {
        let networks = pictures.map { picture in
            let candidate = picture.network.candidate
            let lambda = lambdas.count > 1 ? " and λ \(candidate.lambdaText)" : ""
            return "\(candidate.unitsText)\(lambda), \(PictureWords.shares(of: picture.network, data: data))"
        }
        return
            "Decision regions of \(pictures.count) networks side by side, with the shares of points on the right side: "
            + networks.joined(separator: "; ")
    }

    private var lambdas: [Double] { DistinctList(pictures.map(\.network.candidate.lambda)).values }

    /// Draws error or cost against size, with a panel for each λ.
    func writeCurve(of measure: ValidationCurve.Measure, to path: String, size: Size) throws -> CurvePicture {
        let curves = lambdas.map { lambda in
            // By size, whatever the order asked for.
            SizeCurve(
                pictures.map(\.network).filter { $0.candidate.lambda == lambda }.sorted {
                    $0.candidate < $1.candidate
                }, measure: measure)
        }
        let style = style.withoutNames
        let file: PictureFile
        if curves.count == 1 {
            let figure = Figure(
                of: curves[0].curve, title: title, subtitle: curveSubtitle, size: size,
                theme: surfaceStyle.theme)
            file = try write(
                style.styled(figure), title: figure.title, subtitle: figure.subtitle, altText: altText(of: curves),
                kind: .curve, to: path)
        } else {
            let sheet = Sheet(
                of: curves.map(\.curve), titles: lambdas.map { "λ \(DecimalText.shortest($0))" }, title: title,
                subtitle: curveSubtitle, size: size, theme: surfaceStyle.theme)
            file = try write(
                style.styled(sheet), title: sheet.title, subtitle: sheet.subtitle, altText: altText(of: curves),
                kind: .curve, to: path)
        }
        return CurvePicture(file: file, measure: measure, best: curves.compactMap(\.best))
    }

    /// With what its values are where every network was trained several times.
    private var curveSubtitle: String {
        let count = pictures[0].network.restarts.reports.count
        return count > 1 ? "means of \(count) restarts · \(subtitle)" : subtitle
    }

    /// "Training and test error against hidden layer size, from 1 to 20; the test error is least, 3.3 %, with 5 hidden
    /// units".
    private func altText(of curves: [SizeCurve]) -> String {
        let names = curves[0].curve.series.map(\.name).listed
        let measure = curves[0].curve.measure
        let candidates = pictures.map(\.network.candidate).sorted()
        let bests = curves.compactMap(\.best).map { best in
            let value = measure == .error ? DecimalText.percent(best.value) : DecimalText.fixed(best.value, decimals: 4)
            let lambda = lambdas.count > 1 ? " and λ \(best.candidate.lambdaText)" : ""
            return "least on the points held out, \(value), with \(best.candidate.unitsText)\(lambda)"
        }
        return
            ([
                "\(measure == .error ? "Error" : "Cost") (\(names)) against hidden layer size, from "
                    + "\(candidates[0].hiddenText) to \(candidates[candidates.count - 1].hiddenText)"
            ] + bests).joined(separator: "; ")
    }

    private func write(
        _ page: some Page, title: String, subtitle: String, altText: String, kind: PictureRecorder.Kind,
        to path: String
    ) throws -> PictureFile {
        let content = PageWriter.Content(
            title: title, subtitle: subtitle, description: "\(dataDescription); \(self.subtitle)", altText: altText,
            kind: kind, networks: pictures.map(\.network))
        return try writer.write(page, content, to: path)
    }

    /// "140 points to train on · 60 held out · 2 of 5 not converged · λ 0.001".
    private var subtitle: String {
        let counts = data.test.map { "\(data.training.points.count) points to train on · \($0.points.count) held out" }
        // Panels have little room for the word.
        let shortcomingCount = pictures.count { $0.network.report.termination != .converged }
        return [
            counts ?? "\(data.training.points.count) points",
            shortcomingCount == 0 ? nil : "\(shortcomingCount) of \(pictures.count) not converged",
            lambdas.count == 1 ? lambdas.first.map { "λ \(DecimalText.shortest($0))" } : nil,
        ].compactMap(\.self).joined(separator: " · ")
    }
}

/// A curve that has been drawn.
struct CurvePicture {
    let file: PictureFile
    let measure: ValidationCurve.Measure
    /// For each λ the size that does best on the points held out; none where there are none.
    let best: [Best]

    struct Best {
        let candidate: Candidate
        let value: Double
    }
}

/// The networks of one λ as a curve: means over restarts, with their deviations where there are several.
private struct SizeCurve {
    let curve: ValidationCurve
    let best: CurvePicture.Best?

    /// - Parameter networks: ascending by size.
    init(_ networks: [TrainedNetwork], measure: ValidationCurve.Measure) {
        func series(_ name: String, isHeldOut: Bool, _ scores: (TrainedNetwork) -> [Score]) -> ValidationCurve.Series {
            let spreads = networks.map { network in
                SampleStatistics(
                    of: scores(network).map { measure == .error ? 1 - $0.accuracy : $0.crossEntropy ?? .nan })
            }
            return ValidationCurve.Series(
                name, isHeldOut: isHeldOut, values: spreads.map(\.mean),
                deviations: networks[0].hasRestarts ? spreads.map(\.deviation) : nil)
        }
        var parts = [series("train", isHeldOut: false) { $0.restarts.reports.map(\.score) }]
        if networks[0].testScore != nil { parts.append(series("test", isHeldOut: true, \.testScores)) }
        let curve = ValidationCurve(
            sizes: HiddenSizes(networks.map(\.candidate.hidden)), series: parts, measure: measure)
        self.curve = curve
        best = curve.bestIndex.map {
            CurvePicture.Best(candidate: networks[$0].candidate, value: parts[parts.count - 1].values[$0])
        }
    }
}
