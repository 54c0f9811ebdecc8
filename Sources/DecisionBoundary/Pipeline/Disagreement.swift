import Files
package import ModelSelection

/// The points of one part of the data to which two classifiers give different classes, and which of the two is right.
package struct Disagreement: Hashable, Sendable {
    /// The number of points of the part.
    package let pointCount: Int
    /// The number of points with different classes.
    package let count: Int
    /// McNemar's test of the points that one classifier alone has right.
    package let test: McNemarTest

    /// - Parameters:
    ///   - first: the classes that the first classifier gives to the points.
    ///   - second: the classes that the second classifier gives to the points.
    ///   - labels: the true classes.
    init(_ first: some Collection<Int>, _ second: some Collection<Int>, labels: [Int]) {
        pointCount = labels.count
        count = zip(first, second).count { $0 != $1 }
        test = McNemarTest(
            misclassified: zip(first, labels).map { $0 != $1 }, zip(second, labels).map { $0 != $1 })
    }

    /// The number of points with different classes, neither of them the true one.
    package var neitherCount: Int { count - test.firstOnly - test.secondOnly }

    /// "Of 6 held-out points where they differ, 5 are right with 3 hidden units and 1 with 20 hidden units".
    ///
    /// - Parameters:
    ///   - part: the name of the part: "held-out".
    ///   - names: the names of the classifiers.
    func sentence(part: String, names: (String, String)) -> String {
        guard count > 0 else { return "They agree on all \(pointCount) \(part) points" }
        let neither = neitherCount > 0 ? ", and \(neitherCount) with neither" : ""
        return """
            Of \(count) \(part) point\(count == 1 ? "" : "s") where they differ, \(test.firstOnly) \
            \(test.firstOnly == 1 ? "is" : "are") right with \(names.0)\(neither.isEmpty ? " and" : ",") \
            \(test.secondOnly) with \(names.1)\(neither)
            """
    }
}

extension McNemarTest {
    /// "within chance (McNemar p = 0.22)" or "beyond chance (McNemar p < 0.001)".
    package var verdict: String { "\(relation) (McNemar \(pText))" }

    /// "within chance (p = 0.22)", for lines with little room.
    var shortVerdict: String { "\(relation) (\(pText))" }

    private var relation: String { isWithinChance ? "within chance" : "beyond chance" }

    private var pText: String {
        pValue < 0.001 ? "p < 0.001" : "p = \(DecimalText.significant(pValue, digits: 2))"
    }
}
