import Foundation
import Testing

@testable import DataFiles
@testable import Datasets

@Suite("CSV errors")
struct CSVErrorTests {
    @Test(
        "Every error states the place, the problem and the remedy",
        arguments: [
            Case(
                "x,y,label\n1,2,a\n3,4\n", "line 3: the row has 2 cells, but the first row has 3; add or remove cells"),
            Case("x,y,label\n1,2,a\n3\n", "line 3: the row has 1 cell, but the first row has 3; add or remove cells"),
            Case(
                "x,y,label\n1,2,\"a\nb\"\n3,4,b,5\n",
                "line 4: the row has 4 cells, but the first row has 3; add or remove cells"),
            Case("x,y,label\n1,2,a\n3,,b\n", "line 3, column 2 (y): the cell is empty; enter a value"),
            Case("x,y,label\n1,2,a\n3,\" \",b\n", "line 3, column 2 (y): the cell is empty; enter a value"),
            Case("x,y,label\r1,2,a\r\r\r3,4, \r", "line 5, column 3 (label): the cell is empty; enter a value"),
            Case("1,2,a\n3,4,\"\"\n", "line 2, column 3: the cell is empty; enter a value"),
            Case("x,y,label\n1,2,a\n3,4 cm,b\n", "line 3, column 2 (y): '4 cm' is not a number; \(example)"),
            Case("x;y;label\n1;2;a\n3;1,5,0;b\n", "line 3, column 2 (y): '1,5,0' is not a number; \(example)"),
            Case("x|y|label\n1|2|a\n3|1,500|b\n", "line 3, column 2 (y): '1,500' is not a number; \(example)"),
            Case(
                "x,y,label\n1,2,a\nnan,4,b\n",
                "line 3, column 1 (x): 'nan' stands for a missing value; enter a value"),
            Case("x,y,label\n1,2,a\n0x10,4,b\n", "line 3, column 1 (x): '0x10' is not a number; \(example)"),
            Case(
                "x,y,label\n\"1\",2,\"\r\n\"\n\"a\nb\",2,c\n",
                "line 4, column 1 (x): 'a\\nb' is not a number; \(example)"),
            Case(
                "n\u{1b}[1m,y,label\n1,2,a\n\u{202e}2,4,b\n",
                "line 3, column 1 (n\\u{1B}[1m): '\\u{202E}2' is not a number; \(example)"),
            Case(
                "x,y,label\n1,2,a\n\(String(repeating: "é", count: 41)),4,b\n",
                "line 3, column 1 (x): '\(String(repeating: "é", count: 39))…' is not a number; \(example)"),
            Case(
                "x,y,label\n1,2,a\n\(String(repeating: "é", count: 40)),4,b\n",
                "line 3, column 1 (x): '\(String(repeating: "é", count: 40))' is not a number; \(example)"),
            Case(
                "x,y,label\n1,2,a\n1e309,4,b\n",
                "line 3, column 1 (x): '1e309' is infinite; use numbers from -1.79e308 to 1.79e308"),
            Case(
                "x,y,label\n1,2,a\n1,-Inf,b\n",
                "line 3, column 2 (y): '-Inf' is infinite; use numbers from -1.79e308 to 1.79e308"),
            Case(
                "x,y,label\n1,2,\"a\"b\n",
                "line 2, column 3 (label): text follows the closing quote of 'a'; \(doubling)"),
            Case(
                "x,y,label\n1,2,\"\n\"\n1,\"2\"\"\" 3,\"\n\"\n",
                "line 4, column 2 (y): text follows the closing quote of '2\"'; \(doubling)"),
            Case(
                "x,y,label\n1,2,a\n\"1\n\",\"2,a\n",
                "line 4, column 2: the quote that begins here is not closed; add the closing quote"),
            Case(
                "x,y,label\n1,2,\"a\"\"",
                "line 2, column 3: the quote that begins here is not closed; add the closing quote"),
            Case("x,y,label\n1,2,a\n1,\0,b\n", "line 3: a zero byte is not text; save the file as CSV in UTF-8"),
            Case(
                "x,y,label\n1,2,a\n\(String(repeating: "1", count: 1_048_575)),2,b\n",
                "line 3: the row is longer than 1 MiB; check for a missing closing quote"),
            Case(
                "x,y,label\n1,2,\"a\n\(String(repeating: "1\n", count: 1_048_575)),2,b\n",
                "line 2: the row is longer than 1 MiB; check for a missing closing quote"),
            Case(
                "x,y,label\n1,2,a\n3,4,a\n", "column 3 (label): every label is 'a'; use a column with 2 to 100 classes"),
            Case("1,2,1.0\n3,4,1\n", "column 3: every label is '1'; use a column with 2 to 100 classes"),
            Case(
                (0...100).map { "1,2,c\($0)\n" }.joined(),
                "line 101, column 3: 'c100' is class 101; use a column with 2 to 100 classes"),
        ])
    func faults(_ fault: Case) {
        let isNamed = fault.text.first?.isNumber == false
        let columns =
            isNamed
            ? CSVColumns(x: fault.text.hasPrefix("n") ? "n\u{1b}[1m" : "x", y: "y", label: "label")
            : CSVColumns(x: "1", y: "2", label: "3")
        var options = CSVOptions()
        options.leavesOutMissing = false
        guard case .failure(let error) = CSVText(fault.text).read(columns, options: options) else {
            Issue.record("it is read")
            return
        }
        #expect(error.description == "'data.csv', " + fault.message)
        #expect(!fault.message.contains("\n"))
    }

    @Test(
        "A file without a data set is an error",
        arguments: [
            Case("", "has no rows of data; add some"),
            Case("\u{feff}", "has no rows of data; add some"),
            Case("\n\r\n \n", "has no rows of data; add some"),
            Case("x,y,label\n", "has no rows of data; add some"),
            Case(
                "x\n1\n",
                "has 1 column; provide two features and a label, separated by commas, semicolons, tabs or bars"),
            Case(
                "x,y\n1,2\n",
                "has 2 columns; provide two features and a label, separated by commas, semicolons, tabs or bars"),
            Case(
                "a,b,c\n1,x,y\n2,x,z\n",
                "has only one numeric column that varies and identifies no rows, 'a', for the features"),
            Case(
                "a,b,c\nu,v,w\nx,y,z\n",
                "has no numeric column that varies and identifies no rows for the features"),
            Case(
                "x,y,label\n1,2,a\n3,4 cm,b\n5,7,a\n",
                """
                has only one numeric column that varies and identifies no rows, 'x', for the features; line 3, column 2 \
                (y): '4 cm' is not a number; write it like 1234.5, without units
                """),
            Case(
                "a,b,\n1,2,x\n3,4,y\n5,6,z\n7,8,u\n",
                "has no column that looks like a label, with 2 to 10 different values; name the column of the classes"),
        ])
    func impossibleFiles(_ file: Case) {
        #expect(description(file.text) == "'data.csv' " + file.message)
    }

    @Test("The error for a missing column lists the existing ones and the nearest name")
    func missingColumns() {
        let text = "width,Height,species,width\n1,2,a,4\n3,4,b,4\n"
        #expect(
            description(text, CSVColumns(x: "heigth")) == """
                'data.csv' has no column 'heigth'; did you mean 'Height'? Its columns are 'width', 'Height', \
                'species', 'width'
                """)
        #expect(
            description(text, CSVColumns(label: "5")) == """
                'data.csv' has no column '5'; its columns are 'width', 'Height', 'species', \
                'width'
                """)
        #expect(
            description(text, CSVColumns(x: "width"))
                == "'data.csv': the columns 1 and 4 are all called 'width'; name the one meant by its number, such as 1"
        )
        #expect(
            description(text, CSVColumns(x: "Height", label: "Height"))
                == "'data.csv': column 2 (Height) is used twice; choose different columns for the features and the label"
        )
        for number in ["0", "4", "-1", "x", "99999999999999999999"] {
            #expect(
                description("1,2,a\n3,4,b\n", CSVColumns(y: number))
                    == "'data.csv' has no header and no column '\(number)'; use a number from 1 to 3")
        }
        let many =
            (1...30).map { "c\($0)" }.joined(separator: ",") + "\n" + (1...30).map(String.init).joined(separator: ",")
        #expect(description(many, CSVColumns(x: "d7"))?.hasSuffix("'c19', 'c20' and 10 more") == true)
    }

    @Test("UTF-16 is no text, and damaged gzip data are an error")
    func otherBytes() throws {
        let utf16: [UInt8] = [0xff, 0xfe] + "x,y,label\n".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(CSVText(bytes: utf16).read() == .failure(CSVError(fileName: "data.csv", problem: .binary(line: 1))))
        let damaged = CSVText(bytes: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3])
        #expect(damaged.read() == .failure(CSVError(fileName: "data.csv", problem: .damagedGzip)))
    }

    @Test("A row of exactly 1 MiB is read, with any line end")
    func longestRow() throws {
        let row = "3,4," + String(repeating: "b", count: (1 << 20) - 4)
        for end in ["", "\n", "\r", "\r\n", "\n5,6,c"] {
            for piece in [1 << 20, 1000, .max] {
                let text = CSVText("1,2,a\n\(row)\(end)", pieces: Array(repeating: piece, count: 1050))
                #expect(try text.read().get().dataset.classNames[1].utf8.count == (1 << 20) - 4)
                let longer = CSVText("1,2,a\n \(row)\(end)", pieces: Array(repeating: piece, count: 1050))
                #expect(throws: CSVError.self) { try longer.read().get() }
            }
        }
    }

    @Test("A file without a line end is left after little more than 1 MiB")
    func endlessLine() {
        var byteCount = 0
        #expect(throws: CSVError(fileName: "endless", problem: .lineTooLong(line: 1))) {
            try CSVDataset(
                ByteSource(name: "endless") { buffer in
                    buffer.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "1"))
                    byteCount += buffer.count
                    return buffer.count
                })
        }
        #expect(byteCount < 2 << 20)
    }

    @Test("Errors of the whole file end the reading even if bad rows are skipped")
    func notSkipped() {
        for text in ["1,2,a\n3,4,\"b", "1,2,a\n3,4,b\n5,6,\0\n", "1,2,a\n3,4,a\n"] {
            guard case .failure(let error) = CSVText(text).read(skipBadRows: true) else {
                Issue.record("\(text.debugDescription) is read")
                continue
            }
            #expect(!error.concernsOneRow)
        }
        let bad = CSVText("x,y,label\n1,2\n3,4\n").read(skipBadRows: true)
        #expect(bad == .failure(CSVError(fileName: "data.csv", problem: .noRows(skippedRowCount: 2))))
        guard case .failure(let error) = bad else { return }
        #expect(error.description == "'data.csv' has no valid rows of data; correct the 2 rows that were skipped")
    }

    @Test("The error for an unreadable file states the system's reason")
    func unreadable() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let directory = #expect(throws: CSVError.self) { try CSVDataset(path: folder) }
        #expect(directory?.description == "cannot read '\(folder)': is a directory")
        let missing = #expect(throws: CSVError.self) { try CSVDataset(path: "/there is/none\nsuch") }
        #expect(missing?.description == "cannot read '/there is/none\\nsuch': no such file or directory")
        let closed = #expect(throws: CSVError.self) { try CSVDataset(fileDescriptor: -1, name: "-") }
        #expect(closed?.problem == .unreadable(reason: "bad file descriptor"))
    }

    @Test("Files and descriptors are read to the end, and a descriptor stays open")
    func files() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: url) }
        let dataset = try Dataset.moons(sampleCount: 20_000)
        try Data(CSVText(of: dataset).bytes).write(to: url)
        #expect(try CSVDataset(path: url.path).dataset == dataset)
        let handle = try FileHandle(forReadingFrom: url)
        #expect(try CSVDataset(fileDescriptor: handle.fileDescriptor, name: "-").dataset == dataset)
        try handle.seek(toOffset: 0)
        #expect(try CSVDataset(fileDescriptor: handle.fileDescriptor, name: "-").dataset == dataset)
    }

    @Test("No bytes crash the reader, and the sizes of pieces change nothing")
    func anyBytes() {
        var generator = SplitMix(state: 7)
        let seeds = [
            "x,y,label\n1,2,a\n3.5e1,\"4\",\"b \"\"c\"\"\r\n\"\n5,-6,é\n", "\u{feff}1;2;1\r\n3;4;1.0\r\n5;6;2\r\n",
            "a\tb\tc\r1\t2\tx\r3\t4\ty\r\r", ",,,\n\"\"\"\"\n\"", "1,2,0\n3,4,1\n",
        ].map { Array($0.utf8) }
        let nasty = Array("\",;\t\r\n 1.eE+-0x\0".utf8) + [0xef, 0xbb, 0xbf, 0xff, 0xc3, 0x28, 0xf0, 0x9f]
        var readCount = 0
        for _ in 0..<6000 {
            var bytes = seeds.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                let index = Int.random(in: 0...bytes.count, using: &generator)
                let byte =
                    Bool.random(using: &generator)
                    ? nasty.randomElement(using: &generator) ?? 0 : UInt8(truncatingIfNeeded: generator.next())
                switch Int.random(in: 0..<3, using: &generator) {
                case 0 where index < bytes.count: bytes[index] = byte
                case 1 where index < bytes.count: bytes.remove(at: index)
                default: bytes.insert(byte, at: index)
                }
            }
            let columns =
                [CSVColumns(), CSVColumns(x: "y", y: "1"), CSVColumns(x: "2", label: "x")]
                .randomElement(using: &generator) ?? CSVColumns()
            let skipBadRows = Bool.random(using: &generator)
            let whole = CSVText(bytes: bytes).read(columns, skipBadRows: skipBadRows)
            let pieces = (0...bytes.count).map { _ in Int.random(in: 1...9, using: &generator) }
            #expect(CSVText(bytes: bytes, pieces: pieces).read(columns, skipBadRows: skipBadRows) == whole, "\(bytes)")
            switch whole {
            case .success: readCount += 1
            case .failure(let error): #expect(!error.description.contains { $0.isNewline })
            }
        }
        #expect(readCount > 300)
    }

    private func description(_ text: String, _ columns: CSVColumns = CSVColumns()) -> String? {
        guard case .failure(let error) = CSVText(text).read(columns) else { return nil }
        return error.description
    }

    private static let doubling = "double the quotes inside a quoted cell"
    private static let example = "use one such as 1.5 or -2e-3"

    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let message: String

        init(_ text: String, _ message: String) {
            self.text = text
            self.message = message
        }

        var testDescription: String { message }
    }
}
