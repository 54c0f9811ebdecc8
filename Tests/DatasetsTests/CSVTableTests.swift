import Foundation
import Geometry
import Testing

@testable import DataFiles
@testable import Datasets

@Suite("CSV tables")
struct CSVTableTests {
    @Test("Values, labels and missing rows equal those of pandas, for any sizes of pieces")
    func likePandas() throws {
        let files = try Fixture.read().files
        #expect(files.count == 13)
        for file in files {
            let bytes = try #require(Data(base64Encoded: file.bytes))
            var options = CSVOptions()
            options.missingWords += file.words
            let columns = CSVColumns(x: file.columns[0], y: file.columns[1], label: file.columns[2])
            for pieces in [[], Array(repeating: 1, count: bytes.count), [2, 3, 7]] {
                let read = try CSVText(bytes: Array(bytes), pieces: pieces).read(columns, options: options).get()
                let dataset = read.dataset
                #expect(dataset.points == zip(file.x, file.y).map { Point(x: $0, y: $1) }, "\(file)")
                #expect(dataset.labels.map { dataset.classNames[$0] } == file.labels, "\(file)")
                #expect(read.missingRowCount == file.missing, "\(file)")
            }
        }
    }

    @Test("The columns without a value are named, and no word is one on request")
    func missingWords() throws {
        let text = CSVText("x,y,label\n1,2,NA\n3,,EU\n5,6,EU\n7,8,NA\n9,8,AS\n")
        let read = try text.read().get()
        #expect(read.missingRowCount == 3)
        #expect(read.missingColumns.map(\.title) == ["y", "label"])
        #expect(read.dataset.classNames == ["EU", "AS"])
        var options = CSVOptions()
        options.missingWords = []
        let all = try text.read(options: options).get()
        #expect(all.missingRowCount == 1)
        #expect(all.dataset.classNames == ["NA", "EU", "AS"])
    }

    @Test("A missing value is an error on request, with its place")
    func missingIsError() {
        var options = CSVOptions()
        options.leavesOutMissing = false
        let columns = CSVColumns(x: "x", y: "y", label: "label")
        for (cell, words) in [
            ("", "the cell is empty; enter a value"), ("?", "'?' stands for a missing value; enter a value"),
        ] {
            guard
                case .failure(let error) = CSVText("x,y,label\n1,2,a\n3,\(cell),b\n").read(columns, options: options)
            else {
                Issue.record("\(cell) is read")
                continue
            }
            #expect(error.description == "'data.csv', line 3, column 2 (y): \(words)")
            #expect(error.concernsOneRow)
        }
    }

    @Test("A file in which every row lacks a value is an error")
    func nothingLeft() {
        let read = CSVText("x,y,label\n1,,a\n,3,b\n").read(CSVColumns(x: "x", y: "y", label: "label"))
        guard case .failure(let error) = read else {
            Issue.record("it is read")
            return
        }
        #expect(error.description == "'data.csv': every row lacks a value in a chosen column; choose others")
    }

    @Test("The whole text is Latin-1 from a first byte on that is not UTF-8, wherever it is")
    func latin1() throws {
        let rows = (0..<300).map { "\($0 % 7),\($0 % 5),caf\u{e9}\n" }.joined()
        let text = Array("x,y,label\n\(rows)1,2,".utf8) + [0xe9, 0x0a]
        let read = try CSVText(bytes: text).read(CSVColumns(x: "x", y: "y", label: "label")).get()
        #expect(read.isLatin1)
        #expect(read.dataset.classNames == ["caf\u{c3}\u{a9}", "\u{e9}"])
        #expect(try !CSVText("x,y,label\n1,2,\u{e9}\n3,4,b\n").read().get().isLatin1)
    }

    @Test("Numbers with marks of thousands are no decimal fractions")
    func thousands() throws {
        let profile = try CSVText("x\ty\tlabel\n1,234\t5\ta\n22,345\t6\tb\n").profile().get()
        #expect(profile.columns.map(\.kind) == [.text, .wholeNumber, .text])
        let others = try CSVText("x\ty\tlabel\n1,234\t5\ta\n22,34\t6\tb\n").profile().get()
        #expect(others.columns[0].range == 1.234...22.34)
    }

    @Test("A comment before the rows is skipped, unless it is the header")
    func comments() throws {
        #expect(try CSVText("# x,y,label\n1,2,a\n3,4,b\n").rows().get()[0] == ["x", "y", "label"])
        #expect(try CSVText("#,y,label\n1,2,a\n3,4,b\n").rows().get()[0] == ["#", "y", "label"])
        #expect(try CSVText("#a\n #b, c\n\"#x\",y,z\n1,2,a\n").rows().get() == [["#x", "y", "z"], ["1", "2", "a"]])
        var reader = try CSVReader(ByteSource("# note\n\nx,y,z\n1,2,a\n".utf8))
        #expect(try reader.next())
        #expect(reader.line == 4)
    }

    @Test("The header is taken as asked")
    func header() throws {
        var options = CSVOptions()
        options.hasHeader = true
        #expect(CSVText("1,2,3\n4,5,6\n").read(CSVColumns(x: "1", y: "2"), options: options).isFailure)
        let text = CSVText("10,20,a\n1,2,b\n4,5,c\n7,8,b\n")
        let named = try text.read(CSVColumns(x: "10", y: "20", label: "a"), options: options).get()
        #expect(named.dataset.featureNames == ["10", "20"])
        #expect(named.dataset.points.count == 3)
        options.hasHeader = false
        let bare = try CSVText("x,y,z\n1,2,a\n3,4,b\n").rows(options).get()
        #expect(bare.count == 3)
    }

    @Test("A pipe that must be read twice, and points, are kept within the limit of memory")
    func limits() {
        let bytes = CSVText((0..<2000).map { "\($0 % 17),\($0 % 23),\($0 % 2)\n" }.joined())
        var options = CSVOptions()
        options.greatestByteCount = 10_000
        let tooLarge = CSVError(fileName: "data.csv", problem: .tooLarge)
        #expect(bytes.read(options: options) == .failure(tooLarge))
        #expect(bytes.read(CSVColumns(x: "1", y: "2", label: "3"), options: options) == .failure(tooLarge))
        options.greatestByteCount = 1_000_000
        #expect(!bytes.read(options: options).isFailure)

        let names = (1...10).map(String.init)
        let row = { (row: Int) -> String in names.map { "\(row % 17)\($0)" }.joined(separator: ",") + ",\(row % 2)\n" }
        let wide = CSVText((0..<500).map(row).joined())
        options.greatestByteCount = 40_000
        #expect(!wide.read(CSVColumns(x: "1", y: "2", label: "11"), options: options).isFailure)
        #expect(wide.read(CSVColumns(features: names, label: "11"), options: options) == .failure(tooLarge))
    }

    @Test("Gzip members are joined, and a large one is read in pieces")
    func gzip() throws {
        let text = Array("x,y,label\n".utf8)
        let rows = (0..<200_000).map { "\($0 % 101).25,\($0 % 97),\($0 % 2)\n" }.joined()
        // Members of stored blocks need no compressor here.
        let bytes = Gzip.stored(text) + Gzip.stored(Array(rows.utf8))
        for pieces in [[], [1, 1, 1, 17], Array(repeating: 65_537, count: 100)] {
            let read = try CSVText(bytes: bytes, pieces: pieces).read().get()
            #expect(read.dataset.points.count == 200_000)
            #expect(read.dataset.featureNames == ["x", "y"])
        }
        let damaged = CSVError(fileName: "data.csv", problem: .damagedGzip)
        #expect(CSVText(bytes: bytes.dropLast(9)).read() == .failure(damaged))
    }

    private struct Fixture: Decodable {
        let files: [File]

        struct File: Decodable {
            let bytes: String
            let columns: [String]
            let words: [String]
            let x: [Double]
            let y: [Double]
            let labels: [String]
            let missing: Int
        }

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/csv_tables", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }
}

extension Result {
    var isFailure: Bool {
        if case .failure = self { true } else { false }
    }
}

/// Gzip files without compression (RFC 1951 and 1952).
private enum Gzip {
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            file +=
                [rest.isEmpty ? 1 : 0] + little(UInt32(block.count)).prefix(2) + little(~UInt32(block.count)).prefix(2)
            file += block
        } while !rest.isEmpty
        return file + little(crc32(bytes)) + little(UInt32(bytes.count))
    }

    private static func little(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = ~0
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
