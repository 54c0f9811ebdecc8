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
        let isMatrix = isMatrix
        let best = scored.bestOnTest
        let panels = zip(try panels(of: drawn), scored).enumerated().map { index, panel in
            let (axes, scored) = panel
            return SurfacePanel(
                axes: axes, name: isMatrix ? scored.classifier.name : listedName(of: scored),
                row: isMatrix ? scored.network.map { "λ \(DecimalText.shortest($0.report.lambda))" } : nil,
                subtitle: scored.panelSubtitle, gap: scored.gap, isBest: index == best)
        }
        let bestName = best.map { listedName(of: scored[$0]) }
        let text = comparisonText(
            title: comparisonTitle(of: scored), scored: scored,
            ending: bestName.map { "best on held-out points: \($0) (framed)" },
            altText: sheetAltText(scored) + (bestName.map { "; best on the points held out: \($0)" } ?? ""))
        let hasTitle = request.page.hasTitle
        let sheet = Sheet(
            of: panels, title: hasTitle ? text.title : "",
            subtitle: hasTitle ? text.subtitle : "", size: sheetSize, theme: style.theme)
        return try write(sheet, text, subject: .sheet, of: scored, to: path)
    }

    /// The default title of a picture of all classifiers.
    func comparisonTitle(of scored: [ScoredClassifier]) -> String {
        guard scored.allSatisfy({ $0.network != nil }) else { return "Decision Boundaries" }
        return isMatrix ? "Decision Boundaries by size and λ" : "Decision Boundaries by hidden layer size"
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
    func panels(of drawn: [DrawnClassifier]) throws -> [Axes] {
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
        """
        Decision regions of \(scored.count) \(scored.noun) side by side, with the shares of points on the right side: \
        \(scored.map(listedShares).joined(separator: "; "))\(unitLinesRemark)
        """
    }

    /// "3 hidden units, 84.5 % of 200 points", with λ if there are several.
    func listedShares(of scored: ScoredClassifier) -> String {
        let lambda =
            lambdas.count > 1 ? scored.network.map { " and λ \(DecimalText.shortest($0.report.lambda))" } : nil
        return "\(scored.classifier.name)\(lambda ?? ""), \(scored.shares)"
    }

    /// Returns title and second line of a picture of several classifiers.
    ///
    /// - Parameters:
    ///   - remark: the beginning of the second line; optional.
    ///   - ending: the end of the second line; optional.
    ///   - unconverged: the numbers of trainings that did not converge and of all; nil to count those of `scored`.
    func comparisonText(
        title: String, scored: [ScoredClassifier], remark: String? = nil, ending: String? = nil,
        unconverged: (count: Int, total: Int)? = nil, countsAllPoints: Bool = true, altText: String
    ) -> PictureText {
        let counts = data.test.map { "\(data.training.points.count) points to train on · \($0.points.count) held out" }
        let (unconvergedCount, total) =
            unconverged ?? (scored.count { $0.network?.hasNotConverged ?? false }, scored.count)
        // Other classifiers have no λ.
        let networkCount = scored.count { $0.network != nil }
        let networks = networkCount == scored.count ? "" : networkCount == 1 ? "network: " : "networks: "
        let stuckCount = scored.count { $0.network?.isStuck ?? false }
        let facts = [
            counts ?? (countsAllPoints ? "\(data.training.points.count) points" : nil),
            unconvergedCount == 0 ? nil : "\(unconvergedCount) of \(total) not converged",
            stuckCount == 0 ? nil : "\(stuckCount) of \(scored.count) stuck in a poor minimum",
            lambdas.count == 1 ? "\(networks)λ \(DecimalText.shortest(lambdas[0]))" : nil,
        ].compactMap(\.self).joined(separator: " · ")
        return PictureText(
            title: sharedTitle(default: title),
            subtitle: [remark, facts, ending].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · "),
            description: "\(dataDescription); \(facts)", altText: altText)
    }
}

extension [ScoredClassifier] {
    /// "networks", or "classifiers" if some are others.
    var noun: String { allSatisfy { $0.network != nil } ? "networks" : "classifiers" }

    /// The index of the best of several classifiers on the held-out points: the greatest accuracy, then the fewest
    /// units, then the largest λ, then the lowest cross-entropy, then the first; nil if no points are held out, since the
    /// training points favour the largest network.
    var bestOnTest: Int? {
        guard count > 1, allSatisfy({ $0.testScore != nil }) else { return nil }
        func keys(_ scored: ScoredClassifier) -> [Double] {
            let candidate = scored.network?.candidate
            return [
                Double(scored.testScore?.errorCount ?? .max), Double(candidate?.unitCount ?? .max),
                -(candidate?.lambda ?? 0), scored.testScore?.crossEntropy ?? .infinity,
            ].map { $0.isNaN ? .infinity : $0 }
        }
        let keys = map(keys)
        return indices.min { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    }
}

extension ScoredClassifier {
    /// The accuracy on the training points less that on the held-out points; nil if no points are held out.
    var gap: Double? { testScore.map { trainingScore.accuracy - $0.accuracy } }

    /// "test 95.0 % · not converged · train 98.6 %": where room is short, the last parts are left out.
    var panelSubtitle: String {
        let training = DecimalText.percent(trainingScore.accuracy)
        let test = testAccuracyText.map { "test \($0)" }
        return [
            test ?? "accuracy \(training)", network?.shortRemark, test.map { _ in "train \(training)" },
        ].compactMap(\.self).joined(separator: " · ")
    }
}
