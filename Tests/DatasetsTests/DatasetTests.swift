import Datasets
import Geometry
import Testing

@Suite("Dataset")
struct DatasetTests {
    @Test("The bounds are the least and greatest coordinates")
    func bounds() {
        let dataset = Dataset(points: [Point(x: 1, y: 5), Point(x: -2, y: 7), Point(x: 0, y: 6)], labels: [0, 1, 0])
        #expect(dataset.bounds == Rectangle(minX: -2, minY: 5, maxX: 1, maxY: 7))
    }
}
