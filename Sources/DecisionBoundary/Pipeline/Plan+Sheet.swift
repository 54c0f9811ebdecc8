import Datasets
import Files
import Geometry
import Pictures
import Plotting
import Training

extension Plan {
    /// The size of the page of a sheet, in points (1/72 inch).
    var sheetSize: Size {
        request.page.sheetPoints(
            panelCount: request.classifiers.count,
            columnCount: isMatrix ? Set(candidates.map(\.hidden)).count : nil)
    }

    /// True if sizes go across and λ down.
    private var isMatrix: Bool { request.isMatrix && lambdas.count > 1 }

    /// Draws all classifiers on one page.
    func writeSheet(of drawn: [DrawnClassifier], to path: String) throws -> PictureFile {
        let scored = drawn.map(\.result.scored)
        let facts = scored.compactMap(\.network)
        let isMatrix = isMatrix
        let panels = zip(try panels(of: drawn), scored).map { axes, scored in
            SurfacePanel(
                axes: axes, name: isMatrix ? scored.classifier.name : listedName(of: scored),
                row: isMatrix ? scored.network.map { "λ \(DecimalText.shortest($0.report.lambda))" } : nil,
                subtitle: [scored.accuracies, scored.network?.convergenceRemark].compactMap(\.self)
                    .joined(separator: " · "))
        }
        let defaultTitle = isMatrix ? "Decision Boundaries by size and λ" : "Decision Boundaries by hidden layer size"
        let text = comparisonText(
            title: facts.count == scored.count ? defaultTitle : "Decision Boundaries",
            unconverged: drawn.map(\.result).unconvergedCount, altText: sheetAltText(scored))
        let hasTitle = request.page.hasTitle
        let sheet = Sheet(
            of: panels, title: hasTitle ? text.title : "",
            subtitle: hasTitle ? text.subtitle : "", size: sheetSize, theme: style.theme)
        return try write(sheet, text, subject: .sheet, of: scored, to: path)
    }

    /// "3 hidden units", with λ and activation if there are several.
    func listedName(of scored: ScoredClassifier) -> String {
        let candidate = scored.network?.candidate
        return [
            scored.classifier.name,
            lambdas.count > 1 ? candidate.map { "λ \(DecimalText.shortest($0.lambda))" } : nil,
            Set(candidates.map(\.activation)).count > 1 ? candidate?.activation.rawValue : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    /// Returns the panels; bands of the score share their limits.
    private func panels(of drawn: [DrawnClassifier]) throws -> [Axes] {
        let limits = drawn.compactMap { drawn in
            if case .evaluation(_, let scoreLimit) = drawn.panel { scoreLimit } else { nil }
        }
        let style = limits.max().map(style.withScoreLimit) ?? style
        return try drawn.compactMap { drawn in
            switch drawn.panel {
            case .axes(let axes): axes
            case .evaluation(let evaluation, _):
                axes(
                    of: try surface(
                        of: evaluation.response, over: evaluation.grid, style: style, threads: environment.threads),
                    evaluation, style: style)
            case nil: nil
            }
        }
    }

    /// "Decision regions of 5 networks side by side: 1 hidden unit, 84.5 % of 200 points on the right side; …".
    private func sheetAltText(_ scored: [ScoredClassifier]) -> String {
        let namesLambda = lambdas.count > 1
        let parts = scored.map { scored in
            let lambda = namesLambda ? scored.network.map { " and λ \(DecimalText.shortest($0.report.lambda))" } : nil
            return "\(scored.classifier.name)\(lambda ?? ""), \(scored.shares)"
        }
        let noun = scored.allSatisfy { $0.network != nil } ? "networks" : "classifiers"
        return """
            Decision regions of \(scored.count) \(noun) side by side, with the shares of points on the right side: \
            \(parts.joined(separator: "; "))
            """
    }

    /// Returns title and second line of a picture of several classifiers.
    ///
    /// - Parameters:
    ///   - remark: the beginning of the second line; optional.
    ///   - unconverged: the numbers of trainings that did not converge and of all.
    func comparisonText(
        title: String, remark: String? = nil, unconverged: (count: Int, total: Int), altText: String
    ) -> PictureText {
        let counts = data.test.map { "\(data.training.points.count) points to train on · \($0.points.count) held out" }
        let facts = [
            counts ?? "\(data.training.points.count) points",
            unconverged.count == 0 ? nil : "\(unconverged.count) of \(unconverged.total) not converged",
            lambdas.count == 1 ? "λ \(DecimalText.shortest(lambdas[0]))" : nil,
        ].compactMap(\.self).joined(separator: " · ")
        return PictureText(
            title: sharedTitle(default: title),
            subtitle: [remark, facts].compactMap(\.self).joined(separator: " · "),
            description: "\(dataDescription); \(facts)", altText: altText)
    }
}
