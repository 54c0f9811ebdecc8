extension Request {
    /// The maximum number of classifiers of a page.
    private static let greatestEntryCount = 500

    /// The maximum number of points of a page, which has the class of each by every classifier.
    private static let greatestPointCount = 100_000

    /// - Throws: `RunError` if a page has no room for the points.
    static func checkReport(pointCount: Int) throws(RunError) {
        guard pointCount <= greatestPointCount else {
            throw RunError(
                .badRequest,
                """
                a report has room for \(greatestPointCount) points, and these are \(pointCount); use fewer, or 'boundaryplot \
                sheet', which draws any number
                """)
        }
    }

    /// Checks the request of a page.
    func checkReport() throws(RunError) {
        guard classifiers.count <= Self.greatestEntryCount else {
            throw RunError(
                .badRequest,
                """
                a report has room for \(Self.greatestEntryCount) classifiers, and these are \(classifiers.count); use \
                fewer \(.hidden) or \(.lambda)
                """)
        }
        var networks = self
        networks.classifiers = classifiers.filter { $0.candidate != nil }
        guard networks.classifiers.isEmpty || networks.isMatrix else {
            throw RunError(
                .badRequest,
                "a report shows a network of every size with each λ, all of one activation; these \(.classifiers) differ"
            )
        }
        guard page.theme == .light, !page.isTransparent else {
            throw RunError(
                .badRequest,
                "a theme does not apply to a report, whose page is light or dark as its reader prefers; remove it")
        }
        try refuse(
            [
                .size, .dpi, .hasTitle, .hasLegend, .legend, .hasPoints, .pointSize, .pointOpacity, .fill, .levels,
                .showsRestarts, .showsUnitLines,
            ], of: "a report, whose page has its own style")
    }
}
