import DataFiles
import Datasets
import Geometry
import Meshgrid

@testable import DecisionBoundary

extension Reader {
    /// An answer to six points, of two or three classes, has a class for every point of the data.
    func checkAnswer(_ bytes: [UInt8]) {
        let points = [Point(x: 0, y: 0), Point(x: 1, y: 0.5)]
        let grid = RegularGrid(
            x: SampledAxis(start: 0, step: 1, count: 2), y: SampledAxis(start: 0, step: 0.5, count: 2))
        for names in [["0", "1"], ["ash", "birch", "p(ash)"]] {
            let training = Dataset(points: points, labels: [0, 1], featureNames: ["x", "y"], classNames: names)
            let query = ClassifierQuery(
                points: points, pointOfRow: [1, 0], grid: grid, classCount: names.count, threads: 1, report: { _ in },
                isCancelled: { false })
            for kind in [nil, ScoreKind.probability, .margin] {
                let reader = AnswerReader(
                    source: "the answer", kind: kind, data: ExternalData(training: training, label: "kind") { _ in },
                    query: query)
                do {
                    let answer: ClassifierAnswer
                    if bytes.starts(with: [0x93]) {
                        answer = try reader.answer(from: NumpyArray(bytes: bytes))
                    } else {
                        var rows = try CSVReader(bytes, name: "answer", options: AnswerReader.options)
                        answer = try reader.answer(from: &rows)
                    }
                    precondition(answer.classes.count == 2, "every point has a class")
                    precondition(answer.classes.allSatisfy(names.indices.contains), "a class is one of the data")
                    precondition(answer.response?.fieldCount == names.count - 1, "the grid has fields")
                } catch {
                    precondition(!"\(error)".contains("\n"), "a message has one line")
                }
            }
        }
    }
}
