import DataFiles
import Datasets
import Digests
import Geometry
import Testing

@Suite("CSV data sets")
struct CSVDatasetTests {
    @Test("Generated data sets are read back exactly")
    func readsBack() throws {
        let dataSets = try [
            Dataset.moons(sampleCount: 2001, seed: 3), .circles(sampleCount: 2001, noise: 1e-300),
            .blobs(sampleCount: 2001, centerCount: 23, spread: 1e300), .gaussianQuantiles(sampleCount: 2001),
            .spirals(sampleCount: 2001, noise: 1e15), .xor(sampleCount: 2001, noise: 1e-9),
        ]
        for dataset in dataSets {
            let read = try CSVText(of: dataset).read(CSVColumns(x: "x1", y: "x2", label: "label")).get()
            #expect(read.dataset == dataset)
            #expect(read.skippedRowCount == 0 && read.firstSkipped.isEmpty)
        }
    }

    @Test("The hash covers all bytes, for any sizes of pieces, and is nil unless requested")
    func hash() throws {
        // `printf '…' | sha256sum`
        let known = "7cbdccb90bac13d8c995cb5a617ceda4a0bfbe4379298f15b5f5d13ce20206dc"
        let text = "\u{FEFF}x,y,label\r\n1,2,a\n\n3,bad,b\n3,4,b\n\n"
        for pieces in [[], Array(repeating: 1, count: 100), [3, 1, 7]] {
            let read = try CSVText(text, pieces: pieces).read(skipBadRows: true, hashes: true).get()
            #expect(read.sha256 == known)
            #expect(read.skippedRowCount == 1)
        }
        #expect(try CSVText(text).read(skipBadRows: true).get().sha256 == nil)

        let large = CSVText(of: try .moons(sampleCount: 20_001))
        var sha256 = SHA256()
        sha256.update(large.bytes)
        #expect(large.bytes.count > 1 << 19)
        #expect(try large.read(hashes: true).get().sha256 == sha256.finish())
    }

    @Test("Names with delimiters, quotes and line breaks are read back")
    func namesReadBack() throws {
        let dataset = Dataset(
            points: [Point(x: 1, y: -0.0), Point(x: .leastNonzeroMagnitude, y: 4)], labels: [0, 1],
            featureNames: ["width, \"cm\"", "länge\nüber zwei; Zeilen"], classNames: ["a \"b\"", "two\r\nlines"])
        #expect(try CSVText(of: dataset).read().get().dataset == dataset)
    }

    @Test("Columns default to the first two numeric ones and the last text")
    func columnsByDefault() throws {
        let text = CSVText("id,width,height,depth,kind,note\na,1,2,3,red,x\nb,4,5,6,blue,y\n")
        let read = try text.read().get()
        #expect(read.xColumn == CSVColumn(number: 2, name: "width"))
        #expect(read.yColumn == CSVColumn(number: 3, name: "height"))
        #expect(read.labelColumn == CSVColumn(number: 6, name: "note"))
        #expect(
            read.dataset
                == Dataset(
                    points: [Point(x: 1, y: 2), Point(x: 4, y: 5)], labels: [0, 1], featureNames: ["width", "height"],
                    classNames: ["x", "y"]))
    }

    @Test("Columns are given by name, or by number if the file has no header")
    func columnsByName() throws {
        let header = CSVText("label,width,height,depth\na,1,2,3\nb,4,5,6\n")
        let byName = try header.read(CSVColumns(x: "depth", y: "width", label: "label")).get()
        #expect(byName.dataset.points == [Point(x: 3, y: 1), Point(x: 6, y: 4)])
        #expect(byName.dataset.classNames == ["a", "b"])
        let partly = try header.read(CSVColumns(y: "width")).get()
        #expect(partly.dataset.featureNames == ["height", "width"])
        #expect(partly.labelColumn.name == "label")

        let bare = CSVText("a,1,2,3\nb,4,5,6\n")
        let byNumber = try bare.read(CSVColumns(x: "4", y: "2", label: "1")).get()
        #expect(byNumber.dataset.points == [Point(x: 3, y: 1), Point(x: 6, y: 4)])
        #expect(byNumber.dataset.featureNames == ["column 4", "column 2"])
        #expect(byNumber.labelColumn == CSVColumn(number: 1, name: nil))
    }

    @Test("The index that pandas writes, which has no name, is not a default feature")
    func indexOfPandas() throws {
        let read = try CSVText(",x,y,label\n0,1,2,a\n1,3,4,b\n").read().get()
        #expect(read.dataset.featureNames == ["x", "y"])
        #expect(read.labelColumn.name == "label")
    }

    @Test("A column with few words is numeric if bad rows are skipped, and text otherwise")
    func badCellInNumericColumn() throws {
        let text = CSVText("x,y,label\noops,2,0\n3,4,1\n5,6,0\n")
        #expect(throws: CSVError.self) { try text.read().get() }
        let read = try text.read(skipBadRows: true).get()
        #expect(read.dataset.points == [Point(x: 3, y: 4), Point(x: 5, y: 6)])
        #expect(read.skippedRowCount == 1)
    }

    @Test("Numeric classes are in ascending order, in any spelling")
    func numericLabels() throws {
        let read = try CSVText("1,2,10\n1,2,2.50\n1,2,1e1\n1,2,-0\n1,2,2.5\n1,2,0.0\n1,2,-3\n").read(all).get()
        #expect(read.dataset.classNames == ["-3", "0", "2.5", "10"])
        #expect(read.dataset.labels == [3, 2, 3, 1, 2, 1, 0])
    }

    @Test("Text classes keep their spelling, in the order of their first points")
    func textLabels() throws {
        let read = try CSVText("1,2,b\n1,2,1.0\n1,2,\"a\"\n1,2,1\n1,2,b\n1,2,inf\n").read(all).get()
        #expect(read.dataset.classNames == ["b", "1.0", "a", "1", "inf"])
        #expect(read.dataset.labels == [0, 1, 2, 3, 0, 4])
    }

    @Test("Labels that are canonically equivalent in Unicode are one class with the first spelling")
    func equivalentLabels() throws {
        let read = try CSVText("x,y,label\n1,2,caf\u{e9}\n3,4,cafe\u{301}\n5,6,tea\n").read().get()
        #expect(read.dataset.labels == [0, 0, 1])
        #expect(read.dataset.classNames.map { Array($0.utf8) } == ["caf\u{e9}", "tea"].map { Array($0.utf8) })
        let single = CSVText("x,y,label\n1,2,\u{e9}\n3,4,e\u{301}\n").read(CSVColumns(x: "x", y: "y", label: "label"))
        #expect(throws: CSVError.self) { try single.get() }
    }

    @Test("100 classes are accepted, 30 numbers in any number of spellings")
    func manyClasses() throws {
        let words = (0..<100).map { "1,2,class \($0)\n" }.joined()
        #expect(try CSVText(words).read(all).get().dataset.classNames.count == 100)
        let spellings = (0..<300).map { "1,2,\($0 % 30).\(String(repeating: "0", count: $0 / 30))\n" }.joined()
        let read = try CSVText(spellings).read(all).get()
        #expect(read.dataset.classNames == (0..<30).map(String.init))
        #expect(read.dataset.labels == (0..<300).map { $0 % 30 })
        #expect(throws: CSVError.self) { try CSVText(spellings + "1,2,30").read(all).get() }
        // With one text, every spelling is a class.
        let columns = CSVColumns(x: "x", y: "y", label: "label")
        let mixed = "x,y,label\n1,2,a\n" + (0..<99).map { "1,2,\($0)\n" }.joined()
        #expect(try CSVText(mixed).read(columns).get().dataset.classNames.count == 100)
        #expect(throws: CSVError.self) { try CSVText(mixed + "1,2,1.0").read(columns).get() }
    }

    /// The three columns of a file without a header.
    private let all = CSVColumns(x: "1", y: "2", label: "3")

    @Test("Bad rows are skipped and counted on request, with the first five errors")
    func skipsBadRows() throws {
        let bad = "1,2\n1,2,a,3\n,2,a\n1,x,a\n1e999,2,a\n1,2,\n1,2,\"a\"b\n"
        let read = try CSVText("x,y,label\n1,2,a\n\(bad)3,4,b\n").read(skipBadRows: true).get()
        #expect(read.missingRowCount == 2)
        #expect(read.dataset.points == [Point(x: 1, y: 2), Point(x: 3, y: 4)])
        #expect(read.dataset.classNames == ["a", "b"])
        #expect(read.skippedRowCount == 5)
        #expect(read.firstSkipped.count == 5)
        #expect(read.firstSkipped.first?.problem == .raggedRow(line: 3, cellCount: 2, columnCount: 3))
        #expect(read.firstSkipped.allSatisfy { $0.concernsOneRow })
    }

    @Test("A header one cell short is not too narrow for its rows, and a narrow first row concerns all of them")
    func narrowFirstRow() throws {
        let short = "x/y,lbae\n\"\"2,2,abel\n1,24,b"
        for skipsBadRows in [false, true] {
            let error = #expect(throws: CSVError.self) { try CSVText(short).read(skipBadRows: skipsBadRows).get() }
            #expect(error?.description.contains("the first row") == false)
            #expect(error?.concernsOneRow == !skipsBadRows)
            let narrow = #expect(throws: CSVError.self) {
                try CSVText("a,b\n1,2,3,4\n5,6,7,8\n").read(skipBadRows: skipsBadRows).get()
            }
            #expect(narrow?.description.contains("the first row, 'a, b', has 2") == true)
            #expect(narrow?.concernsOneRow == false)
        }
    }
}
