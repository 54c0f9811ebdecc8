import DataFiles
import Datasets
import Geometry
import Testing

@Suite("CSV")
struct CSVTests {
    @Test("The text is a header and a line per point, with the shortest digits that read back")
    func layout() {
        let dataset = Dataset(
            points: [Point(x: 0.1, y: -2), Point(x: 1e-5, y: 1e22), Point(x: 0.30000000000000004, y: -0.0)],
            labels: [0, 1, 1])
        #expect(text(dataset) == "x1,x2,label\n0.1,-2.0,0\n1e-05,1e+22,1\n0.30000000000000004,-0.0,1\n")
    }

    @Test("Names are quoted if necessary")
    func quotedNames() {
        let dataset = Dataset(
            points: [Point(x: 1, y: 2), Point(x: 3, y: 4)], labels: [1, 0],
            featureNames: ["width, cm", "länge"], classNames: ["a \"b\"", "two\r\nlines"])
        #expect(text(dataset) == "\"width, cm\",länge,label\n1.0,2.0,\"two\r\nlines\"\n3.0,4.0,\"a \"\"b\"\"\"\n")
    }

    @Test(
        "The label column has the given name, or one that no feature has",
        arguments: [
            (["x1", "x2"], nil, "x1,x2,label"), (["label", "x2"], nil, "label,x2,class"),
            (["class", "label"], nil, "class,label,label_2"), (["x1", "x2"], "kind", "x1,x2,kind"),
            (["x1", "kind"], "kind", "x1,kind,label"), (["kind", "label"], "kind", "kind,label,class"),
        ] as [([String], String?, String)])
    func labelName(features: [String], name: String?, header: String) {
        let dataset = Dataset(
            points: [Point(x: 1, y: 2), Point(x: 3, y: 4)], labels: [1, 0], featureNames: features)
        var bytes: [UInt8] = []
        dataset.forEachCSVChunk(labelName: name) { bytes += $0 }
        #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) == header)
    }

    @Test("The text is read back exactly from several chunks, each of whole lines")
    func readsBack() throws {
        let dataset = try Dataset.moons(sampleCount: 10_001, noise: 0.3, seed: 1)
        var pieces: [[UInt8]] = []
        dataset.forEachCSVChunk { pieces.append($0) }
        #expect(pieces.count > 3)
        #expect(pieces.allSatisfy { $0.last == UInt8(ascii: "\n") && $0.count < 70_000 })

        let lines = String(decoding: pieces.joined(), as: UTF8.self).split(separator: "\n").dropFirst()
        let fields = lines.map { $0.split(separator: ",") }
        #expect(fields.map { Double($0[0]) } == dataset.points.map(\.x))
        #expect(fields.map { Double($0[1]) } == dataset.points.map(\.y))
        #expect(fields.map { Int($0[2]) } == dataset.labels)
    }

    @Test("The first error ends the output")
    func failingReader() throws {
        struct Full: Error {}
        let dataset = try Dataset.moons(sampleCount: 10_000)
        var pieceCount = 0
        #expect(throws: Full.self) {
            try dataset.forEachCSVChunk { _ throws(Full) in
                pieceCount += 1
                throw Full()
            }
        }
        #expect(pieceCount == 1)
    }

    private func text(_ dataset: Dataset) -> String {
        var bytes: [UInt8] = []
        dataset.forEachCSVChunk { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
