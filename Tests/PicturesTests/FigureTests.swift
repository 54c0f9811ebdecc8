import Contouring
import Datasets
import DecisionBoundary
import Geometry
import NaiveNetworks
import Optimization
import Pictures
import Plotting
import Testing
import Training

@Suite("The picture of a decision surface")
struct FigureTests {
    @Test("Title and second line are the given texts")
    func texts() throws {
        let figure = try Sketch(hidden: [2]).figure
        #expect((figure.title, figure.subtitle) == ("My own", "one line"))
    }

    @Test("The legend has the classes in order, and the ring if a point is misclassified")
    func legend() throws {
        let sketch = try Sketch(hidden: [2])
        let palette = Palette.standard(classCount: 2)
        let entries = sketch.figure.axes.legend.entries
        #expect(entries.map(\.name) == ["left", "right", "misclassified"])
        for (index, entry) in entries.prefix(2).enumerated() {
            #expect(entry.symbol.area == palette[index].tint)
            #expect(entry.symbol.marker?.color == palette[index].color)
        }
        #expect(entries[0].symbol.marker?.shape != entries[1].symbol.marker?.shape)
        #expect(entries[2].symbol.marker?.ring == Marker.Flag(color: .black))
        #expect(entries[2].symbol.area == nil)

        let separated = try Sketch(hidden: [], iterationLimit: nil, tolerance: 0.1, isSeparable: true)
        #expect(!separated.report.misclassified.contains(true))
        #expect(separated.figure.axes.legend.entries.map(\.name) == ["left", "right"])
    }

    @Test("Regions and boundaries lie below the points, and misclassified points on top, each with a ring")
    func order() throws {
        let sketch = try Sketch(hidden: [2])
        let marks = sketch.figure.axes.marks
        let palette = Palette.standard(classCount: 2)
        try #require(marks.count == 3)
        let area = try #require(marks[0] as? AreaMark)
        #expect(area == AreaMark(sketch.surface.region(ofClass: 1), color: palette[1].tint))
        let line = try #require(marks[1] as? LineMark)
        #expect(line.strips == sketch.surface.boundary(ofClass: 1).strips && line.haloColor == nil)
        let mark = try #require(marks[2] as? PointMark)
        let flagged = zip(sketch.dataset.points.indices, sketch.report.misclassified)
        let order = flagged.filter { !$1 }.map { $0.0 } + flagged.filter { $1 }.map { $0.0 }
        #expect(mark.points == order.map { sketch.dataset.points[$0] })
        let markers = mark.markerIndices.map { mark.markers[$0] }
        #expect(markers.map(\.color) == order.map { palette[sketch.dataset.labels[$0]].color })
        #expect(markers.map { $0.ring != nil } == order.map { sketch.report.misclassified[$0] })
        #expect(mark.weights.isEmpty && mark.opacity == 1 && mark.scale == 1)
    }

    @Test("With more classes the regions are in the order of the classes, all boundaries in one line over them")
    func moreClasses() throws {
        let sketch = try Sketch(hidden: [3], classCount: 4)
        let marks = sketch.figure.axes.marks
        let palette = Palette.standard(classCount: 4)
        #expect(marks.prefix(4).map { $0 is AreaMark } == [true, true, true, false])
        #expect(marks.prefix(4).map { $0 is LineMark } == [false, false, false, true])
        #expect(marks.prefix(4).compactMap { ($0 as? AreaMark)?.color } == (1...3).map { palette[$0].tint })
        #expect(sketch.figure.axes.background == palette[0].tint)
        #expect(sketch.figure.axes.legend.entries.count >= 4)
    }

    @Test("Limits come from the surface, axis titles from the features, and the size is the given size")
    func axes() throws {
        let sketch = try Sketch(hidden: [2], size: Size(width: 300, height: 200))
        let (axes, limits) = (sketch.figure.axes, sketch.surface.limits)
        #expect(axes.xLimits == limits.minX...limits.maxX)
        #expect(axes.yLimits == limits.minY...limits.maxY)
        #expect((axes.xTitle, axes.yTitle) == ("length", "width"))
        #expect(sketch.figure.size == Size(width: 300, height: 200))
        #expect(try Sketch(hidden: [2]).figure.size == Figure.defaultSize)
    }
}

/// A small data set, a briefly trained network, and their picture.
private struct Sketch {
    let dataset: Dataset
    let report: TrainingReport
    let surface: DecisionSurface
    let figure: Figure

    init(
        hidden: [Int], classCount: Int = 2, iterationLimit: Int? = 3, tolerance: Double = 1e-5,
        isSeparable: Bool = false, size: Size = Figure.defaultSize
    ) throws {
        let points = (0..<24).map { Point(x: Double($0) / 10 - 1.2, y: Double($0 * 7 % 24) / 10) }
        // Every seventh point has the label of its neighbours across the border.
        let labels = (0..<24).map { index in
            let label = index * classCount / 24
            return isSeparable || index % 7 != 3 ? label : (label + 1) % classCount
        }
        dataset = Dataset(
            points: points, labels: labels, featureNames: ["length", "width"],
            classNames: ["left", "right", "above", "below"].prefix(classCount).map { $0 })
        let optimizer = Optimizer.conjugateGradient(
            .init(gradientTolerance: tolerance, iterationLimit: iterationLimit))
        report = Trainer(TrainingSettings(optimizer: optimizer)).train(
            Candidate(hidden: hidden, lambda: 0.001), on: dataset)
        surface = try DecisionSurface(of: report.network, within: dataset.bounds.expanded(by: 0.5), step: 0.2)
        figure = Figure(
            of: surface, training: ScoredPoints(dataset, misclassified: report.misclassified), title: "My own",
            subtitle: "one line", size: size)
    }
}
