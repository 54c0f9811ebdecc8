import Geometry
import Plotting
import Testing

@Suite("Given and logarithmic ticks")
struct AxisTicksTests {
    private func layout(_ axes: Axes, size: Size = Figure.defaultSize) -> AxesLayout {
        FigureLayout(of: Figure(size: size, axes: axes), measuring: RecordingCanvas()).axes
    }

    private func labels(_ ticks: [AxesLayout.Tick]) -> [String] {
        ticks.map(\.label.text)
    }

    @Test("Logarithmic axes have ticks at 1, 2 and 5 times powers of ten, where there is room")
    func oneTwoFive() {
        let axes = layout(Axes(xLimits: 0.9...60, yLimits: 0.008...1.2, xScale: .logarithmic, yScale: .logarithmic))
        #expect(labels(axes.xTicks) == ["1", "2", "5", "10", "20", "50"])
        #expect(labels(axes.yTicks) == ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"])
        #expect(axes.yTicks.map(\.value) == [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1])
        #expect(axes.xTitle == nil)
    }

    @Test("Wide ranges have every power of ten, or every so many")
    func powers() {
        let axes = layout(Axes(xLimits: 1e-4...1e4, yLimits: 1e-60...1e60, xScale: .logarithmic, yScale: .logarithmic))
        #expect(labels(axes.xTicks) == ["0.0001", "0.001", "0.01", "0.1", "1", "10", "100", "1000", "10000"])
        let exponents = axes.yTicks.map { Double("\($0.value)".split(separator: "e").last ?? "") }
        #expect(axes.yTicks.count >= 5)
        #expect(exponents.allSatisfy { $0 != nil })
        #expect(labels(axes.yTicks).contains("1"))
        #expect(labels(axes.yTicks).last?.hasPrefix("1×10") == true)
    }

    @Test("A short logarithmic range has the ticks of a linear one")
    func shortRange() {
        let axes = layout(Axes(xLimits: 2.1...4.6, yLimits: 0...1, xScale: .logarithmic))
        #expect(labels(axes.xTicks) == ["2.5", "3.0", "3.5", "4.0", "4.5"])
        let ratio = axes.xTicks[3].position.x - axes.xTicks[1].position.x
        #expect(abs(ratio - axes.plotRectangle.width * 0.366885) < 0.01)
    }

    @Test("Labels of logarithmic axes keep their distance at any size", arguments: FigureLayoutTests.sizes)
    func distance(size: Size) {
        for limits in [0.9...60, 1e-4...3, 1...1e9, 0.3...0.31] {
            let axes = layout(
                Axes(xLimits: limits, yLimits: limits, xScale: .logarithmic, yScale: .logarithmic), size: size)
            for (left, right) in zip(axes.xTicks, axes.xTicks.dropFirst()) {
                #expect(right.label.box.minX - left.label.box.maxX >= 2 * left.label.font.size - 1e-9)
            }
            for (lower, upper) in zip(axes.yTicks, axes.yTicks.dropFirst()) {
                #expect(lower.label.box.minY - upper.label.box.maxY >= 0.9 * lower.label.font.size - 1e-9)
            }
        }
    }

    /// 1…50 on a logarithmic axis, both ends first.
    private var sizes: [Axes.Tick] {
        ([1, 50] + Array(2...49)).map { Axes.Tick(Double($0), label: "\($0)") }
    }

    @Test(
        "Every given tick is drawn that does not merge with others, and labels yield to more important ones",
        arguments: FigureLayoutTests.sizes)
    func given(size: Size) throws {
        let figure = Figure(
            size: size,
            axes: Axes(xLimits: 0.9...55, yLimits: 0...1, xScale: .logarithmic, xTicks: .given(sizes)))
        let layout = FigureLayout(of: figure, measuring: RecordingCanvas()).axes
        let drawn = layout.xTicks.map(\.value)
        #expect(Set(drawn).isSubset(of: (1...50).map(Double.init)) && drawn == drawn.sorted())
        #expect(drawn.count == 50 || size.width < 300)
        let width = layout.space.theme.frameWidth
        for value in (1...50).map(Double.init) where !drawn.contains(value) {
            #expect(layout.xTicks.contains { abs($0.position.x - layout.space.x(value)) < 2.5 * width })
        }
        let labelled = layout.xTicks.filter { !$0.label.text.isEmpty }
        for (left, right) in zip(labelled, labelled.dropFirst()) {
            #expect(right.label.box.minX - left.label.box.maxX >= 0.5 * left.label.font.size)
        }
        for tick in labelled {
            #expect(Double(tick.label.text) == tick.value)
            #expect(tick.label.box.minX >= 0 && tick.label.box.maxX <= size.width)
        }
        #expect(labelled.first?.value == 1 && labelled.last?.value == 50)
        #expect(labelled.count < 50)

        // All ticks are strokes, and no empty label is written.
        let canvas = RecordingCanvas(drawing: figure)
        let strokeEnds = canvas.calls.compactMap { call in
            if case .stroke(let path, _) = call { path.elements.count } else { nil }
        }
        #expect(strokeEnds.contains(2 * (layout.xTicks.count + layout.yTicks.count)))
        #expect(!canvas.texts.contains(""))
    }

    @Test("The order of given ticks is their importance")
    func importance() {
        func labels(_ order: [Double]) -> [String] {
            let ticks = order.map { Axes.Tick($0, label: "a long label of \(Int($0))") }
            let axes = layout(Axes(xLimits: 0...10, yLimits: 0...1, xTicks: .given(ticks)))
            return axes.xTicks.map(\.label.text).filter { !$0.isEmpty }
        }
        #expect(labels([5, 4, 6]) == ["a long label of 5"])
        #expect(labels([4, 5, 6]) == ["a long label of 4"])
        #expect(labels([4, 5, 8, 6]) == ["a long label of 4", "a long label of 8"])
    }

    @Test("Given ticks beyond the limits are left out, and a label that would leave the page goes alone")
    func beyond() {
        let long = "a label of some length"
        let ticks = [-0.1, 0.5, 0.99, 1, 1.01].map { Axes.Tick($0, label: $0 == 1 ? "" : long) }
        let axes = layout(Axes(xLimits: 0...1, yLimits: 0...1, xTicks: .given(ticks)))
        #expect(axes.xTicks.map(\.value) == [0.5, 0.99, 1])
        #expect(labels(axes.xTicks) == [long, "", ""])
    }

    @Test("Ticks of a thousand values do not merge: those without labels keep a distance, the labelled all stay")
    func crowded() {
        let ticks = (0..<1000).sorted { ($0 % 100, $0) < ($1 % 100, $1) }.map {
            Axes.Tick(Double($0), label: $0.isMultiple(of: 100) ? "\($0)" : "")
        }
        let axes = layout(Axes(xLimits: -0.5...999.5, yLimits: 0...1, xTicks: .given(ticks)))
        let positions = axes.xTicks.map(\.position.x)
        let gaps = zip(positions, positions.dropFirst()).map { $1 - $0 }
        #expect(gaps.allSatisfy { $0 >= 2 * Theme.light.frameWidth } && axes.xTicks.count > 150)
        #expect(labels(axes.xTicks).filter { !$0.isEmpty } == (0..<10).map { "\($0)00" }.map { $0 == "000" ? "0" : $0 })
    }

    @Test("An axis may be given no ticks at all")
    func noTicks() {
        let axes = layout(Axes(xLimits: 0...1, yLimits: 0...1, xTicks: .given([]), yTicks: .given([])))
        #expect(axes.xTicks.isEmpty && axes.yTicks.isEmpty)
    }
}
