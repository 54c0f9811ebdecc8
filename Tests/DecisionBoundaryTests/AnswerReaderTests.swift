import DataFiles
import Datasets
import Geometry
import Glibc
import Meshgrid
import Parallelism
import Testing

@testable import DecisionBoundary

@Suite("The rows of an answer")
struct AnswerReaderTests {
    private static let grid = RegularGrid(
        x: SampledAxis(start: 0, step: 0.5, count: 2), y: SampledAxis(start: 1, step: 0.25, count: 2))
    private static let points = [Point(x: 3, y: 4), Point(x: -1, y: 0.125), Point(x: 1e-20, y: 1)]
    private static let twoClasses = ["no", "yes"]
    private static let threeClasses = ["ash", "birch", "cedar"]

    /// Three points, of which the first row of the data is the last one, and four grid points.
    private static let query = ClassifierQuery(
        points: points, pointOfRow: [2, 0, 1], grid: grid, classCount: 2, threads: 1, report: { _ in },
        isCancelled: { false })

    private let notes = Guarded<[String]>([])

    private func reader(classes: [String], kind: ScoreKind?) -> AnswerReader {
        let query = ClassifierQuery(
            points: Self.points, pointOfRow: [2, 0, 1], grid: Self.grid, classCount: classes.count, threads: 1,
            report: { _ in }, isCancelled: { false })
        let training = Dataset(
            points: Self.points, labels: [0, 1, 0], featureNames: ["width", "height"], classNames: classes)
        let data = ExternalData(training: training, label: "species") { [notes] note in
            notes.withLock { $0.append(note.message.text()) }
        }
        return AnswerReader(source: "the answer", kind: kind, data: data, query: query)
    }

    private func answer(
        _ text: String, classes: [String] = twoClasses, kind: ScoreKind? = nil
    ) throws -> ClassifierAnswer {
        var rows = try CSVReader(Array(text.utf8), name: "answer", options: AnswerReader.options)
        return try reader(classes: classes, kind: kind).answer(from: &rows)
    }

    private func fields(_ answer: ClassifierAnswer) throws -> [[Double]] {
        try #require(answer.response).fields(over: Self.grid).map(\.values)
    }

    @Test("are points in the order of the data, with the shortest exact digits, and then the grid")
    func queryText() {
        var text = QueryText(Self.query, features: ["a,b", "c"])
        var lines = ""
        while case let chunk = text.nextChunk(), !chunk.isEmpty { lines += String(decoding: chunk, as: UTF8.self) }
        #expect(
            lines == """
                "a,b",c
                1e-20,1.0
                3.0,4.0
                -1.0,0.125
                0.0,1.0
                0.5,1.0
                0.0,1.25
                0.5,1.25

                """)
    }

    @Test("of a large grid come in chunks that leave out nothing")
    func chunks() {
        let grid = RegularGrid(
            x: SampledAxis(start: -1, step: 1.0 / 300, count: 301), y: SampledAxis(start: 0, step: 0.1, count: 70))
        let query = ClassifierQuery(
            points: Self.points, pointOfRow: [0, 1, 2], grid: grid, classCount: 2, threads: 1, report: { _ in },
            isCancelled: { false })
        var text = QueryText(query, features: ["x", "y"])
        var (bytes, chunkCount) = ([UInt8](), 0)
        while case let chunk = text.nextChunk(), !chunk.isEmpty {
            bytes += chunk
            chunkCount += 1
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        #expect(chunkCount > 5 && lines.count == query.pointCount)
        #expect(
            zip(lines, 0...).allSatisfy { line, row in
                let point = query.point(ofRow: row)
                return line == "\(point.x),\(point.y)"
            })
    }

    @Test("are classes, of the points in their own order")
    func classes() throws {
        let answer = try answer("class\nyes\nno\nyes\nno\nyes\nyes\nno\n")
        #expect(answer.classes == [0, 1, 1] && answer.kind == nil)
        // Smoothed with the weights 9/16 of the point itself, 3/16 of its neighbours and 1/16 of the opposite corner.
        #expect(try fields(answer) == [[-0.25, 0.25, 0.25, -0.25]])
        #expect(notes.withLock { $0.isEmpty })
    }

    @Test("may have names with blanks, quotes and other delimiters, or be called like the label")
    func spellings() throws {
        let names = ["Iris setosa", "a,b"]
        let rows = [0, 1, 1, 0, 1, 0, 0]
        let texts = [
            "class\n" + rows.map { ["Iris setosa", "\"a,b\""][$0] }.joined(separator: "\n"),
            "n;class\n" + rows.map { "1;" + ["Iris setosa", "a,b"][$0] }.joined(separator: "\n"),
            "\"\",\"x\"\n" + rows.map { "\"1\",\"\(["Iris setosa", "a,b"][$0])\"" }.joined(separator: "\n"),
            "\"species\"\r\n" + rows.map { ["\"Iris setosa\"", "\"a,b\""][$0] }.joined(separator: "\r\n") + "\r\n",
            "kind\n" + rows.map { ["Iris setosa", "\"a,b\""][$0] }.joined(separator: "\n"),
        ]
        for text in texts { #expect(try answer(text, classes: names).classes == [1, 1, 0]) }
    }

    @Test("are numbers however they are written, if the classes are")
    func numbers() throws {
        #expect(try answer("class\n1.0\n0\n1e0\n0.0\n0\n1\n0", classes: ["0", "1"]).classes == [0, 1, 1])
    }

    @Test("are probabilities of every class, whose fields are log-odds")
    func probabilities() throws {
        let rows = [
            [0.1, 0.2, 0.7], [0.5, 0.25, 0.25], [0, 1, 0], [0.2, 0.3, 0.5], [0, 0, 1], [0.5, 0.5, 0], [1, 0, 0],
        ]
        let text = rows.map { $0.map(String.init(_:)).joined(separator: ",") }.joined(separator: "\n")
        for header in ["ash,birch,cedar", "p(ash),p(birch),p(cedar)"] {
            let answer = try answer(header + "\n" + text, classes: Self.threeClasses)
            #expect(answer.classes == [0, 1, 2] && answer.kind == .probability)
            let least = 1e-9
            for (index, row) in rows.dropFirst(3).enumerated() {
                let scores = row.map { 2 * log(max($0, least)) }
                let expected = [max(scores[1], scores[2]) - scores[0], scores[2] - max(scores[0], scores[1])]
                for (field, value) in zip(try fields(answer), expected) {
                    #expect(abs(field[index] - value) < 1e-12)
                }
            }
        }
        // p(…) says it, the names alone do not.
        #expect(notes.withLock { $0.count } == 1)
        #expect(notes.withLock { $0[0].contains("probabilities") && $0[0].contains("classifiers.scores margin") })
    }

    @Test("are margins if one is out of the range of probabilities, or by request")
    func margins() throws {
        let answer = try answer("no,yes\n-1,1\n2,0\n0,0.5\n1,3\n1,0\n0,0\n-1,1")
        #expect(answer.kind == .margin && answer.classes == [0, 1, 1])
        #expect(try fields(answer) == [[2, -1, 0, 2]])
        let asked = try self.answer("no,yes\n0,1\n1,0\n0,0.5\n1,0\n1,0\n0,0\n0,1", kind: .margin)
        #expect(asked.kind == .margin)
        #expect(try fields(asked) == [[-1, -1, 0, 1]])
    }

    @Test("complete the scores of two classes", arguments: ["yes", "p(yes)", "decision"])
    func oneOfTwo(name: String) throws {
        let answer = try answer("\(name)\n0.75\n0.5\n0.25\n0.75\n0.5\n0.25\n1", kind: .probability)
        // 0.5 is a tie, and so the first class.
        #expect(answer.classes == [0, 0, 1])
        #expect(try fields(answer)[0][1] == 0)
        let margins = try self.answer("\(name)\n2\n-1\n0\n3\n-2\n0.5\n0", kind: .margin)
        #expect(try fields(margins) == [[3, -2, 0.5, 0]])
        #expect(margins.classes == [0, 0, 1])
    }

    @Test("complete the scores of the second class from those of the first")
    func firstOfTwo() throws {
        let answer = try answer("p(no)\n0.75\n0.5\n0.25\n0.75\n0.5\n0.25\n0")
        #expect(answer.classes == [0, 1, 0])
        #expect(try fields(answer)[0].map { $0 > 0 } == [false, false, true, true])
    }

    @Test("have the boundaries of scores that agree with the classes, else those of the classes")
    func classesAndScores() throws {
        let scores = ["0.6,0.4", "0.1,0.9", "0.5,0.5", "0.3,0.7", "0.9,0.1", "0.2,0.8", "1,0"]
        func text(_ classes: [String]) -> String {
            "class,p(no),p(yes)\n" + zip(classes, scores).map { "\($0),\($1)" }.joined(separator: "\n")
        }
        let agreeing = try answer(text(["no", "yes", "yes", "yes", "no", "yes", "no"]))
        #expect(agreeing.kind == .probability)
        #expect(notes.withLock { $0.isEmpty })
        let contrary = try answer(text(["yes", "yes", "yes", "yes", "no", "no", "no"]))
        #expect(contrary.kind == nil)
        #expect(try fields(contrary) == [[0.125, -0.625, -0.625, -0.875]])
        #expect(contrary.classes == [1, 1, 1])
        #expect(notes.withLock { $0.count == 1 && $0[0].contains("2 of 7 rows") })
    }

    @Test("may repeat their points, rounded")
    func repeatedPoints() throws {
        func text(_ first: String) -> String {
            "row,width,height,class\n1,\(first),yes\n2,3,4,no\n3,-1,0.1250001,no\n4,0,1,no\n5,0.5,1,no\n6,0,1.25,no\n7,0.5,1.25,no"
        }
        #expect(try answer(text("0.0,1.0")).classes == [0, 0, 1])
        // A hundredth of the steps 0.5 and 0.25 is rounding.
        #expect(try answer(text("0.004,1.002")).classes == [0, 0, 1])
        let error = #expect(throws: RunError.self) { try answer(text("0.01,1.0")) }
        let message = try #require(error).description
        #expect(error?.kind == .badData && message.contains("line 2: '0.01' in column 'width'"))
        #expect(message.contains("boundaryplot grid"))
    }

    private static let faulty: [(String, [String], ScoreKind?)] = [
        ("class\nyes\nmaybe\n", ["line 3", "'maybe'", "'no' and 'yes'"], nil),
        ("class\nyes\n\"\"\nno", ["line 3", "''"], nil),
        ("a,b\n1,2\n", ["columns 'a' and 'b'", "'class'", "'no' and 'yes'"], nil),
        ("score\n1\n2\n", ["one column of numbers, 'score'", "scores probability", "'yes'", "'class'"], nil),
        ("no,yes\n0.5,x\n", ["line 2, column 2 (yes)", "'x' is not a number"], nil),
        ("no,yes\n0.5,\n", ["line 2, column 2 (yes)", "empty"], nil),
        ("no,yes\n0.5,NA\n", ["'NA' is not a number"], nil),
        ("no,yes\n0.5,inf\n", ["'inf' is infinite"], nil),
        ("no,yes\n0.5\n", ["line 2", "1 cell"], nil),
        (
            "no,yes\n0,1\n0,1\n0,1\n0,1\n0,1\n0,1\n2,1",
            ["line 8: '2' in column 'no' is no probability", "scores margin"], .probability
        ),
        ("class\nno\nno\nno\nno\nno\nno\nno", ["classes alone", "scores margin"], .margin),
    ]

    @Test("that are wrong are errors with the place and the text", arguments: faulty.indices)
    func faults(index: Int) throws {
        let (text, words, kind) = Self.faulty[index]
        let error = #expect(throws: (any Error).self) { try answer(text, kind: kind) }
        let message = "\(try #require(error))"
        for word in words { #expect(message.contains(word), "\(message)") }
    }

    @Test("that are missing are counted")
    func missing() throws {
        let error = #expect(throws: AnswerReader.WrongRowCount.self) { try answer("class\nyes\nno\n") }
        #expect(error?.count == 2)
        // Counting ends with the first row that is too many.
        let text = "class\n" + String(repeating: "yes\n", count: 20)
        let excess = #expect(throws: AnswerReader.WrongRowCount.self) { try answer(text) }
        #expect(excess?.count == 8)
    }

    @Test("of three classes need a column for each")
    func incomplete() throws {
        for (text, words) in [
            ("ash,birch\n0.5,0.5\n", ["'ash' and 'birch'", "'cedar' as well"]),
            ("z\n1\n", ["one column of numbers, 'z'", "'ash', 'birch' and 'cedar'"]),
        ] {
            let error = #expect(throws: RunError.self) { try answer(text, classes: Self.threeClasses) }
            for word in words { #expect(try #require(error).description.contains(word)) }
        }
    }
}

extension AnswerReaderTests {
    /// Returns the bytes of an array in numpy's format.
    private static func array(_ values: [Double], shape: String, isWhole: Bool = false) -> [UInt8] {
        var header = "{'descr': '<\(isWhole ? "i8" : "f8")', 'fortran_order': False, 'shape': \(shape), }"
        header += String(repeating: " ", count: (64 - (header.utf8.count + 11) % 64) % 64) + "\n"
        let length = UInt16(header.utf8.count)
        var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xff), UInt8(length >> 8)]
        bytes += header.utf8
        for value in values {
            let bits = isWhole ? UInt64(bitPattern: Int64(value)) : value.bitPattern
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
        }
        return bytes
    }

    private func answer(
        _ values: [Double], shape: String, isWhole: Bool = false, classes: [String], kind: ScoreKind? = nil
    ) throws -> ClassifierAnswer {
        let reader = reader(classes: classes, kind: kind)
        return try reader.answer(
            from: NumpyArray(bytes: Self.array(values, shape: shape, isWhole: isWhole)))
    }

    @Test("of numpy are the numbers of the classes, or count them from 0")
    func numpyClasses() throws {
        let rows: [Double] = [1, 0, 1, 0, 0, 1, 0]
        for shape in ["(7,)", "(7, 1)"] {
            for isWhole in [true, false] {
                let answer = try answer(rows, shape: shape, isWhole: isWhole, classes: ["0", "1"])
                #expect(answer.classes == [0, 1, 1] && answer.kind == nil)
            }
            #expect(try answer(rows, shape: shape, isWhole: true, classes: ["no", "yes"]).classes == [0, 1, 1])
        }
        #expect(try answer(rows.map { 5 - 2 * $0 }, shape: "(7,)", classes: ["3", "5"]).classes == [1, 0, 0])
    }

    @Test("of numpy are scores of all classes, or of the second of two")
    func numpyScores() throws {
        let scores = [0.75, 0.25, 0.5, 0.5, 0, 1, 0.125, 0.875, 1, 0, 0.5, 0.5, 0.25, 0.75]
        let both = try answer(scores, shape: "(7, 2)", classes: ["no", "yes"])
        #expect(both.kind == .probability && both.classes == [0, 1, 0])
        let second = stride(from: 1, to: 14, by: 2).map { scores[$0] }
        let one = try answer(second, shape: "(7,)", classes: ["no", "yes"], kind: .probability)
        #expect(one.classes == both.classes)
        #expect(try fields(one) == fields(both))
    }

    private static let faultyArrays: [([Double], String, Bool, [String])] = [
        ([1, 0, 2, 0, 0, 1, 0], "(7,)", true, ["row 3: 2 is no class", "'no' and 'yes'"]),
        ([1, 0, 0.5, 0, 0, 1, 0], "(7,)", false, ["one column of numbers", "scores probability"]),
        ([1, 0, .nan, 0, 0, 1, 0], "(7,)", false, ["row 3: NaN"]),
        ([Double](repeating: 0, count: 21), "(7, 3)", false, ["3 numbers a row", "'no' and 'yes'"]),
    ]

    @Test("of numpy that are wrong are errors with row and value", arguments: faultyArrays.indices)
    func numpyFaults(index: Int) throws {
        let (values, shape, isWhole, words) = Self.faultyArrays[index]
        let error = #expect(throws: RunError.self) {
            try answer(values, shape: shape, isWhole: isWhole, classes: ["no", "yes"])
        }
        for word in words { #expect(try #require(error).description.contains(word), "\(error?.description ?? "")") }
        #expect(throws: AnswerReader.WrongRowCount.self) {
            try answer([1, 0], shape: "(2,)", isWhole: true, classes: ["no", "yes"])
        }
    }
}

/// The natural logarithm of the C library, an independent reference.
private func log(_ value: Double) -> Double { Glibc.log(value) }
