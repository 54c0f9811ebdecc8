import Geometry
import Pictures
import Plotting
import Testing

@Suite("Validation curves")
struct ValidationCurveTests {
    private let sizes = [1, 2, 3, 5, 10, 20]
    private let train = ValidationCurve.Series(
        "train", isHeldOut: false, values: [0.14, 0.12, 0.05, 0.02, 0.01, 0],
        deviations: [0.01, 0.01, 0.04, 0.03, 0.01, .nan])
    private let test = ValidationCurve.Series("test", isHeldOut: true, values: [0.15, 0.12, 0.06, 0.04, 0.04, 0.05])

    private func curve(
        _ series: [ValidationCurve.Series]? = nil, measure: ValidationCurve.Measure = .error
    ) -> ValidationCurve {
        ValidationCurve(
            axis: .hidden(HiddenSizes(sizes.map { [$0] })), series: series ?? [train, test], measure: measure)
    }

    private func entries(_ axes: Axes) -> [String] { axes.legend.entries.map(\.name) }

    @Test("The best size has the lowest held-out value, and is the smallest on a tie")
    func best() {
        #expect(curve().bestIndex == 3)
        #expect(curve([train]).bestIndex == nil)
        let gaps = ValidationCurve.Series("test", isHeldOut: true, values: [.nan, 0.3, .infinity, 0.2, .nan, 0.4])
        #expect(curve([gaps, test]).bestIndex == 3)
        #expect(
            ValidationCurve(
                axis: .hidden(HiddenSizes(sizes.map { [$0] })), series: [test], measure: .error, bestIndex: 2
            )
            .bestIndex == 2)
    }

    @Test("The limits hold every size, every band and 0, with room; errors are in per cent")
    func limits() {
        let limits = ValidationCurve.limits(of: [curve()])
        #expect(limits.minX < 0.95 && limits.maxX > 21)
        #expect(limits.minY < 0 && limits.minY > -1)
        #expect(limits.maxY > 15 && limits.maxY < 17)
        let costs = ValidationCurve.limits(of: [curve(measure: .cost)])
        #expect(costs.maxY > 0.15 && costs.maxY < 0.17)
        // A deviation that is not finite counts as 0.
        #expect(ValidationCurve.limits(of: [curve([train])]).maxY > 15)
    }

    @Test("Limits of several curves hold them all")
    func sharedLimits() {
        let other = ValidationCurve(
            axis: .hidden(HiddenSizes([[0], [50]])), series: [.init("test", isHeldOut: true, values: [0.4, 0.3])],
            measure: .error)
        let shared = ValidationCurve.limits(of: [curve(), other])
        #expect(shared.minX < 0.5 && shared.minX > 0 && shared.maxX > 50 && shared.maxY > 40)
        let axes = Axes(of: curve(), limits: shared)
        #expect(axes.xLimits == shared.minX...shared.maxX && axes.yLimits == shared.minY...shared.maxY)
    }

    @Test("Values that are all 0 leave the axes a height")
    func zeros() {
        let zero = ValidationCurve.Series("test", isHeldOut: true, values: Array(repeating: 0, count: 6))
        #expect(ValidationCurve.limits(of: [curve([zero])]).maxY == 5)
        #expect(ValidationCurve.limits(of: [curve([zero], measure: .cost)]).maxY > 0)
    }

    @Test("From the back: bands, the best size's upright, lines, points, a star on the best point")
    func marks() throws {
        let axes = Axes(of: curve())
        try #require(axes.marks.count == 7)
        let band = try #require(axes.marks[0] as? BandMark)
        let upright = try #require(axes.marks[1] as? LineMark)
        let lines = axes.marks[2...3].compactMap { $0 as? LineMark }
        let points = axes.marks[4...6].compactMap { $0 as? PointMark }
        try #require(lines.count == 2 && points.count == 3)
        #expect(band.color.alpha < 0.5)
        #expect(upright.strips.flatMap(\.points).map(\.x) == [5, 5])
        #expect(lines[1].strips == [Polyline(zip(sizes, test.values).map { Point(x: Double($0), y: 100 * $1) })])
        #expect(lines[0].color != lines[1].color)
        #expect(points[0].points.count == 6 && points[1].points == lines[1].strips[0].points)
        // Held-out points are hollow.
        #expect(points[0].markers[0].coreColor == nil && points[1].markers[0].coreColor != nil)
        #expect(points[2].points == [Point(x: 5, y: 4)])
        #expect(points[2].markers[0].shape == .star)
        #expect(axes.xScale == .logarithmic && axes.yScale == .linear)
    }

    @Test("A band is one deviation to each side, and no lower than 0")
    func bands() throws {
        let band = try #require(Axes(of: curve([train])).marks.first as? BandMark)
        try #require(band.lower.count == 6 && band.upper.count == 6)
        let lower = band.lower.map(\.y)
        let upper = band.upper.map(\.y)
        #expect(zip(lower, [13, 11, 1, 0, 0, 0]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(upper, [15, 13, 9, 5, 2, 0]).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test("Intervals are bars with caps behind the lines, within the limits, and have an entry in the legend")
    func bars() throws {
        var series = test
        series.intervals = series.values.map { max(0, $0 - 0.03)...($0 + 0.08) }
        let curve = curve([train, series])
        let axes = Axes(of: curve)
        #expect(axes.yLimits.upperBound > 23)
        let bars = try #require(axes.marks[1] as? LineMark)
        try #require(bars.strips.count == 3 * 6)
        for (index, size) in sizes.enumerated() {
            let (bar, caps) = (bars.strips[3 * index].points, bars.strips[3 * index + 1...3 * index + 2])
            #expect(bar.map(\.x) == [Double(size), Double(size)])
            let ends = [max(0, series.values[index] - 0.03), series.values[index] + 0.08]
            #expect(zip(bar, ends).allSatisfy { abs($0.y - 100 * $1) < 1e-9 })
            #expect(caps.allSatisfy { $0.points[0].x < Double(size) && Double(size) < $0.points[1].x })
        }
        #expect(
            entries(axes) == [
                "train", "test", "± 1 standard deviation", "test: 95 % interval", "best: 5 units, 4.0 %",
            ])
        let many = ValidationCurve(
            axis: .hidden(HiddenSizes((1...50).map { [$0] })),
            series: [
                .init(
                    "test", isHeldOut: true, values: (1...50).map { abs(37 - Double($0)) / 50 },
                    intervals: (1...50).map { _ in 0...1 })
            ], measure: .error)
        let few = try #require(Axes(of: many).marks[0] as? LineMark)
        let places = few.strips.indices.filter { $0.isMultiple(of: 3) }.map { few.strips[$0].points[0].x }
        #expect(places.count < 40 && places.contains(37) && places.contains(1))
    }

    @Test("A value that is missing leaves a gap in line and band")
    func gaps() throws {
        let gaps = ValidationCurve.Series(
            "test", isHeldOut: true, values: [0.2, 0.1, .nan, 0.3, .infinity, 0.4],
            deviations: Array(repeating: 0.01, count: 6))
        let marks = Axes(of: curve([gaps])).marks
        #expect(marks.filter { $0 is BandMark }.count == 3)
        let line = try #require(marks.compactMap { $0 as? LineMark }.last)
        #expect(line.strips.map(\.points.count) == [2])
        let points = try #require(marks.compactMap { $0 as? PointMark }.first)
        #expect(points.points.map(\.x) == [1, 2, 5, 20])
        let numbers = marks.compactMap { $0 as? BandMark }.flatMap { $0.lower + $0.upper }
        #expect(numbers.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }

    @Test("The legend names the series, the band, and the best size with its value")
    func legend() {
        #expect(entries(Axes(of: curve())) == ["train", "test", "± 1 standard deviation", "best: 5 units, 4.0 %"])
        #expect(entries(Axes(of: curve([test], measure: .cost))) == ["test", "best: 5 units, 0.040"])
        let first = ValidationCurve(
            axis: .hidden(HiddenSizes(sizes.map { [$0] })), series: [test], measure: .error, bestIndex: 0)
        #expect(entries(Axes(of: first)) == ["test", "best: 1 unit, 15.0 %"])
        #expect(Axes(of: curve()).legend.entries.map { $0.symbol.area != nil } == [true, false, true, false])
    }

    @Test("A single size is a point without a line, and nothing is best")
    func singleSize() throws {
        let single = ValidationCurve(
            axis: .hidden(HiddenSizes([[3]])),
            series: [.init("test", isHeldOut: true, values: [0.1], deviations: [0.02])], measure: .error)
        let axes = Axes(of: single)
        #expect(axes.marks.compactMap { $0 as? LineMark }.flatMap(\.strips).isEmpty)
        #expect(axes.marks.compactMap { $0 as? PointMark }.map(\.points) == [[Point(x: 3, y: 10)]])
        #expect(axes.legend.entries.map(\.name) == ["test", "± 1 standard deviation"])
        #expect(axes.legend.entries[0].symbol.line == nil && axes.legend.entries[0].symbol.marker != nil)
        let bar = try #require(axes.marks.first as? BandMark)
        #expect(bar.lower[0].x < 3 && bar.lower[1].x > 3 && bar.lower[0].y == 8 && bar.upper[1].x > 3)
        #expect(axes.xLimits.lowerBound < 3 && axes.xLimits.upperBound > 3)
    }

    @Test("Points that would touch are left out, except the best")
    func manySizes() {
        let values = (1...50).map { 1 / Double($0) }
        let many = ValidationCurve(
            axis: .hidden(HiddenSizes((1...50).map { [$0] })), series: [.init("test", isHeldOut: true, values: values)],
            measure: .cost)
        let axes = Axes(of: many)
        #expect(axes.marks.compactMap { $0 as? PointMark }.flatMap(\.points).count == 1)
        #expect(axes.legend.entries[0].symbol.marker == nil && axes.legend.entries[0].symbol.line != nil)
        #expect(Axes(of: curve([test])).marks.compactMap { $0 as? PointMark }.flatMap(\.points).count == 7)
    }

    @Test("Sizes are ticks: the best, the ends, then the rounder ones; of many only round ones have numbers")
    func ticks() throws {
        guard case .given(let few) = Axes(of: curve()).xTicks else {
            Issue.record("the ticks are not given")
            return
        }
        #expect(few.map(\.label) == ["5", "1", "20", "10", "2", "3"])
        let many = ValidationCurve(
            axis: .hidden(HiddenSizes((1...50).map { [$0] })),
            series: [.init("test", isHeldOut: true, values: (1...50).map { abs(17 - Double($0)) })], measure: .cost)
        guard case .given(let ticks) = Axes(of: many).xTicks else { return }
        #expect(ticks.map(\.value).sorted() == (1...50).map(Double.init))
        #expect(ticks.prefix(7).map(\.label) == ["17", "1", "50", "10", "5", "2", "20"])
        #expect(Set(ticks.map(\.label)).isSuperset(of: ["15", "25", "30", "45", "9"]))
        #expect(Set(ticks.map(\.label)).isDisjoint(with: ["16", "24", "33", "49"]))
    }

    @Test(
        "Along λ the axis is logarithmic, 0 stands a decade below the least, and the best is the largest of equal ones")
    func lambdas() throws {
        let lambdas = [0, 0.001, 0.003, 0.01, 0.1]
        let test = ValidationCurve.Series("test", isHeldOut: true, values: [0.2, 0.1, 0.05, 0.05, 0.3])
        let curve = ValidationCurve(axis: .lambda(lambdas), series: [test], measure: .error)
        #expect(curve.bestIndex == 3)
        let axes = Axes(of: curve)
        #expect(axes.xScale == .logarithmic && axes.xTitle == "λ" && axes.yTitle == "error, %")
        let points = try #require(axes.marks.compactMap { $0 as? PointMark }.first).points
        #expect(points.map(\.x) == [0.0001, 0.001, 0.003, 0.01, 0.1])
        guard case .given(let ticks) = axes.xTicks else {
            Issue.record("the ticks are not given")
            return
        }
        #expect(ticks.map(\.label) == ["0.01", "0", "0.1", "0.001", "0.003"])
        #expect(entries(axes) == ["test", "best: λ 0.01, 5.0 %"])
    }

    @Test("Along training points the axis is linear, and no place is the best")
    func samples() throws {
        let test = ValidationCurve.Series("test", isHeldOut: true, values: [0.3, 0.1, 0.2])
        let curve = ValidationCurve(axis: .samples([14, 77, 140]), series: [test], measure: .cost)
        let axes = Axes(of: curve)
        #expect(curve.bestIndex == nil && axes.xScale == .linear && axes.xTitle == "training points")
        #expect(axes.xLimits.lowerBound < 14 && axes.xLimits.upperBound > 140)
        #expect(entries(axes) == ["test"])
    }

    @Test("Lines of several networks have colours and shapes of their own, and the best is the best of all")
    func networks() throws {
        let lines = ["3 units", "8 units", "20 units"].enumerated().map { index, name in
            ValidationCurve.Series(name, isHeldOut: true, values: [0.3, 0.1 - 0.01 * Double(index % 2), 0.2])
        }
        let curve = ValidationCurve(axis: .lambda([0.01, 0.1, 1]), series: lines, measure: .error)
        let axes = Axes(of: curve)
        #expect(curve.bestSeriesIndex == 1 && curve.bestIndex == 1 && axes.yTitle == "test error, %")
        let points = axes.marks.compactMap { $0 as? PointMark }
        #expect(Set(points.map(\.markers[0].color)).count == 3)
        #expect(points.map(\.markers[0].shape) == [.circle, .square, .triangle, .star])
        #expect(points[3].points.map(\.x) == [0.1] && abs(points[3].points[0].y - 9) < 1e-9)
        #expect(points[3].markers[0].color == points[1].markers[0].color)
        #expect(entries(axes) == ["3 units", "8 units", "20 units", "best: 8 units, λ 0.1, 9.0 %"])
    }

    @Test("A figure has the given texts, and the quantity as axis title")
    func figure() {
        let figure = Figure(of: curve(), title: "My own", subtitle: "λ 1")
        #expect((figure.title, figure.subtitle) == ("My own", "λ 1"))
        #expect(figure.axes.yTitle == "error, %")
        #expect(Figure(of: curve(measure: .cost), title: "").axes.yTitle == "cost")
    }
}
