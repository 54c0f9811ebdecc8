import Foundation
import Testing

@testable import DataFiles
@testable import Datasets

@Suite("CSV reader")
struct CSVReaderTests {
    private static let nasty = """
        \u{feff}"x, cm";"h""o""\u{308}he";  "über\r
        zwei Zeilen" ;\r
        1;"2";"a ""b""; c";\r
        \r
         3.5e1 ; -4 ;東京\u{2028};""\r"";""; "";"👩‍👩‍👧
        "\n\n
        """

    @Test("Rows and cells equal those of Python's csv module")
    func likePython() throws {
        let files = try Fixture.read().files
        #expect(files.count == 24)
        for file in files {
            let rows = try CSVText(file.text).rows().get()
            #expect(rows == file.rows, "\(file.text.debugDescription)")
        }
    }

    @Test("Numbers equal those of Python, and other text is not a number")
    func numbers() throws {
        let fixture = try Fixture.read()
        #expect(fixture.numbers.count >= 50)
        for number in fixture.numbers {
            let expected = try #require(Double(number.value))
            #expect(parse(number.text)?.bitPattern == expected.bitPattern, "\(number.text)")
            #expect(parse("  \(number.text)\t")?.bitPattern == expected.bitPattern, "\(number.text)")
        }
        for text in fixture.noNumbers { #expect(parse(text) == nil, "\(text)") }
    }

    @Test("Numbers with the fewest and with many digits are read back exactly")
    func numbersReadBack() {
        var generator = SplitMix(state: 1)
        for _ in 0..<20_000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            #expect(parse(number.description)?.bitPattern == number.bitPattern)
            let thousandths = Double(Int(truncatingIfNeeded: generator.next()) % 1_000_000) / 1000
            #expect(parse(thousandths.description)?.bitPattern == thousandths.bitPattern)
        }
        #expect(parse("0." + String(repeating: "3", count: 1 << 20)) == 1 / 3.0)
        #expect(parse(String(repeating: "0", count: 1 << 20) + "1") == 1)
    }

    @Test("The boundaries of pieces change nothing")
    func pieces() throws {
        let bytes = Array(Self.nasty.utf8)
        let rows = try CSVText(bytes: bytes).rows().get()
        #expect(rows.count == 4)
        #expect(rows.allSatisfy { $0.count == 4 })
        for first in 1..<bytes.count {
            #expect(try CSVText(bytes: bytes, pieces: [first]).rows().get() == rows, "cut after \(first)")
            #expect(try CSVText(bytes: bytes, pieces: [first, 1]).rows().get() == rows, "cut around \(first)")
        }
        for size in 1...8 {
            let pieces = Array(repeating: size, count: bytes.count)
            #expect(try CSVText(bytes: bytes, pieces: pieces).rows().get() == rows, "pieces of \(size)")
        }
    }

    @Test(
        "Long files are read in pieces of any size", arguments: [1000, 4096, 65_537, 262_144, .max])
    func longFile(pieceSize: Int) throws {
        let lines = (0..<40_000).map { "\($0),\"\($0).5\",\($0 % 7 == 0 ? "\"a\r\nb\"" : "cé")" }
        let bytes = Array(lines.joined(separator: "\r\n").utf8)
        #expect(bytes.count > 800_000)
        var reader = try CSVReader(ByteSource(bytes, pieces: repeatElement(pieceSize, count: 1000)))
        let columns = reader.columns
        var (count, line) = (0, 1)
        while try reader.next() {
            let numbers = [try reader.number(in: columns[0]), try reader.number(in: columns[1])]
            let (text, readLine) = (reader.text(in: columns[2]), reader.line)
            try #require(numbers == [Double(count), Double(count) + 0.5])
            try #require(text == (count % 7 == 0 ? "a\r\nb" : "cé"))
            try #require(readLine == line)
            line += count % 7 == 0 ? 2 : 1
            count += 1
        }
        #expect(count == 40_000)
    }

    @Test(
        "The first row is a header if one of its cells could not stand below, or is an expected name",
        arguments: [
            ("x,y,label\n1,2,a\n", true), ("1,2,a\n3,4,b\n", false), ("a,b,c\nd,e,f\n", false),
            ("name,2019,2020\na,1,2\nb,3,4\n", true), ("name,2019,2020\na,2020,2021\nb,3,4\n", false),
            ("0,1,2,kind\n3.5,1,9,a\n2,2.5,8,b\n", true), ("0,1,2,kind\n3,4,5,a\n2,2.5,8,b\n", false),
            ("day,2,a\n2020-01-02,3,a\n2020-01-03,5,b\n", true), ("ok,2,a\nyes,3,a\nno,4,a\n", true),
            ("\"\",\"10\",\"20\"\n\"a\",1,2\n\"b\",3,4\n", true), (",10,25\na,1,2\nb,3,4\n", true),
            (",10,25\na,1,2\na,3,4\n", false), ("x y\na 1 2\nb 3 4\n", true), ("id,2019,2020\n1,1,2\n2,3,4\n", true),
            (",y,label\n1,2,a\n", true), (",2,3\n1,2,a\n", false), ("x,y,label\nn/a,2,a\n1,2,b\n3,4,a\n", true),
            ("x,y,width\na,b,c\n", true), ("1,2,a\n", false), ("inf,2,a\n1,2,b\n", true),
        ])
    func headers(text: String, hasHeader: Bool) throws {
        let reader = try CSVReader(ByteSource(text.utf8), expectedNames: ["width", "2"])
        #expect(reader.hasHeader == hasHeader)
    }

    @Test("The rows after a bad row are read")
    func goesOn() throws {
        var reader = try CSVReader(ByteSource("x,y,z\n1,2,a\n3,4\n5,6,\"c\"d\n7,oops,d\n".utf8))
        let columns = reader.columns
        var outcomes: [String] = []
        for _ in 0..<6 {
            do {
                guard try reader.next() else {
                    outcomes.append("end")
                    continue
                }
                let (x, z) = (try reader.number(in: columns[0]) ?? .nan, reader.text(in: columns[2]))
                outcomes.append("\(x) \(z)")
                _ = try reader.number(in: columns[1])
            } catch {
                outcomes.append(error.concernsOneRow ? "fault" : "end of reading")
            }
        }
        #expect(outcomes == ["1.0 a", "fault", "fault", "7.0 d", "fault", "end", "end"])
    }

    private func parse(_ text: String) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.parse($0[...]) }
    }

    private struct Fixture: Decodable {
        let files: [File]
        let numbers: [Number]
        let noNumbers: [String]

        struct File: Decodable {
            let text: String
            let rows: [[String]]
        }

        struct Number: Decodable {
            let text: String
            let value: String
        }

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/csv_files", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }
}

/// SplitMix64, a reproducible source of random numbers (Steele, Lea & Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
