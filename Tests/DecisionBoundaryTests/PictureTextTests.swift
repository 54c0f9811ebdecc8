import Datasets
import Files
import Geometry
import ModelSelection
import Optimization
import Testing
import Training

@testable import DecisionBoundary

@Suite("The texts of pictures")
struct PictureTextTests {
    /// A network of a small run, and its scores.
    private func scored(
        _ hidden: [Int], lambda: Double = 0.001, iterations: Int? = 3, tolerance: Double = 1e-5,
        testFraction: Double? = nil
    ) throws -> ScoredClassifier {
        var request = Request.small()
        request.classifiers = [.network(hidden: hidden, lambda: lambda)]
        (request.training.maxIterations, request.training.tolerance) = (iterations, tolerance)
        request.split = testFraction.map { SplitSettings(testFraction: $0) }
        let plan = try Plan(request, in: MemoryFiles().environment())
        return try plan.answer(of: plan.fit(0, threads: 1), grid: nil, threads: 1).0
    }

    @Test(
        "The title names the sizes of the hidden layers",
        arguments: [
            ([], "Decision Boundary without hidden units (logistic regression)"),
            ([3], "Decision Boundary for hidden layer size 3"),
            ([20], "Decision Boundary for hidden layer size 20"),
            ([8, 4], "Decision Boundary for hidden layer sizes 8×4"),
            ([8, 4, 2], "Decision Boundary for hidden layer sizes 8×4×2"),
        ] as [([Int], String)])
    func title(hidden: [Int], title: String) throws {
        #expect(try scored(hidden, iterations: 0).title == title)
    }

    @Test("The second line has accuracy, cost and λ, and says that the training did not converge")
    func subtitle() throws {
        let scored = try scored([2], lambda: 0.00005)
        let report = try #require(scored.network?.report)
        let accuracy = DecimalText.percent(scored.trainingScore.accuracy)
        let cost = DecimalText.fixed(report.cost, decimals: 4)
        #expect(scored.subtitle == "accuracy \(accuracy) · cost \(cost) · λ 0.00005 · not converged")
        #expect(try self.scored([2], iterations: 0).subtitle.hasSuffix(" · λ 0.001 · untrained"))

        let converged = try self.scored([], iterations: nil, tolerance: 0.1)
        #expect(converged.network?.report.termination == .converged)
        #expect(converged.subtitle.hasSuffix(" · λ 0.001"))
    }

    @Test("With points held out the second line has the scores of both parts")
    func heldOut() throws {
        let scored = try scored([2], testFraction: 0.25)
        let (train, test) = (scored.trainingScore.accuracy, try #require(scored.testScore).accuracy)
        let interval = WilsonInterval(share: test, count: 10)
        let range = IntervalText.range(interval.low, interval.high)
        let accuracies = "train \(DecimalText.percent(train)) · test \(DecimalText.percent(test)) (\(range))"
        #expect(scored.accuracies == accuracies && scored.subtitle.hasPrefix(accuracies + " · cost "))
        #expect(
            scored.shares.hasSuffix(
                "of 30 points to train on and \(DecimalText.percent(test)) of 10 points held out (95 % interval \(range) %)"
            ))
    }

    @Test(
        "An interval has as many decimals as tell its limits apart",
        arguments: [
            (59.0 / 60, 60, "98.3 % (91–100)"), (0.5, 2, "50.0 % (9–91)"), (1, 60, "100.0 % (94–100)"),
            (0.983, 30_000, "98.3 % (98.1–98.4)"), (0.983, 1_000_000, "98.3 % (98.27–98.33)"),
        ])
    func intervals(share: Double, count: Int, text: String) {
        #expect(IntervalText.percent(share, WilsonInterval(share: share, count: count)) == text)
    }

    @Test("A custom title with placeholders replaced")
    func ownTitle() throws {
        func titles(_ title: String, _ product: Product = .surface()) throws -> [String] {
            var request = Request.small(product)
            request.page.title = title
            return try request.run(in: MemoryFiles().environment()).files.map(\.text.title)
        }
        #expect(try titles("My own") == ["My own", "My own"])
        #expect(try titles("{hidden} at {lambda}") == ["2 at 0.001", "3 at 0.001"])
        #expect(try titles("My own", .sheet) == ["My own"])
        #expect(try titles("My own", .curve()) == ["My own"])
        #expect(try titles("My own", .difference) == ["My own"])
        #expect(try titles("{hidden}", .difference) == ["Where 2 and 3 hidden units differ"])
        #expect(try titles("My own", .tune()) == ["My own", "My own", "My own"])
        #expect(try titles("{hidden}", .sheet) == ["Decision Boundaries by hidden layer size"])
        #expect(try titles("My own", .overlay) == ["My own"])
        #expect(try titles("{hidden}", .overlay) == ["Decision Boundaries by hidden layer size"])
    }

    @Test("The title of a difference names its networks and the shares")
    func difference() throws {
        var request = Request.small(.difference)
        request.classifiers = Request.networks(hidden: [[3], [20]])
        let result = try request.run(in: MemoryFiles().environment())
        let difference = try #require(result.difference)
        let text = difference.file.text
        #expect(text.title == "Where 3 and 20 hidden units differ")
        #expect(
            text.subtitle == """
                not converged · \(DecimalText.percent(difference.areaShare)) of the area · \
                \(DecimalText.percent(difference.pointShare)) of the points
                """)
        #expect(difference.pointShare == Double(difference.pointCount) / 40)
        let training = difference.training
        #expect(training.count == difference.pointCount && difference.test == nil)
        #expect(
            text.caption == """
                3 and 20 hidden units (not converged) differ on \(DecimalText.percent(difference.areaShare)) of the area \
                and at \(difference.pointCount) of 40 points. \(difference.sentences[0]).
                """)
        request.page.title = "Mine"
        let titled = try #require(try request.run(in: MemoryFiles().environment()).difference).file.text
        #expect(titled.caption == "Mine: \(text.caption)")
        // The title does not say what the shares are.
        #expect(titled.subtitle.hasPrefix("not converged · differ on "))
        request.page.title = nil
        request.classifiers = Request.networks(hidden: [[3]], lambdas: [0.01, 0.1])
        let lambdas = try request.run(in: MemoryFiles().environment())
        #expect(lambdas.files.map(\.text.title) == ["Where λ 0.01 and λ 0.1 differ"])
    }

    @Test("Of the points where two classifiers differ, a sentence says which is right at how many")
    func sentences() {
        let labels = [0, 1, 2, 0, 1, 2, 0]
        let names = ("3 hidden units", "20 hidden units")
        let some = Disagreement([0, 1, 2, 0, 0, 0, 0], [1, 2, 2, 0, 1, 1, 0], labels: labels)
        #expect(some.count == 4 && some.neitherCount == 1)
        #expect(some.test.firstOnly == 2 && some.test.secondOnly == 1)
        #expect(
            some.sentence(part: "training", names: names)
                == "Of 4 training points where they differ, 2 are right with 3 hidden units, 1 with 20 hidden units, "
                + "and 1 with neither")
        let one = Disagreement([0, 1], [0, 0], labels: [0, 1])
        #expect(
            one.sentence(part: "held-out", names: names)
                == "Of 1 held-out point where they differ, 1 is right with 3 hidden units and 0 with 20 hidden units")
        let none = Disagreement(labels, labels, labels: labels)
        #expect(none.sentence(part: "held-out", names: names) == "They agree on all 7 held-out points")
    }

    @Test(
        "The verdict has the p-value to two digits",
        arguments: [
            (5, 1, "within chance (McNemar p = 0.22)"), (6, 0, "beyond chance (McNemar p = 0.031)"),
            (0, 30, "beyond chance (McNemar p < 0.001)"), (4, 4, "within chance (McNemar p = 1)"),
        ])
    func verdicts(first: Int, second: Int, text: String) {
        #expect(McNemarTest(firstOnly: first, secondOnly: second).verdict == text)
    }

    @Test(
        "A curve is titled by its quantity",
        arguments: [(CurveSettings.Measure.error, "Error by hidden layer size"), (.cost, "Cost by hidden layer size")])
    func curve(measure: CurveSettings.Measure, title: String) throws {
        let result = try Request.small(.curve(CurveSettings(measure))).run(in: MemoryFiles().environment())
        #expect(result.files.map(\.text.title) == [title])
    }

    @Test("The title of a sheet names the values that differ between panels")
    func sheet() throws {
        let (list, matrix) = (Request.small(.sheet), Request.everyProduct()[1])
        let texts = try [list, matrix].map { try $0.run(in: MemoryFiles().environment()).files[0].text }
        #expect(texts[0].title == "Decision Boundaries by hidden layer size")
        #expect(texts[0].subtitle == "40 points · 2 of 2 not converged · λ 0.001")
        #expect(texts[1].title == "Decision Boundaries by size and λ")
        #expect(
            texts[1].subtitle.wholeMatch(
                of:
                    /28 points to train on · 12 held out · 4 of 4 not converged · best on held-out points: [23] hidden units, λ 0\.(1|001) \(framed\)/
            ) != nil)
        #expect(texts[1].altText.contains("; best on the points held out: "))
    }

    @Test("The texts of an overlay are those of a sheet, and name the networks without a boundary")
    func overlay() throws {
        var request = Request.small(.overlay)
        request.split = SplitSettings(testFraction: 0.3)
        // So much of a penalty makes every output nearly the same.
        request.classifiers = Request.networks(hidden: [[2], [3]], lambdas: [0.001, 1e6])
        let result = try request.run(in: MemoryFiles().environment())
        let text = try #require(result.overlay?.text)
        let names = ["2 hidden units", "3 hidden units"].flatMap { name in ["0.001", "1000000"].map { (name, $0) } }
        let best = try #require(result.classifiers.map(\.scored).bestOnTest)
        #expect(text.title == "Decision Boundaries by size and λ")
        #expect(
            text.subtitle.hasSuffix(
                " · best on held-out points: \(names[best].0), λ \(names[best].1)"), "\(text.subtitle)")
        let parts = zip(names, result.classifiers).map { name, result in
            let counts = result.surface?.labelCounts ?? []
            return "\(name.0) and λ \(name.1), \(result.scored.shares)"
                + (counts.contains(0) ? ", the same class everywhere" : "")
        }
        #expect(parts.contains { $0.hasSuffix("everywhere") } && !parts.allSatisfy { $0.hasSuffix("everywhere") })
        #expect(
            text.altText == """
                Decision boundaries of 4 networks over one scatter, with the shares of points on the right side: \
                \(parts.joined(separator: "; ")); best on the points held out: \(names[best].0), λ \(names[best].1)
                """)
        #expect(result.comparison != nil)
        request.classifiers = [.network(hidden: [2])]
        let one = try #require(try request.run(in: MemoryFiles().environment()).overlay?.text.altText)
        #expect(
            one.hasPrefix("Decision boundary over one scatter, with the shares of points on the right side: 2 hidden"))
    }

    @Test(
        "The best of a sheet has the greatest test accuracy, then the fewest units; there is none without test points"
    )
    func best() throws {
        let scored = try [2, 3, 5].map { try self.scored([$0], iterations: 40, testFraction: 0.25) }
        let accuracies = try scored.map { try #require($0.testScore).accuracy }
        let best = try #require(scored.bestOnTest)
        // The smallest of equal ones.
        #expect(best == accuracies.firstIndex(of: accuracies.max() ?? 0))
        #expect([scored[0]].bestOnTest == nil)
        #expect(try [self.scored([2]), self.scored([3])].bestOnTest == nil)
        // Equal networks: the larger λ, then the first.
        let same = try [0.001, 0.1, 0.1].map { try self.scored([2], lambda: $0, iterations: 0, testFraction: 0.25) }
        #expect(same.bestOnTest == 1)
    }

    @Test("Title and second line as a sentence, and an alternative text on one line")
    func caption() {
        let text = PictureText(title: "One\ntitle", subtitle: "a · b 2 · c", description: "", altText: "two\nlines")
        #expect(text.caption == "One title: a, b 2, c.")
        #expect(text.altText == "two lines")
        #expect(PictureText(title: "", subtitle: "a", description: "", altText: "").caption == "a.")
    }

    @Test("The limits of a picture of generated points leave room on every side")
    func limits() throws {
        let dataset = Dataset(points: [Point(x: 1, y: 5), Point(x: -2, y: 3)], labels: [0, 1])
        var grid = GridSettings()
        func limits(_ dataset: Dataset) -> Rectangle {
            grid.extent(around: dataset.bounds, stepCount: nil, hasOwnUnits: false).limits
        }
        #expect(limits(dataset) == Rectangle(minX: -2.5, minY: 2.5, maxX: 1.5, maxY: 5.5))
        let moons = limits(try .moons(sampleCount: 200, noise: 0.2, seed: 0))
        #expect(abs(moons.minX - -1.85462041) < 1e-8 && abs(moons.minY - -1.43206382) < 1e-8)
        grid.margin = AxisPair(0)
        #expect(limits(dataset) == dataset.bounds)
    }
}
