import Geometry
import Pictures
import Plotting
import Testing

@Suite("Stacked layers on the axis of a curve or a heat map")
struct HiddenSizesTests {
    private let mixed = HiddenSizes([[3], [5], [4, 4], [8, 4], [16, 8, 4]])

    private func curve(_ sizes: HiddenSizes, values: [Double], best: Int? = nil) -> ValidationCurve {
        let series = [ValidationCurve.Series("test", isHeldOut: true, values: values)]
        guard let best else { return ValidationCurve(axis: .hidden(sizes), series: series, measure: .error) }
        return ValidationCurve(
            axis: .hidden(sizes), series: series, measure: .error, bestIndex: best, bestName: "chosen")
    }

    private func labels(_ ticks: Axes.Ticks) -> [String] {
        if case .given(let ticks) = ticks { ticks.sorted { $0.value < $1.value }.map(\.label) } else { [] }
    }

    @Test("Networks with single layers are not listed; one stacked network makes all of them listed")
    func lists() {
        #expect(!HiddenSizes([[1], [2], [5]]).areListed && mixed.areListed)
        #expect((0..<mixed.count).map(mixed.label) == ["3", "5", "4×4", "8×4", "16×8×4"])
        #expect(HiddenSizes([[], [2]]).label(0) == "0")
    }

    @Test("Listed networks are evenly spaced, in their order, each with its name below")
    func curveAxes() throws {
        let axes = Axes(of: curve(mixed, values: [0.3, 0.2, 0.1, 0.2, 0.4]))
        #expect(axes.xScale == .linear && axes.xLimits == -0.2...4.2 && axes.xTitle == "hidden units")
        #expect(labels(axes.xTicks) == ["3", "5", "4×4", "8×4", "16×8×4"])
        let points = try #require(axes.marks.compactMap { $0 as? PointMark }.first).points
        #expect(points.map(\.x) == [0, 1, 2, 3, 4] && points.map(\.y) == [30, 20, 10, 20, 40])
        #expect(axes.legend.entries.last?.name == "best: 4×4 units, 10.0 %")
    }

    @Test("A single stacked network chosen by a rule is a point with a star")
    func single() throws {
        let sizes = HiddenSizes([[8, 4]])
        let axes = Axes(of: curve(sizes, values: [0.1], best: 0))
        #expect(axes.xLimits == -0.5...0.5)
        let shapes = axes.marks.compactMap { $0 as? PointMark }.flatMap(\.markers).map(\.shape)
        #expect(shapes == [.circle, .star])
        #expect(axes.legend.entries.last?.name == "chosen: 8×4 units, 10.0 %")
        #expect(Axes(of: curve(sizes, values: [0.1])).legend.entries.map(\.name) == ["test"])
    }

    @Test("The labels of many listed networks are evenly spaced")
    func manyListed() {
        let sizes = HiddenSizes((1...33).map { [$0, 100] })
        let figure = Figure(of: curve(sizes, values: (1...33).map { Double($0) / 100 }, best: 0), title: "")
        guard case .given(let ticks) = figure.axes.xTicks else {
            Issue.record("the ticks are not given")
            return
        }
        #expect(ticks.count == 33 && ticks.prefix(5).map(\.value) == [0, 32, 16, 8, 24])
    }

    @Test("A heat map has a column for each")
    func heatMap() {
        let axes = Axes.heatMap(
            sizes: mixed, lambdas: [1], values: [[1, 2, 3, 4, 5]], measure: .cost, winner: (0, 2), colors: .violet)
        #expect(axes.xLimits == -0.5...4.5 && labels(axes.xTicks) == ["3", "5", "4×4", "8×4", "16×8×4"])
    }

    @Test("Curves of the same listed networks share limits and ticks on a sheet")
    func sheet() {
        let curves = [[0.3, 0.2, 0.1, 0.2, 0.4], [0.1, 0.2, 0.1, 0.2, 0.2]].map { curve(mixed, values: $0) }
        let sheet = Sheet(of: curves, titles: ["λ 1", "λ 2"], title: "", size: Figure.defaultSize)
        #expect(sheet.panels[0].axes.xLimits == sheet.panels[1].axes.xLimits)
        #expect(sheet.panels[0].axes.yLimits == sheet.panels[1].axes.yLimits)
        #expect(sheet.panels[0].axes.xTicks == sheet.panels[1].axes.xTicks)
    }
}
