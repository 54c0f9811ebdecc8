import Datasets
import Pictures
import Plotting

extension Plan {
    /// Draws the boundaries of all classifiers over one scatter.
    func writeOverlay(of drawn: [DrawnClassifier], to path: String) throws -> PictureFile {
        let scored = drawn.map(\.result.scored)
        let surfaces = drawn.compactMap(\.surface)
        let best = scored.bestOnTest.map { listedName(of: scored[$0]) }
        let parts = zip(scored, surfaces).map { scored, surface in
            listedShares(of: scored) + (surface.hasBoundary ? "" : ", the same class everywhere")
        }
        let subject = scored.count == 1 ? "Decision boundary" : "Decision boundaries of \(scored.count) \(scored.noun)"
        let text = comparisonText(
            title: scored.count == 1 ? scored[0].title : comparisonTitle(of: scored), scored: scored,
            ending: best.map { "best on held-out points: \($0)" },
            altText: """
                \(subject) over one scatter, with the shares of points on the right side: \
                \(parts.joined(separator: "; "))\(best.map { "; best on the points held out: \($0)" } ?? "")
                """)
        let axes = Axes(
            overlayOf: surfaces, names: scored.map(listedName), training: data.training, test: data.test,
            palette: try request.regions.chosenPalette(classCount: data.training.classCount), theme: style.theme,
            elements: request.page.elements)
        return try write(
            figure(axes, text, size: request.page.points), text, subject: .overlay, of: scored, to: path)
    }
}
