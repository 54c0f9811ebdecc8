import Datasets
import Geometry
import Testing

@Suite("Dataset")
struct DatasetTests {
    @Test("The bounds are the smallest and largest coordinates")
    func bounds() {
        let dataset = Dataset(points: [Point(x: 1, y: 5), Point(x: -2, y: 7), Point(x: 0, y: 6)], labels: [0, 1, 0])
        #expect(dataset.bounds == Rectangle(minX: -2, minY: 5, maxX: 1, maxY: 7))
    }

    @Test("A subset has the requested points in order, and all names")
    func subset() {
        let points = (0..<4).map { Point(x: Double($0), y: Double(-$0)) }
        let dataset = Dataset(
            points: points, labels: [0, 2, 1, 2], featureNames: ["length", "width"], classNames: ["a", "b", "c"])
        #expect(
            dataset.subset([3, 0, 3])
                == Dataset(
                    points: [points[3], points[0], points[3]], labels: [2, 0, 2], featureNames: ["length", "width"],
                    classNames: ["a", "b", "c"]))
        #expect(dataset.subset([0, 1, 2, 3]) == dataset)
    }
}
